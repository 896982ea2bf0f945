import type { FleetPlace, FleetView } from '../../ports/forge-fleet.ts';
import { partOf } from '../loose-shape.ts';
import { anyObject, flag, list, nullable, oneOf, text, whole } from '../shape.ts';
import type { GitHub } from './open-github.ts';
import { repositoryOf } from './repository-about.ts';
import { requireSame } from './require-same.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

const asked: Asked = {
  doing: 'look at its files',
  permissions: 'contents: read, pull-requests: read, issues: read',
};

const blob = nullable(partOf({ kind: text }));
const blobText = partOf({ isTruncated: flag, text: nullable(text) });
const tree = partOf({ entries: list(partOf({ name: text, object: blob })) });
const rawTree = partOf({ entries: list(partOf({ object: nullable(anyObject) })) });
const named = nullable(partOf({ name: text }));
const place = partOf({
  nameWithOwner: text,
  defaultBranchRef: nullable(partOf({ target: nullable(partOf({ oid: text })) })),
  ref: nullable(partOf({ name: text })),
  pullRequests: partOf({
    nodes: list(
      partOf({
        number: whole(1),
        url: text,
        state: oneOf('OPEN', 'CLOSED', 'MERGED'),
        isCrossRepository: flag,
      }),
    ),
  }),
});
const history = nullable(
  partOf({
    target: nullable(partOf({ history: partOf({ nodes: list(partOf({ oid: text })) }) })),
  }),
);

const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** Asks for all that a set-up looks at, but the environments. */
export async function lookAtPlace(
  github: GitHub,
  wanted: Parameters<FleetPlace['look']>[0],
): Promise<FleetView> {
  const { paths, folder, labels, branch } = wanted;
  const root = wanted.of === null ? 'HEAD' : `refs/heads/${wanted.of}`;
  const variables: Record<string, string | boolean> = {
    ...github.repository,
    folder: `${root}:${folder}`,
    branch,
    ref: `refs/heads/${branch}`,
    history: wanted.history ?? '',
    withHistory: wanted.history !== null,
  };
  for (const [at, path] of paths.entries()) variables[`f${at}`] = `${root}:${path}`;
  for (const [at, label] of labels.entries()) variables[`l${at}`] = label;
  const repository = repositoryOf(
    await github.graphql(asked, queryFor(paths.length, labels.length), variables),
    asked,
  );
  const found = shaped(place, repository, asked);
  requireSame(asked, found.nameWithOwner, `${github.repository.owner}/${github.repository.name}`);
  const files = new Map<string, string | null>();
  for (const [at, path] of paths.entries()) {
    const value = repository[`f${at}`] ?? null;
    if (value !== null) files.set(path, textOf(value));
  }
  const there = shaped(blob, repository['folder'] ?? null, asked);
  if (there?.kind === 'Tree') {
    const { entries } = shaped(tree, repository['folder'], asked);
    const raw = shaped(rawTree, repository['folder'], asked).entries;
    for (const [at, { name }] of entries.entries())
      files.set(`${folder}/${name}`, textOf(raw[at]?.object ?? null));
  }
  const pull = found.pullRequests.nodes.find((each) => !each.isCrossRepository);
  const changed =
    wanted.history === null ? null : shaped(history, repository['withHistory'] ?? null, asked);
  return {
    head: found.defaultBranchRef?.target?.oid ?? null,
    files,
    changedAt: changed?.target?.history.nodes[0]?.oid ?? null,
    labels: labels.filter((_, at) => shaped(named, repository[`l${at}`] ?? null, asked) !== null),
    hasBranch: found.ref !== null,
    pull: pull ? { number: pull.number, url: pull.url, state: states[pull.state] } : null,
  };
}

/** Null for what is no short text. */
function textOf(value: unknown): string | null {
  if (shaped(blob, value, asked)?.kind !== 'Blob') return null;
  const { isTruncated, text: content } = shaped(blobText, value, asked);
  return isTruncated ? null : content;
}

// Of pull requests from forks, whose branches may have any name, the newest are passed over.
function queryFor(files: number, labels: number): string {
  const each = (count: number, text: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => text(at)).join(' ');
  const content = 'kind: __typename ... on Blob { isTruncated text }';
  return `query Place(
  $owner: String!, $name: String!, $folder: String!, $branch: String!, $ref: String!
  $history: String!, $withHistory: Boolean!
  ${each(files, (at) => `$f${at}: String!`)} ${each(labels, (at) => `$l${at}: String!`)}
) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    defaultBranchRef { target { oid } }
    ref(qualifiedName: $ref) { name }
    pullRequests(headRefName: $branch, first: 50, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number url state isCrossRepository }
    }
    folder: object(expression: $folder) {
      kind: __typename ... on Tree { entries { name object { ${content} } } }
    }
    withHistory: defaultBranchRef @include(if: $withHistory) {
      target { ... on Commit { history(path: $history, first: 1) { nodes { oid } } } }
    }
    ${each(files, (at) => `f${at}: object(expression: $f${at}) { ${content} }`)}
    ${each(labels, (at) => `l${at}: label(name: $l${at}) { name }`)}
  }
}`;
}
