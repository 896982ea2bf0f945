import * as z from 'zod/mini';
import type { FakeGitHub } from '../fake-github.ts';

export const fileSchema = z.strictObject({
  /** OWNER/NAME, other than the repository that is served whole. */
  repository: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/)),
  path: z.string().check(z.minLength(1)),
  /** Null takes it away. */
  text: z.nullable(z.string()),
  /** A branch, a tag or a commit; the default branch where it is left out. */
  ref: z.optional(z.string()),
  private: z.optional(z.boolean()),
});
export type FileInput = z.input<typeof fileSchema>;

/** Puts a file into another repository, which is made for it. */
export function putFile(github: FakeGitHub, input: z.output<typeof fileSchema>): object {
  const [owner = '', name = ''] = input.repository.split('/');
  const key = input.repository.toLowerCase();
  const known = github.others.get(key);
  const files = new Map(known?.files);
  const at = `${input.ref ?? 'HEAD'}:${input.path}`;
  if (input.text === null) files.delete(at);
  else files.set(at, input.text);
  const closed = input.private ?? known?.private ?? false;
  github.others.set(key, { owner, name, private: closed, files });
  return { repository: input.repository, private: closed, files: [...files.keys()] };
}
