import { lineIndex } from '../../markdown/line-index.ts';
import type { Finding } from '../../model/finding.ts';
import type { FileTree } from '../../ports/repository.ts';
import { decodeUtf8 } from '../docs/decode-utf8.ts';
import { findingsOf } from '../reading.ts';
import type { SourcesConfig } from '../source-kind.ts';
import { failed, parseReleaseFile } from './release-file.ts';
import { sectionsFrom, type ReleaseSections } from './sort-notes.ts';

const paths = ['.github/release.yml', '.github/release.yaml'];

/** Where the notes of releases go; null where the file that tells it cannot be read, as the findings say. */
export interface ReadSections {
  readonly sections: ReleaseSections | null;
  readonly findings: readonly Finding[];
}

/** Reads where notes go: from the file that GitHub reads as well, else from the configuration. */
export async function readSections(
  tree: FileTree,
  { sources: { releases } }: SourcesConfig,
): Promise<ReadSections> {
  const files = await tree.files();
  const named = paths.flatMap((path) => files.find((each) => each.path === path) ?? []);
  for await (const { file, bytes } of tree.read(named.slice(0, 1))) {
    const decoded = decodeUtf8(bytes);
    const { sections, problems } =
      decoded.text === null
        ? failed([{ offset: 0, seen: `it has ${decoded.seen}, expected UTF-8 text` }])
        : parseReleaseFile(decoded.text);
    const at = lineIndex(decoded.text ?? '');
    const placeOf = (offset: number) =>
      decoded.text === null
        ? { file: file.path, line: decoded.line, column: 1 }
        : { file: file.path, ...at(offset) };
    const provenance = { kind: 'file', path: file.path } as const;
    return { sections, findings: findingsOf(problems, file.path, provenance, placeOf) };
  }
  return { sections: sectionsFrom(releases === false ? {} : releases.sections), findings: [] };
}
