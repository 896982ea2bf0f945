import { counted } from '../../model/counted.ts';
import type { CheckName } from '../../report/check-names.ts';
import type { DoctorContext } from './doctor-context.ts';
import { notChecked, ok, type Examination } from './seen.ts';
import { tokenEnd } from './token-end.ts';

type Name = Extract<CheckName, 'site' | 'account' | 'write-access' | 'requests'>;

/** What the site says to the token. */
export const siteChecks: Readonly<Record<Name, Examination>> = {
  site: {
    needs: ['configuration'],
    async look(context) {
      const site = await context.site();
      const me = await site.me();
      const { total } = await site.list('article', me.id, 1);
      // Where there is no list of an account, it is that of all.
      const isWhole = site.quirks?.memory.wholeLists.includes('article') === true;
      const seen = `the token belongs to account ${me.id}; ${isWhole ? 'the site has' : 'it has'} ${counted(total, 'Article')}${isWhole ? '' : ' there'}`;
      const end = tokenEnd(context.tokenExpires, context.now());
      return {
        ...(end ? ok(`${seen}; ${end.message}`, end.remedy) : ok(seen)),
        forTeam: `(its name is ${me.name})`,
      };
    },
  },
  account: {
    needs: ['site'],
    async look(context) {
      const { account } = (await context.config()).destination;
      const me = await (await context.site()).me();
      if (account === null || account === me.id) return ok(`posts belong to account ${me.id}`);
      // That is what the setting is for: a token of another account, which plans.
      return ok(
        `destination.account is ${account}, and the token belongs to ${me.id}: it can plan, and not publish`,
        'Publish with a token of that account, or correct destination.account.',
      );
    },
  },
  'write-access': {
    needs: ['site'],
    async look(context, { tryWrite }) {
      if (!tryWrite)
        return notChecked(
          'no API tells whether a token may write',
          'Run `stack-publish doctor --try-write` with the token that publishes: it sends one write that the site has to refuse.',
        );
      await (await context.site()).tryWrite();
      return ok(
        'the token is writable: the site refused the text of a trial, not the token; or probably writable, where the site looks at texts first',
      );
    },
  },
  requests: {
    needs: ['site'],
    async look(context) {
      const each = 1 + (await listsOf(context));
      return ok(
        `a plan with nothing to do takes ${each} requests to the site and no write, so that 10 runs a day come to ${each * 300} a month; what is written comes on top`,
      );
    },
  },
};

/** How many lists of the account's posts a plan looks at: one for each kind that there is. */
async function listsOf(context: DoctorContext): Promise<number> {
  const kinds = await context
    .ledger()
    .then((ledger) => ledger.read())
    .then(({ index }) => new Set(Object.values(index.records).map(({ kind }) => kind)))
    // The ledger has a check of its own.
    .catch(() => new Set());
  return kinds.size === 0 ? 2 : kinds.size;
}
