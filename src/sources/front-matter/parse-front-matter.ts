import { isMap, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { FrontMatter } from '../../markdown/front-matter.ts';
import type { Problem } from '../problem.ts';

/** The parsed map of a front matter, or what is wrong with its YAML. */
export type ParsedFrontMatter =
  { readonly map: YAMLMap | null; readonly document: Document } | { readonly problem: Problem };

/** Checking the keys of a map for doubles takes time by the square of their number. */
const longest = 32_768;

/** Parses the YAML of a front matter. `map` is null where it holds something else than a map. */
export function parseFrontMatter(text: string, frontMatter: FrontMatter): ParsedFrontMatter {
  const { start, end } = frontMatter;
  const broken = (offset: number, message: string): ParsedFrontMatter => ({
    problem: {
      rule: 'front-matter',
      offset,
      message: `The front matter cannot be read: ${message}`,
      remedy: 'Correct the YAML between the `---` lines.',
    },
  });
  if (end - start > longest) {
    return broken(start, `it has ${end - start} characters, expected at most ${longest}.`);
  }
  try {
    const document = parseDocument(text.slice(start, end), { prettyErrors: false });
    const error = document.errors[0];
    if (error !== undefined) {
      const offset = Math.min(start + error.pos[0], end);
      return broken(offset, error.message.replace(/\s+/g, ' ').trim().replace(/\.?$/, '.'));
    }
    return { map: isMap(document.contents) ? document.contents : null, document };
  } catch (error) {
    if (error instanceof RangeError) return broken(start, 'it is nested too deeply.');
    throw error;
  }
}
