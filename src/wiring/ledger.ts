import { resolve } from 'node:path';
import { ledgerRemote, type LedgerRemote } from '../adapters/ledger/branch/ledger-remote.ts';
import type { Config } from '../config/schema.ts';
import { Fault } from '../model/error.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Repository } from '../ports/repository.ts';
import type { Environment } from './environment.ts';
import { originOf } from './origin.ts';

/** Where the ledger is: the path of a file or folder, or a branch of the remote `origin`. */
export async function ledgerPlace(
  environment: Environment,
  repository: Repository,
  ledger: Config['ledger'],
): Promise<string | LedgerRemote> {
  const { root } = repository;
  // A folder is named by its slash, which resolving would drop.
  if ('file' in ledger) return resolve(root, ledger.file) + (ledger.file.endsWith('/') ? '/' : '');
  const addresses = await repository.routes('origin');
  if (addresses.length === 0)
    throw new Fault(
      'usage',
      'config-invalid',
      'Cannot open the ledger: it is a branch of the remote `origin`, and there is no such remote.',
      { remedy: 'Add the remote, or set ledger to { file: PATH } for a trial.' },
    );
  return ledgerRemote(
    await originOf(environment, repository, addresses),
    ledger.branch,
    repository.commit,
  );
}

/** Opens the ledger that lies there. */
export async function openLedger(place: string | LedgerRemote): Promise<LedgerStore> {
  if (typeof place === 'string')
    return (await import('../adapters/ledger/file/file-ledger.ts')).fileLedger(place);
  const { branchLedger } = await import('../adapters/ledger/branch/branch-ledger.ts');
  return branchLedger(place);
}
