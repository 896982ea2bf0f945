import * as z from 'zod/mini';
import { mechanisms } from '../model/evidence.ts';
import { filled, flag, line, oneOf, setting, text } from '../yaml/fields.ts';

const role = text(
  'a repository role above read, such as maintain or admin',
  /^(?!(?:none|read|pull)$)(?!\s)\P{Cc}{1,100}(?<!\s)$/u,
);

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** In milliseconds. */
const duration = z.pipe(
  text('a duration such as 7d, 12h or 30m', /^[1-9][0-9]{0,4}[smhdw]$/),
  z.transform((text) => Number(text.slice(0, -1)) * units[text.slice(-1) as keyof typeof units]),
);

/** Whose yes counts. */
export const approval = setting(
  z.strictObject(
    {
      accept: setting(
        filled(oneOf(mechanisms), 'a list of mechanisms'),
        ['environment', 'dispatch', 'comment'],
        'How a yes may be given; any one of these is enough. `gitlab`: GitLab tells who approved the deployment of the job, or who started the job by hand. `buildkite`: Buildkite tells who unblocked the block step before the job. `azure`: Azure DevOps tells who approved the stage. `asserted` takes the digest on the command line for a yes, and nothing proves who said it.',
      ),
      environment: setting(
        line("the environment's name"),
        'stack-internal',
        "The protected environment's name.",
      ),
      roles: setting(
        filled(role, 'a list of repository roles'),
        ['maintain', 'admin'],
        'Who may approve, or decide about a hold, by dispatch or comment: by role in the repository.',
      ),
      self: setting(flag(), true, "Whether the approver may be the pull request's author."),
      'max-age': setting(
        duration,
        '7d',
        'How old an approval may be: a whole number and `s`, `m`, `h`, `d` or `w`.',
      ),
    },
    'a map',
  ),
  {},
  'Whose yes counts.',
);
