import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `1.2.3`: no pre-releases, no ranges. */
export const plainVersion = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;

/** What a release is named with, by file. */
const places: readonly (readonly [file: string, form: RegExp])[] = [
  ['package.json', /^( {2}"version": ")[^"]+(")/m],
  ['package-lock.json', /^( {2}"version": ")[^"]+(")/m],
  ['package-lock.json', /("": \{\s+"name": "stack-publish",\s+"version": ")[^"]+(")/],
  ['src/model/version.ts', /(version = ')[^']+(')/],
];
/** Where other CIs are told which version to install. */
const installed = /(\bstack-publish@)\d+\.\d+\.\d+()/g;
/** Where a workflow uses the Action. */
const used = /(uses: stack-publish\/stack-publish@)[0-9a-f]{40} # .*()/g;

/** Writes a version to every file of the project at `root` that names it. */
export function setVersion(root: string, version: string): void {
  for (const [file, form] of places) edit(root, file, form, version);
  for (const file of pages(root)) edit(root, file, installed, version, false);
}

/** Lets every workflow to copy use the Action at a release's commit. */
export function pinAction(root: string, commit: string, tag: string): void {
  for (const file of pages(root)) edit(root, file, used, `${commit} # ${tag}`, false);
}

const pages = (root: string) =>
  globSync(['README.md', 'docs/**/*.md', 'examples/**/*'], { cwd: root }).filter((file) =>
    /(?:\.(?:md|ya?ml)|file)$/.test(file),
  );

function edit(root: string, file: string, form: RegExp, to: string, needed = true): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!needed && text.search(form) < 0) return;
  if (text.search(form) < 0) throw new Error(`${file} has no version at ${form.source}`);
  writeFileSync(
    path,
    text.replace(form, (_all, before: string, after: string) => `${before}${to}${after}`),
  );
}
