// A process of its own that writes to a ledger branch: `node branch-writer.ts ROOT KEY TIMES`.
import { branchLedger } from '../../../src/adapters/git/branch-ledger.ts';
import { count } from '../ledger-samples.ts';

const [root = '', key = '', times = '1'] = process.argv.slice(2);
const store = branchLedger({
  root,
  remote: 'origin',
  branch: 'stack-publish/ledger',
  author: { name: 'Bot', email: 'bot@acme.example' },
});
for (let done = 0; done < Number(times); done += 1) await store.update(count(key));
