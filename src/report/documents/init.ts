import * as z from 'zod/mini';
import { doctorDocument } from './doctor.ts';
import { about, list, requests } from './shared.ts';

/** One thing that is set up. */
export const initStep = () =>
  z.strictObject({
    kind: z.enum(['config', 'workflow', 'gitignore', 'environment', 'label']),
    name: about(z.string(), 'The path of a file, or the name on the forge.'),
    state: about(
      z.enum(['created', 'changed', 'planned', 'proposed', 'kept', 'differs', 'left', 'failed']),
      'Planned: a dry run would be one that does it. Proposed: a pull request has it (`--org`). Kept: it was there and is fine. Differs: it was there, and is another; nothing was changed. Left: a person has to do it, see `left`. Failed: run it again.',
    ),
    message: about(z.nullable(z.string()), 'What there is to say of it; else null.'),
  });

/** Something that is left for a person. */
export const initChore = () =>
  z.strictObject({
    do: about(z.string(), 'What to do, in a sentence.'),
    url: about(z.nullable(z.string()), 'Where, or where it is told.'),
    run: about(z.nullable(z.string()), 'A command that does it, where there is one.'),
  });

/** What `init --json` prints. */
export const initDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('init'),
    dryRun: about(z.boolean(), 'Whether nothing was written, here or on the forge.'),
    repository: about(
      z.nullable(z.string()),
      'OWNER/NAME on GitHub; null where the repository is on none that is known.',
    ),
    approval: about(
      z.nullable(z.enum(['reviewers', 'comments', 'dispatch'])),
      'How a workflow gets its approval; null: none was written, whoever runs the command approves.',
    ),
    steps: about(list(initStep()), 'What is set up, in this order.'),
    left: about(list(initChore()), 'What is left for a person to do, in this order.'),
    checks: about(
      z.nullable(doctorDocument.shape.checks),
      'What `doctor` says after that; null where there is no configuration yet.',
    ),
    next: about(z.string(), 'What to do next, in one sentence.'),
    requests: requests(),
  }),
  'What was set up and what is left to do, as `stack-publish init --json` prints it.',
);
export type InitDocument = z.infer<typeof initDocument>;
