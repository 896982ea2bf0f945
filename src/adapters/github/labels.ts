import { partOf } from '../loose-shape.ts';
import { nullable, text } from '../shape.ts';
import type { GitHub } from './open-github.ts';
import { repositoryOf } from './repository-about.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

const asked: Asked = { doing: 'read the labels', permissions: 'pull-requests: read' };
const label = nullable(partOf({ name: text }));

/** Which of these labels the repository has, as they are given: GitHub minds no capitals. */
export async function readLabels(
  github: GitHub,
  names: readonly string[],
): Promise<readonly string[]> {
  const variables = names.map((_, index) => `$name${index}: String!`).join(', ');
  const fields = names.map((_, index) => `label${index}: label(name: $name${index}) { name }`);
  const query = `query Labels($owner: String!, $name: String!, ${variables}) {
  repository(owner: $owner, name: $name) { ${fields.join(' ')} }
}`;
  const values = Object.fromEntries(names.map((name, index) => [`name${index}`, name]));
  const data = await github.graphql(asked, query, { ...github.repository, ...values });
  const repository = repositoryOf(data, asked);
  return names.filter((_, index) => shaped(label, repository[`label${index}`], asked) !== null);
}
