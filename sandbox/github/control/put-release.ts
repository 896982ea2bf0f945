import * as z from 'zod/mini';
import { date } from '../../control/input.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { Release } from '../records.ts';
import { login, userOf } from './input.ts';

export const releaseSchema = z.strictObject({
  tag: z.string().check(z.minLength(1)),
  name: z.optional(z.nullable(z.string())),
  body: z.optional(z.nullable(z.string())),
  draft: z.optional(z.boolean()),
  prerelease: z.optional(z.boolean()),
  /** What the tag is made at, where it is not there: a branch or a commit. */
  target: z.optional(z.string()),
  author: z.optional(login),
  created: z.optional(date),
  published: z.optional(date),
  updated: z.optional(date),
});
export type ReleaseInput = z.input<typeof releaseSchema>;

/** Makes a release, or changes the one with this tag. Publishing it makes the tag where it is not there. */
export async function putRelease(
  github: FakeGitHub,
  input: z.output<typeof releaseSchema>,
): Promise<Release> {
  const now = github.clock.now();
  const at = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
  const known = github.releases.get(input.tag);
  const draft = input.draft ?? known?.draft ?? false;
  const target = input.target ?? known?.target ?? github.defaultBranch;
  const created = at(input.created) ?? known?.created ?? now;
  const release: Release = {
    id: known?.id ?? github.newId(),
    tag: input.tag,
    name: input.name === undefined ? (known ? known.name : input.tag) : input.name,
    body: input.body === undefined ? (known?.body ?? null) : input.body,
    draft,
    prerelease: input.prerelease ?? known?.prerelease ?? false,
    target,
    author: known?.author ?? userOf(github, input.author ?? 'mia-maintain'),
    created,
    published: draft ? null : (at(input.published) ?? known?.published ?? at(input.created) ?? now),
    updated: at(input.updated) ?? (known ? now : (at(input.published) ?? created)),
  };
  if (!draft) await github.git.tag(input.tag, target);
  github.releases.set(release.tag, release);
  return release;
}
