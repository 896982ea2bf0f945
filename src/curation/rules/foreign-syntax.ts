import { withoutFormulas } from '../../markdown/math.ts';
import { nodesOf } from '../../markdown/nodes.ts';
import { quoted } from '../../markdown/quoted.ts';
import { memoize } from '../../model/memoize.ts';
import { foreignKinds } from '../foreign/foreign-kinds.ts';
import type { Rule } from '../rule.ts';
import type { Prose } from '../texts.ts';

export const foreignSyntax: Rule = {
  id: 'foreign-syntax',
  severity: 'warning',
  about:
    "A text has no syntax of another tool outside code, such as a shortcode of Hugo, `{% … %}`, a content tab, an include, a component or a wiki link; each tool's is told once a text, with how many there are.",
  check: (draft, context) => context.prose(draft).flatMap(remarksOn),
};

function remarksOn({ name, text, tree, prose }: Prose) {
  const labels = memoize(
    () =>
      new Set(
        nodesOf(tree).flatMap((node) =>
          node.type === 'definition' ? [node.identifier.toLowerCase()] : [],
        ),
      ),
  );
  const searched = { text, tree, prose: withoutFormulas(prose), labels };
  return foreignKinds.flatMap(({ what, shows, remedy, find }) => {
    const [first, ...others] = find(searched);
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` (and ${others.length} more of the kind)`;
    return [
      {
        at: { field: name, offset: first.index },
        message: `The text has ${quoted(first.found)}${more}, ${what}: ${shows ?? 'GitHub and Stack show it as text'}.`,
        remedy,
      },
    ];
  });
}
