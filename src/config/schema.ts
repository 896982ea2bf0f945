import * as z from 'zod/mini';
import { approval } from './approval-schema.ts';
import { defaults } from './defaults-schema.ts';
import { destination } from './destination-schema.ts';
import { aSharedConfig, extendedPattern } from './extended.ts';
import { about, oneOf, setting, text } from '../yaml/fields.ts';
import { ledger } from './ledger-schema.ts';
import { sources } from './sources-schema.ts';

const aCount = 'a whole number from 1 on';

/** The configuration file. */
export const configSchema = about(
  z.strictObject(
    {
      destination,
      extends: about(
        z.optional(z.nullable(text(aSharedConfig, extendedPattern))),
        'A shared configuration, which stands under this one: `acme/.github` (its first file of these names), `acme/.github:PATH@REF`, or a `.yml` file of this repository. What this file says goes before it.',
      ),
      sources,
      defaults,
      limits: setting(
        z.strictObject(
          {
            create: setting(
              z.int(aCount).check(z.minimum(1, aCount)),
              25,
              'How many new posts one plan may hold, and how many updates that change only where links lead; the rest waits for the next.',
            ),
            'articles-per-minute': setting(
              z.int(aCount).check(z.minimum(1, aCount)),
              1,
              'How many Articles API v2.3 writes in a minute: a site takes one from an account, unless an administrator changed that. API v3 has no such limit.',
            ),
          },
          'a map with create and articles-per-minute',
        ),
        {},
        'How much may happen at once.',
      ),
      visibility: setting(
        oneOf(['auto', 'private', 'public']),
        'auto',
        'Who can read the repository: `auto` asks the forge, and no answer counts as public. In a public one, no text of the site is shown.',
      ),
      approval,
      rules: setting(
        z.record(
          z.string("a rule's id"),
          oneOf(['error', 'warning', 'off']),
          'a map of rule ids to error, warning or off',
        ),
        {},
        'Severity by rule id: `error`, `warning` or `off`.',
      ),
      ledger,
    },
    'a map with destination',
  ),
  'The configuration of stack-publish.',
  { title: 'stack-publish configuration' },
);

/** The configuration with every default filled in. Keys are spelled as in the file. */
export type Config = z.output<typeof configSchema>;
