/** A version of the changelog: its day, and what stands below its heading. */
export interface Section {
  /** `2026-12-01`. */
  readonly day: string;
  readonly text: string;
}

const heading = (version: string) =>
  new RegExp(String.raw`^## \[${version.replaceAll('.', '\\.')}\](.*)$`, 'm');
const unreleased = /^## \[Unreleased\]$/m;

/** The section of a version, without its heading. Throws where there is none, without a day, or empty. */
export function sectionOf(changelog: string, version: string): Section {
  const found = heading(version).exec(changelog);
  if (found === null)
    throw new Error(`CHANGELOG.md has no heading "## [${version}] - YYYY-MM-DD".`);
  const [line, rest = ''] = found;
  const day = /^ - (\d{4}-\d{2}-\d{2})$/.exec(rest)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(day)))
    throw new Error(`CHANGELOG.md has "${line}", expected "## [${version}] - YYYY-MM-DD".`);
  const after = changelog.slice(found.index + line.length);
  const text = after.slice(0, /^(?:## |\[[^\]]+\]: )/m.exec(after)?.index).trim();
  if (text === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return { day, text };
}

/** Makes what is unreleased the section of a version. Throws where there is nothing, or it is there. */
export function startSection(changelog: string, version: string, day: string): string {
  if (heading(version).test(changelog)) throw new Error(`CHANGELOG.md has ${version} already.`);
  if (!unreleased.test(changelog)) throw new Error('CHANGELOG.md has no "## [Unreleased]".');
  const started = changelog.replace(
    unreleased,
    () => `## [Unreleased]\n\n## [${version}] - ${day}`,
  );
  sectionOf(started, version);
  return started;
}
