import type { Draft, LineCut } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import { formatSourceKey, sourceKey } from '../../model/source-key.ts';
import { skipBlankLines } from '../../markdown/lines.ts';
import { cutHeading } from '../../markdown/cut-heading.ts';
import { firstHeading } from '../../markdown/first-heading.ts';
import { findFrontMatter, type FrontMatter } from '../../markdown/front-matter.ts';
import { lineIndex } from '../../markdown/line-index.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { readFaq } from '../faq/faq.ts';
import { readMarking, type Marking } from '../front-matter/marking.ts';
import { mayBeMarked } from './names-stack.ts';
import type { Problem } from '../problem.ts';
import { findingOf } from '../problem-finding.ts';
import type { Reading, SourceDefaults } from '../reading.ts';
import { quoted } from '../../markdown/quoted.ts';

/** A file of the repository: its path from the root, and its git blob id. */
export interface DocFile {
  readonly path: string;
  readonly revision: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a docs file. A file that is not marked gives nothing; a marked one gives its draft (a FAQ: one
 * for each question), or the findings (errors) that keep it from being one.
 */
export function readDoc(file: DocFile, defaults: SourceDefaults): Reading {
  if (!mayBeMarked(file.bytes)) return { drafts: [], findings: [] };
  const decoded = decodeUtf8(file.bytes);
  if (decoded.text === null) return notText(file.path, decoded);
  const { text } = decoded;
  const frontMatter = findFrontMatter(text);
  if (frontMatter === null) return { drafts: [], findings: [] };
  if (frontMatter.kind !== 'yaml') return failed(file, text, file.path, [notYaml(frontMatter)]);
  const marking = readMarking(text, frontMatter);
  if (marking === null) return { drafts: [], findings: [] };
  const own = sourceKey({ kind: 'file', path: file.path }, marking.id);
  const key = formatSourceKey(own);
  if ('problems' in marking) return failed(file, text, key, marking.problems);
  if (marking.as === 'faq') {
    const tags = tagsOf(file, text, marking, defaults);
    return readFaq(file, text, { start: frontMatter.after, key: own, tags, marking });
  }
  return { drafts: [articleOf(file, text, frontMatter, marking, key, defaults)], findings: [] };
}

function articleOf(
  file: DocFile,
  text: string,
  frontMatter: FrontMatter,
  marking: Marking,
  key: string,
  defaults: SourceDefaults,
): Draft {
  const start = skipBlankLines(text, frontMatter.after);
  const whole = text.slice(start);
  const heading = marking.title === null ? firstHeading(whole) : null;
  const body: { text: string; dropped: number; cut: LineCut | null } =
    heading === null ? { text: whole, dropped: 0, cut: null } : cutHeading(whole, heading);
  const titleOffset = heading === null ? marking.offset : start + heading.start;
  const position = lineIndex(text);
  return {
    key,
    revision: file.revision,
    provenance: { kind: 'file', path: file.path },
    kind: 'article',
    title: marking.title?.title ?? heading?.title ?? '',
    body: body.text,
    answer: null,
    ...tagsOf(file, text, marking, defaults),
    type: marking.type ?? defaults.type ?? 'knowledge-article',
    editors: marking.editors ?? defaults.editors ?? null,
    place: { file: file.path, ...position(marking.title?.offset ?? titleOffset) },
    bodyLine: position(start + body.dropped).line,
    ...(body.cut === null ? {} : { cut: body.cut }),
  };
}

function tagsOf(
  { path }: DocFile,
  text: string,
  { tags }: Marking,
  defaults: SourceDefaults,
): Pick<Draft, 'tags' | 'tagsPlace'> {
  if (tags === null) return { tags: [...new Set(defaults.tags)] };
  return { tags: tags.tags, tagsPlace: { file: path, ...lineIndex(text)(tags.offset) } };
}

/** A block that names `stack:` and yet is no YAML front matter. */
function notYaml({ kind, label }: FrontMatter): Problem {
  if (kind === 'unclosed') {
    return {
      rule: 'front-matter',
      offset: 0,
      message: 'The front matter has no end, expected a `---` line after it.',
      remedy: 'Close the front matter with a `---` line.',
    };
  }
  return {
    rule: 'front-matter',
    offset: 0,
    message: `The front matter begins with ${quoted(`---${label}`)}, expected a plain \`---\` line.`,
    remedy: 'Write the front matter as YAML between plain `---` lines.',
  };
}

function failed(
  file: DocFile,
  text: string,
  source: string,
  problems: readonly Problem[],
): Reading {
  const { path } = file;
  const position = lineIndex(text);
  const findings = problems.map((problem) =>
    findingOf(problem, source, { kind: 'file', path }, { file: path, ...position(problem.offset) }),
  );
  return { drafts: [], findings };
}

function notText(path: string, { line, seen }: { line: number; seen: string }): Reading {
  const finding: Finding = {
    rule: 'not-utf8',
    severity: 'error',
    source: path,
    provenance: { kind: 'file', path },
    place: { file: path, line, column: null },
    message: `The file is marked for publication and holds ${seen}, expected UTF-8 text.`,
    remedy: 'Save the file as UTF-8.',
  };
  return { drafts: [], findings: [finding] };
}
