/** The version of this package; a test holds it against package.json. */
export const version = '0.1.0';

/** Where users find the pages of `docs/`. */
export const docsAddress = 'https://github.com/stack-publish/stack-publish/blob/main/docs';
