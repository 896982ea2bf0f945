// A process of its own that writes to a ledger branch: `node branch-writer.ts ROOT KEY TIMES`.
import { branchLedger } from '../../../../src/adapters/ledger/branch/branch-ledger.ts';
import { ledgerRemote } from '../../../../src/adapters/ledger/branch/ledger-remote.ts';
import { count } from '../ledger-samples.ts';

const [root = '', key = '', times = '1'] = process.argv.slice(2);
const origin = { root, name: 'origin', env: {} };
const store = branchLedger(ledgerRemote(origin, 'stack-publish/ledger', null));
for (let done = 0; done < Number(times); done += 1) await store.update(count(key));
