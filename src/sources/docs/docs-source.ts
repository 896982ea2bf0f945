import type { Draft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { RepositoryFile } from '../../ports/repository.ts';
import { quoted } from '../../markdown/quoted.ts';
import { memoize } from '../../model/memoize.ts';
import { isLink, linkedFiles, linksAsBefore } from '../linked-files.ts';
import { findingsOf, type Problem } from '../reading.ts';
import type { FileKind, RecordedSource } from '../source-kind.ts';
import { docFiles } from './doc-files.ts';
import { withLocalImages } from './local-images.ts';
import { readDoc } from './read-doc.ts';

/** Docs files, and the questions of FAQ files: the files that the configuration names, by path. */
export const docsSource: FileKind = {
  from: 'files',
  owns: ({ kind }) => kind === 'file',
  shaping: () => ({}),
  async gather({ config, tree, recorded, mayBeSkipped, now }) {
    const files = await tree.files();
    const { named, findings: unmatched } = docFiles(files, config);
    const revisions = memoize(() => new Map(files.map(({ path, revision }) => [path, revision])));
    const byPath = Map.groupBy(recorded, ({ record: { provenance } }) =>
      provenance?.kind === 'file' ? provenance.path : null,
    );
    const isKnown = ({ path, revision }: RepositoryFile) => {
      const known = byPath.get(path) ?? [];
      const isSame = ({ record }: RecordedSource) =>
        record.sourceCount === known.length &&
        record.revision === revision &&
        mayBeSkipped(record) &&
        // What it shows is as it was.
        Object.entries(record.dependsOn).every(
          ([path, blob]) => blob === null || isLink(blob) || (revisions().get(path) ?? '') === blob,
        );
      return known.length > 0 && known.every(isSame);
    };

    const drafts: Draft[] = [];
    const skipped: RepositoryFile[] = [];
    const findings: Finding[] = [...unmatched];
    const changed: RepositoryFile[] = [];
    const absent = named.filter(({ kind }) => kind === 'absent');
    if (absent.length > 0) findings.push(...notCheckedOut(absent));
    for (const file of named) {
      if (file.kind === 'symlink') findings.push(...findingOf(file.path, symlink));
      else if (file.kind === 'unnamed') findings.push(...findingOf(file.path, unnamed));
      else if (file.kind !== 'file') continue;
      else if (isKnown(file)) skipped.push(file);
      else changed.push(file);
    }
    const read = async (some: readonly RepositoryFile[]) => {
      for await (const { file, bytes, changedBy } of tree.read(some)) {
        const reading = readDoc({ ...file, bytes }, config.defaults, now);
        drafts.push(...reading.drafts);
        findings.push(...reading.findings);
        if (changedBy && reading.drafts.length + reading.findings.length > 0)
          findings.push(...findingOf(file.path, otherBytes(changedBy)));
      }
    };
    await read(changed);
    const recordsOf = ({ path }: RepositoryFile) => byPath.get(path) ?? [];
    // What could not be read is the source that it was.
    const failed = findings.flatMap(({ provenance }) =>
      provenance.kind === 'file' ? provenance.path : [],
    );
    const asRecorded = new Set([...skipped.map(({ path }) => path), ...failed]);
    const standing = [...asRecorded].flatMap((path) => byPath.get(path) ?? []);
    const linked = linkedFiles(drafts, standing, files);
    // Of those that link to what became a source, or is none any more, the text is another.
    const isLinkedAnew = (file: RepositoryFile) =>
      !recordsOf(file).every(({ record }) => linksAsBefore(record, linked));
    const [anew, unread] = [skipped.filter(isLinkedAnew), skipped.filter((f) => !isLinkedAnew(f))];
    await read(anew);
    return {
      drafts: await withLocalImages(drafts, files, tree),
      findings,
      unread: unread.flatMap(recordsOf),
      seen: null,
      linked,
    };
  },
};

const symlink = {
  rule: 'symlink',
  severity: 'warning',
  offset: 0,
  message: 'The file is a symbolic link and is not followed, expected a regular file.',
  remedy: 'Mark the file that it points to, or exclude the link in `sources.docs.exclude`.',
} as const;

const unnamed = {
  rule: 'name-not-utf8',
  severity: 'warning',
  offset: 0,
  message:
    'The name of the file is not UTF-8, expected a name that can be written: it is not read.',
  remedy: 'Rename the file, or exclude it in `sources.docs.exclude`.',
} as const;

function otherBytes(changedBy: string): Problem {
  return {
    rule: 'other-bytes',
    severity: 'warning',
    offset: 0,
    message: `The file was read as it is on disk, and ${changedBy} in .gitattributes may give a commit other bytes, expected the same: \`plan\` reads those of the commit.`,
    remedy: 'Look at the plan of a commit, or store the file as it is.',
  };
}

function notCheckedOut(absent: readonly RepositoryFile[]): readonly Finding[] {
  const [first] = absent.map(({ path }) => path);
  const problem = {
    rule: 'not-checked-out',
    severity: 'warning',
    offset: 0,
    message: `A sparse checkout leaves out ${absent.length} of the files that \`sources.docs\` names, the first is ${quoted(first ?? '')}, expected all of them: they were not looked at.`,
    remedy:
      'Check a full checkout, as after `git sparse-checkout disable`; `plan` reads the commit.',
  } as const;
  return findingsOf([problem], 'sources.docs', { kind: 'file', path: 'sources.docs' }, () => null);
}

function findingOf(path: string, problem: Problem): readonly Finding[] {
  const place = { file: path, line: null, column: null };
  return findingsOf([problem], path, { kind: 'file', path }, () => place);
}
