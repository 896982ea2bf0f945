import { gitHubPages, pageOf } from '../../src/model/forge-addresses.ts';

/** The repository's pages on the forge of the tests. */
export const forgePages = gitHubPages('https://forge.example', 'o/r');

/** A link in a page of a test, to a file by its path, with or without the `/` of the root. */
export const linkTo = (path: string) => `[to it](/${path.replace(/^\//, '')})`;

/** Where a file is on the forge of the tests. */
export const onForge = (path: string) => pageOf(forgePages, path, 'file');
