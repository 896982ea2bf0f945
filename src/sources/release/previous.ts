import { findFrontMatter } from '../../markdown/front-matter.ts';
import { isObject } from '../../model/is-object.ts';
import { readYaml } from '../../yaml/yaml-file.ts';

/** The tag that `previous:` in the front matter of a release's override names; null: none. */
export function previousIn(text: string): string | null {
  const head = findFrontMatter(text);
  if (head?.kind !== 'yaml') return null;
  const { tree } = readYaml(text.slice(head.start, head.end), ['previous']);
  const map: unknown = tree?.value;
  const previous = isObject(map) ? map['previous'] : null;
  return typeof previous === 'string' ? previous : null;
}
