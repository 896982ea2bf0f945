import type { Draft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { RepositoryFile } from '../../ports/repository.ts';
import { findingsOf } from '../reading.ts';
import type { FileKind, RecordedSource } from '../source-kind.ts';
import { docFiles } from './doc-files.ts';
import { readDoc } from './read-doc.ts';

/** Docs files, and the questions of FAQ files: the files that the configuration names, by path. */
export const docsSource: FileKind = {
  from: 'files',
  owns: ({ kind }) => kind === 'file',
  shaping: () => ({}),
  async gather({ config, tree, recorded, mayBeSkipped, now }) {
    const { named, findings: unmatched } = docFiles(await tree.files(), config.sources);
    const byPath = Map.groupBy(recorded, ({ record: { provenance } }) =>
      provenance?.kind === 'file' ? provenance.path : null,
    );
    const isKnown = ({ path, revision }: RepositoryFile) => {
      const known = byPath.get(path) ?? [];
      const isSame = ({ record }: RecordedSource) =>
        record.sourceCount === known.length && record.revision === revision && mayBeSkipped(record);
      return known.length > 0 && known.every(isSame);
    };

    const drafts: Draft[] = [];
    const unread: RecordedSource[] = [];
    const findings: Finding[] = [...unmatched];
    const changed: RepositoryFile[] = [];
    for (const file of named) {
      if (file.kind === 'symlink') findings.push(...symlinkFindings(file.path));
      else if (file.kind !== 'file') continue;
      else if (isKnown(file)) unread.push(...(byPath.get(file.path) ?? []));
      else changed.push(file);
    }
    for await (const { file, bytes } of tree.read(changed)) {
      const reading = readDoc({ ...file, bytes }, config.defaults, now);
      drafts.push(...reading.drafts);
      findings.push(...reading.findings);
    }
    return { drafts, findings, unread, seen: null };
  },
};

function symlinkFindings(path: string): readonly Finding[] {
  const symlink = {
    rule: 'symlink',
    severity: 'warning',
    offset: 0,
    message: 'The file is a symbolic link and is not followed, expected a regular file.',
    remedy: 'Mark the file that it points to, or exclude the link in `sources.docs.exclude`.',
  } as const;
  const place = { file: path, line: null, column: null };
  return findingsOf([symlink], path, { kind: 'file', path }, () => place);
}
