import * as z from 'zod/mini';
import { mechanisms } from '../model/evidence.ts';
import { durationPattern, milliseconds } from './duration.ts';
import { about, filled, flag, line, oneOf, text } from '../yaml/fields.ts';

/** Whose yes counts. */
export const approval = about(
  z.prefault(
    z.strictObject(
      {
        accept: about(
          z.prefault(filled(oneOf(mechanisms), 'a list of mechanisms'), [
            'environment',
            'dispatch',
            'comment',
          ]),
          'How a yes may be given; any one of these is enough. `asserted` takes the digest on the command line for a yes, and nothing proves who said it.',
        ),
        environment: about(
          z.prefault(line("the environment's name"), 'stack-internal'),
          "The protected environment's name.",
        ),
        roles: about(
          z.prefault(
            filled(
              text(
                'a repository role above read, such as maintain or admin',
                /^(?!(?:none|read|pull)$)(?!\s)\P{Cc}{1,100}(?<!\s)$/u,
              ),
              'a list of repository roles',
            ),
            ['maintain', 'admin'],
          ),
          'Who may approve by dispatch or comment, by role in the repository.',
        ),
        self: about(
          z.prefault(flag(), true),
          "Whether the approver may be the pull request's author.",
        ),
        'max-age': about(
          z.prefault(
            z.pipe(
              text('a duration such as 7d, 12h or 30m', durationPattern),
              z.transform(milliseconds),
            ),
            '7d',
          ),
          'How old an approval may be: a whole number and `s`, `m`, `h`, `d` or `w`.',
        ),
      },
      'a map',
    ),
    {},
  ),
  'Whose yes counts.',
);
