// A process of its own that writes to a ledger: `node writer.ts PATH count KEY TIMES`, or `hold`,
// which takes the lock, says so, and waits to be killed.
import { fileLedger } from '../../../../src/adapters/ledger/file/file-ledger.ts';
import { takeLock } from '../../../../src/adapters/ledger/file/lock.ts';
import { count } from '../ledger-samples.ts';

const [path = '', mode, key = '', times = '1'] = process.argv.slice(2);

if (mode === 'count') {
  const store = fileLedger(path);
  for (let done = 0; done < Number(times); done += 1) await store.update(count(key));
} else {
  await takeLock(path, 0);
  process.stdout.write('held\n');
  setInterval(() => {}, 1000);
}
