import { configPaths } from '../src/config/config-paths.ts';
import type { RuleInfo } from '../src/curation/rule.ts';
import type { Schema } from './json-schema.ts';

const smallest = `destination: { tier: business, team: acme-platform }
defaults: { tags: [platform] }
`;

/** The page that describes the configuration, made from its JSON Schema and the registry of rules. */
export function configurationPage(schema: Schema, rules: readonly RuleInfo[]): string {
  const sections = membersOf(schema).filter(([key]) => key !== 'rules');
  return `<!-- Made by \`npm run generate\` from src/config and src/curation. Change it there. -->

# Configuration

stack-publish reads one YAML file: ${configPaths.map((path) => `\`${path}\``).join(', or ')}. Another is named with \`--config FILE\`. A key that is not listed here, or a value that does not fit, is an error; all of them are reported at once, each with its line and column.

The smallest useful file:

\`\`\`yaml
${smallest}\`\`\`

Of an Enterprise, its main site:

\`\`\`yaml
destination: { tier: enterprise, url: "https://stack.acme.example" }
\`\`\`

and a private team on it:

\`\`\`yaml
destination: { tier: enterprise, url: "https://stack.acme.example", team: platform }
\`\`\`

## A shared configuration

\`extends\` names a configuration that stands under this one, so that many repositories say a thing once:

\`\`\`yaml
extends: acme/.github
defaults: { tags: [handbook] }
\`\`\`

- \`acme/.github\` is a repository on the same GitHub (of other forges, Gitea among them, only files of this repository are read); of it the first of ${configPaths.map((path) => `\`${path}\``).join(', ')} is read. \`acme/.github:policies/docs.yml\` names another file, \`acme/.github@v3\` a branch, a tag or a commit (a tag can be moved, a commit's full id cannot); without one it is what the default branch has now. A text that ends in \`.yml\` or \`.yaml\` and names neither path nor ref is a file of this repository, from its root: \`extends: config/publish.yml\`.
- Maps are put together key by key, and this file goes first. A list is taken whole, and so are \`ledger\`, \`defaults.editors\` and a \`destination\` of another tier. To take something away, say the opposite: \`rules: { mention: warning }\`, \`sources: { releases: false }\`, \`defaults: { tags: [] }\`.
- A shared file may hold every key but \`extends\`. What is wrong in it is told with its own name, line and column. A pattern of it that matches no file here is no warning.
- A public repository is read by everyone, another one by a \`GITHUB_TOKEN\` (the input \`github-token\`) that may read it. A job's own token reads its own repository and public ones: for a private or internal one give a token of an app or a person that may read its contents. The token goes to the GitHub of this repository alone, and no redirect is followed; neither is a renamed repository, whose former name anybody can take.
- Where it cannot be read, \`plan\`, \`publish\` and the other commands end with [\`extends-unreadable\`](troubleshooting.md#extends-unreadable) before anything is planned; \`check\` warns and goes on with what this file says.
- It is read again by each run, with one request (without a token, one for each of these names), and counts as it is then: also for \`publish\`, whose policy is not that of the plan where the shared file was changed in between. What it changes of a text's settings is planned as if it stood here.

**Whoever may push to the shared repository decides for all**: who may approve, which rules are off, and to which site the token is sent. Protect its default branch as you protect the environments, or name a commit.

## Help while you write

An editor with a YAML language server completes and checks the file when its first line names the schema, as in a file that \`stack-publish init\` wrote:

\`\`\`yaml
# yaml-language-server: $schema=${schema.$id}
\`\`\`

The package has the same file, for an editor without the network: after \`npm install --save-dev stack-publish\`, \`../node_modules/stack-publish/schema/config.json\` in \`.github/stack-publish.yml\`. A tool that knows no newer JSON Schema than draft-07 takes \`config-draft-07.json\` beside it, which accepts and refuses the same.

## Keys

A key is written here with its path: \`limits.create: 10\` stands for

\`\`\`yaml
limits:
  create: 10
\`\`\`

${sections.map(([key, section]) => sectionText(key, section, ((schema.then as Schema).required ?? []).includes(key))).join('\n')}
### rules

Severity by rule id: \`error\` keeps a source out of the plan, \`warning\` only says so, \`off\` is silent. By default \`{}\`: each rule has the severity of this table. Where it says *always*, the source could not be read or the site would refuse the post, so the severity cannot be lowered.

${table(
  ['Rule', 'Severity', 'Expects'],
  rules.map(({ id, severity, about, fixed }) => [
    `\`${id}\``,
    fixed ? `\`${severity}\`, always` : `\`${severity}\``,
    about,
  ]),
)}
## Environment

