import type { Config } from '../../config/schema.ts';
import type { Draft } from '../../model/draft.ts';
import type { Instant } from '../../model/post.ts';
import type { Provenance } from '../../model/provenance.ts';
import { formatSourceKey, sourceKey } from '../../model/source-key.ts';
import { skipBlankLines } from '../../markdown/lines.ts';
import { cutHeading } from '../../markdown/cut-heading.ts';
import { firstHeading } from '../../markdown/first-heading.ts';
import { findFrontMatter, type FrontMatter } from '../../markdown/front-matter.ts';
import { lineIndex } from '../../markdown/line-index.ts';
import { quoted } from '../../markdown/quoted.ts';
import type { RepositoryFile } from '../../ports/repository.ts';
import { readFaq } from '../faq/read-faq.ts';
import { readMarking, type Marking } from '../front-matter/read-marking.ts';
import { attributesCut, findingsOf, type Problem, type Reading } from '../reading.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { mayBeMarked } from './may-be-marked.ts';
import { nearMark } from './near-mark.ts';

type DocFile = Pick<RepositoryFile, 'path' | 'revision'> & { readonly bytes: Uint8Array };

/**
 * Reads a docs file. One that is not marked gives nothing, or a finding where it nearly is; a marked one
 * gives its draft (a FAQ: one for each question), or the findings (errors) that keep it from being one.
 * `now`: what is later is in the future.
 */
export function readDoc(
  file: DocFile,
  defaults: Config['defaults'],
  now: Instant = Infinity,
): Reading {
  const { path, revision, bytes } = file;
  const provenance: Provenance = { kind: 'file', path };
  if (!mayBeMarked(bytes)) {
    const near = nearMark(bytes);
    if (near === null) return { drafts: [], findings: [] };
    const at = lineIndex(near.text);
    const placeOf = (offset: number) => ({ file: path, ...at(offset) });
    return { drafts: [], findings: findingsOf([near.problem], path, provenance, placeOf) };
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.text === null) {
    const { line, seen } = decoded;
    const place = { file: path, line, column: null };
    return { drafts: [], findings: findingsOf([notText(seen)], path, provenance, () => place) };
  }
  const { text } = decoded;
  const frontMatter = findFrontMatter(text);
  if (frontMatter === null) return { drafts: [], findings: [] };
  const position = lineIndex(text);
  const placeOf = (offset: number) => ({ file: path, ...position(offset) });
  const failed = (source: string, problems: readonly Problem[]): Reading => ({
    drafts: [],
    findings: findingsOf(problems, source, provenance, placeOf),
  });
  if (frontMatter.kind !== 'yaml') return failed(path, [notYaml(frontMatter)]);
  const marking = readMarking(text, frontMatter, { now });
  if (marking === null) return { drafts: [], findings: [] };
  const own = sourceKey(provenance, marking.id);
  const key = formatSourceKey(own);
  if ('problems' in marking) return failed(key, marking.problems);
  const common = {
    revision,
    provenance,
    ...(marking.tags === null
      ? { tags: [...new Set(defaults.tags)] }
      : { tags: marking.tags.tags, tagsPlace: placeOf(marking.tags.offset) }),
  };
  const start = frontMatter.after;
  if (marking.as === 'faq') {
    const { level, warnings: unused } = marking;
    return readFaq(text, { start, key: own, level: level ?? 2, common, unused, placeOf });
  }
  const { titleAt, bodyAt, problems, ...article } = articleOf(text, start, marking);
  const draft: Draft = {
    ...common,
    ...article,
    key,
    kind: 'article',
    answer: null,
    type: marking.type ?? defaults.type ?? 'knowledge-article',
    editors: marking.editors ?? defaults.editors ?? null,
    place: placeOf(titleAt),
    bodyLine: position(bodyAt).line,
  };
  return {
    drafts: [draft],
    findings: findingsOf([...marking.warnings, ...problems], key, provenance, placeOf),
  };
}

/** An article's title and body, and the offsets at which they stand. */
function articleOf(
  text: string,
  end: number,
  marking: Marking,
): Pick<Draft, 'title' | 'body' | 'bodyCuts'> & {
  titleAt: number;
  bodyAt: number;
  problems: readonly Problem[];
} {
  const start = skipBlankLines(text, end);
  const whole = text.slice(start);
  const heading = marking.title === null ? firstHeading(whole) : null;
  if (heading === null) {
    const { title = '', offset = marking.offset } = marking.title ?? {};
    return { title, titleAt: offset, body: whole, bodyAt: start, problems: [] };
  }
  const { text: body, dropped, cut } = cutHeading(whole, heading);
  const { title } = heading;
  return {
    title,
    titleAt: start + heading.start,
    body,
    bodyAt: start + dropped,
    problems: attributesCut({ ...heading, start: start + heading.start }),
    ...(cut && { bodyCuts: [cut] }),
  };
}

/** A block that names `stack:` and yet is no YAML front matter. */
function notYaml({ kind, label }: FrontMatter): Problem {
  const [message, remedy] =
    kind === 'unclosed'
      ? [
          'The front matter has no end, expected a `---` line after it.',
          'Close the front matter with a `---` line.',
        ]
      : [
          `The front matter begins with ${quoted(`---${label}`)}, expected a plain \`---\` line.`,
          'Write the front matter as YAML between plain `---` lines.',
        ];
  return { rule: 'front-matter', offset: 0, message, remedy };
}

function notText(seen: string): Problem {
  return {
    rule: 'not-utf8',
    offset: 0,
    message: `The file is marked for publication and holds ${seen}, expected UTF-8 text.`,
    remedy: 'Save the file as UTF-8.',
  };
}
