import { configFiles } from '../../config/config-places.ts';
import { counted } from '../../model/counted.ts';
import { placeName } from '../../model/destination.ts';
import type { CheckName } from '../../report/check-names.ts';
import { failed, ok, skipped, type Examination } from './seen.ts';

type Name = Extract<
  CheckName,
  'programs' | 'repository' | 'configuration' | 'default-branch' | 'ledger' | 'ledger-push'
>;

/** What is here, and what git has to do with. */
export const repositoryChecks: Readonly<Record<Name, Examination>> = {
  programs: {
    needs: [],
    async look({ node, gitVersion }) {
      const git = await gitVersion();
      const seen = `Node.js ${node}, ${git}`;
      if (Number.parseInt(node, 10) >= 24) return ok(seen);
      const message = `${seen}, expected Node.js 24 or newer`;
      return failed('node-too-old', message, 'Install a newer Node.js.');
    },
  },
  repository: {
    needs: ['programs'],
    look: async (context) => ok((await context.repository()).root),
  },
  configuration: {
    needs: ['repository'],
    async look(context) {
      const config = await context.config();
      const { destination, approval } = config;
      return ok(
        `${placeName({ site: destination.url, team: destination.team })} (${destination.tier}); approved by ${approval.accept.join(', ')}; from ${configFiles(config).join(' over ')}`,
      );
    },
  },
  'default-branch': {
    needs: ['configuration'],
    async look(context) {
      const branch = await context.defaultBranch();
      if (branch === null) return skipped('the ledger is a file: the commit of HEAD counts');
      const { name, here } = branch;
      if (name === null || here === null || here === `refs/heads/${name}`)
        return ok(`plans are made from ${name ?? 'what the remote has'}`);
      return failed(
        'not-default-branch',
        `this is ${here}, where a plan is refused`,
        `Plan and publish on ${name}; on other branches run \`stack-publish check\`.`,
      );
    },
  },
  ledger: {
    needs: ['configuration'],
    async look(context) {
      const ledger = await context.ledger();
      const { index } = await ledger.read();
      const count = Object.keys(index.records).length;
      return ok(`${ledger.name} can be read and has ${counted(count, 'record')}`);
    },
  },
  'ledger-push': {
    needs: ['ledger'],
    async look(context) {
      const { commit } = await context.repository();
      // Tried with the commit that is here.
      if (commit === null) return skipped('the repository has no commit yet');
      const words = await context.pushRefusal();
      if (words === null) return ok('it can be written, as far as that shows without writing');
      return failed(
        'ledger-not-writable',
        `git may not push the ledger: ${words}`,
        'Let the run push: `permissions: { contents: write }` in a workflow, and no rule that protects the branch.',
      );
    },
  },
};