Secrets never stand in the file.

${table(['Variable', 'Holds'], environment)}
Blanks and line ends around a token are no part of it. \`http://\` is accepted for the loopback only.
`;
}

const environment = [
  [
    '`STACK_ACCESS_TOKEN`',
    "The token for Stack Internal: a personal access token, an OAuth token or a service key's token. `plan` needs read access, `publish` write access. It opens one team, or the main site of an Enterprise, and no other.",
  ],
  [
    '`STACK_TOKEN_EXPIRES`',
    'When that token ends, as `2026-11-30T12:00:00Z`; no secret, and not needed. The site does not tell it, so `doctor` tells of it a week before only where it stands here.',
  ],
  [
    '`STACK_API_KEY`',
    'Enterprise with API v2.3: the key of an application on the site, which every call needs beside the token.',
  ],
  [
    '`GITHUB_TOKEN`',
    'The token for GitHub, for pull requests, releases and approvals. It goes to the GitHub that the next variables name, and to no other.',
  ],
  [
    '`GITHUB_REPOSITORY`, `GITHUB_API_URL`, `GITHUB_GRAPHQL_URL`, `GITHUB_SERVER_URL`',
    "Which repository and which GitHub; set by GitHub's runner, and by you elsewhere. For a company's own server set `GITHUB_SERVER_URL`: the addresses of its API follow from it, and a `/` at the end means nothing. Another server as the API is an error beside it; for a gateway on a host of its own set `GITHUB_API_URL` and `GITHUB_REPOSITORY` alone.",
  ],
  ['`HTTPS_PROXY`, `NO_PROXY`', 'A proxy, and the hosts that are reached without it.'],
  ['`NODE_EXTRA_CA_CERTS`', "A file with a company's own certificate authority."],
];

function sectionText(key: string, section: Schema, required: boolean): string {
  const rows = rowsOf(key, section);
  const lead = `${section.description ?? ''}${required ? ' Required, here or in what this file extends.' : ''}`;
  // A section without keys of its own is a key itself: its table says all.
  return rows.length === 1 && rows[0]?.[0] === `\`${key}\``
    ? `### ${key}\n\n${table(['Key', 'Type', 'Default', 'Meaning'], rows)}`
    : `### ${key}\n\n${lead}\n\n${table(['Key', 'Type', 'Default', 'Meaning'], rows)}`;
}

/** The rows of a key and of the keys in it. */
function rowsOf(path: string, schema: Schema): string[][] {
  const inner = membersOf(schema);
  const own = [`\`${path}\``, typeOf(schema), defaultOf(schema), schema.description ?? ''];
  const choice = schema.anyOf !== undefined;
  return [
    ...(inner.length === 0 || (choice && path.includes('.')) ? [own] : []),
    ...inner.flatMap(([key, member]) => rowsOf(`${path}.${key}`, member)),
  ];
}

function defaultOf(schema: Schema): string {
  const value = schema.default;
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'object' && Object.keys(value).length === 0 && !Array.isArray(value)) {
    return membersOf(schema).length === 0 ? '`{}`' : 'as below';
  }
  return `\`${flow(value)}\``;
}

/** The members of a map, or of the map that is one of several choices. */
function membersOf(schema: Schema): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {}) as [string, Schema][];
  return [...own, ...(schema.anyOf ?? []).flatMap(membersOf)];
}

/** A type in words, such as "a list of text". */
function typeOf(schema: Schema): string {
  const choices = (schema.anyOf ?? [schema]).filter(({ type }) => type !== 'null');
  return [...new Set(choices.map((choice) => oneTypeOf(choice)))].join(' or ');
}

function oneTypeOf(schema: Schema): string {
  if (schema.anyOf !== undefined) return typeOf(schema);
  if (schema.const !== undefined) return `\`${flow(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${flow(value)}\``).join(', ');
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null');
    return types.map((type) => oneTypeOf({ ...schema, type })).join(' or ');
  }
  if (schema.type === 'array') return `list of ${typeOf(schema.items as Schema)}`;
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.type === 'integer') return 'whole number';
  if (schema.type === 'string') return schema.format === 'date' ? 'day (YYYY-MM-DD)' : 'text';
  if (typeof schema.additionalProperties === 'object') {
    return `map to ${typeOf(schema.additionalProperties)}`;
  }
  return 'map';
}

/** A value in YAML's flow style. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  return typeof value === 'string' && /^[\w./-]+$/.test(value) ? value : JSON.stringify(value);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
