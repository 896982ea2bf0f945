import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the packages that these files belong to, such as `node_modules/yaml`. */
export function packagesOf(files: readonly string[]): string[] {
  return files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
}

/**
 * Lists packages (folders relative to `root`) with their licence texts, sorted by name. Throws where
 * one has no licence text: then it must not be passed on.
 */
export function thirdPartyLicenses(root: string, packages: readonly string[]): string {
  const entries = [...new Set(packages)].map((folder) => readPackage(root, folder));
  const unique = new Map(entries.map((entry) => [`${entry.name} ${entry.version}`, entry]));
  return [
    'stack-publish holds code of these packages.\n',
    ...[...unique.values()]
      .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
      .map(
        ({ name, version, license, texts }) =>
          `${'-'.repeat(78)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`,
      ),
  ].join('\n');
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly texts: readonly string[];
}

function readPackage(root: string, folder: string): Package {
  const { name, version, license } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  ) as Partial<Record<'name' | 'version' | 'license', string>>;
  if (name === undefined || version === undefined) {
    throw new Error(`Cannot list licences: ${folder} has no name or version.`);
  }
  const texts = readdirSync(join(root, folder))
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file))
    .sort(compare)
    .map((file) =>
      readFileSync(join(root, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    );
  if (license === undefined || texts.join('') === '') {
    throw new Error(`Cannot list licences: ${name} ${version} has no licence or no text of it.`);
  }
  return { name, version, license, texts };
}
