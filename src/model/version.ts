/** The version of this package; a test holds it against package.json. */
export const version = '0.1.0';

/** The project's repository; a test holds it against package.json. */
export const repositoryAddress = 'https://github.com/stack-publish/stack-publish';

/** Where users find the pages of `docs/`. */
export const docsAddress = `${repositoryAddress}/blob/main/docs`;

/** Where an editor finds the schema of a configuration, without the package. */
export const schemaAddress =
  'https://raw.githubusercontent.com/stack-publish/stack-publish/main/schema/config.json';
