/** The version of this package; a test holds it against package.json. */
export const version = '0.1.0';

/** The project's repository; a test holds it against package.json. */
export const repositoryAddress = 'https://github.com/stack-publish/stack-publish';

/** Where users find the pages of `docs/`. */
export const docsAddress = `${repositoryAddress}/blob/main/docs`;

/** Where a file of `schema/` can be fetched; a schema's `$id`, so it must not change. */
export const schemaAddress = (file: string) =>
  `${repositoryAddress.replace('//github.com/', '//raw.githubusercontent.com/')}/main/schema/${file}`;
