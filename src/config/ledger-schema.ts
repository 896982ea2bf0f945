import * as z from 'zod/mini';
import { about, line, member, text } from '../yaml/fields.ts';

const defaultBranch = 'stack-publish/ledger';

const map = z
  .strictObject(
    {
      branch: about(
        z.optional(
          text(
            "a branch's name, without refs/heads/",
            /^(?!@$|[-/.]|refs\/|.*(?:\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)))[^\s~^:?*[\\\p{Cc}]{1,200}(?<![/.])$/u,
          ),
        ),
        'An orphan branch of the remote `origin`.',
        { default: defaultBranch },
      ),
      file: about(
        z.optional(line('the path of a file or folder')),
        'A file, or a folder (a path that ends with `/`), in place of the branch: for trials and for a terminal.',
      ),
    },
    'a map with either branch or file',
  )
  .check(
    z.refine(
      (value) => member(value, 'branch') === undefined || member(value, 'file') === undefined,
      { when: () => true, error: 'either branch or file' },
    ),
  );

const place = z.transform(
  ({ branch, file }: z.output<typeof map>): { branch: string } | { file: string } =>
    file === undefined ? { branch: branch ?? defaultBranch } : { file },
);

/** Where the record of what was posted is kept. */
export const ledger = about(
  z.prefault(z.pipe(map, place), {}),
  'Where the record of what was posted is kept: in a branch, or in a file.',
  { not: { required: ['branch', 'file'] } },
);
