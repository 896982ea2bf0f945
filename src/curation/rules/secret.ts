import { findSecrets } from '../find-secrets.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

const remedy =
  'Take it out and revoke it; where it is a mere example, write one that no scanner takes for real.';

export const secret: Rule = {
  id: 'secret',
  severity: 'error',
  about: 'A text holds no private key, and no token or password of a known form.',
  check(draft) {
    const inTitle = findSecrets(draft.title).map(({ kind }) => ({
      message: `The title seems to hold a secret (${kind}), expected none.`,
      remedy,
    }));
    const inTexts = textsOf(draft).flatMap(({ name, text }) =>
      findSecrets(text).map(({ kind, offset }) => ({
        at: { field: name, offset },
        // The secret itself stays out of logs and comments.
        message: `The ${name} seems to hold a secret (${kind}), expected none.`,
        remedy,
      })),
    );
    return [...inTitle, ...inTexts];
  },
};
