import { resolve } from 'node:path';
import type { Remote } from '../adapters/git/remote.ts';
import { remoteAccess } from '../adapters/git/remote-access.ts';
import { ledgerRemote, type LedgerRemote } from '../adapters/ledger/branch/ledger-remote.ts';
import type { Config } from '../config/schema.ts';
import { Fault } from '../model/error.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import { memoize } from '../model/memoize.ts';
import type { History } from '../ports/history.ts';
import type { Repository } from '../ports/repository.ts';
import type { Environment } from './environment.ts';
import { gitHubToken } from './forge.ts';

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

/** The remote `origin`, and how git talks to it. */
async function originOf(
  environment: Environment,
  repository: Repository,
  addresses: readonly string[],
): Promise<Remote> {
  const token = gitHubToken(environment) ?? undefined;
  const access = remoteAccess({ addresses, server: environment.github.serverUrl, token });
  const sshCommand = await repository.sshCommand();
  return { root: repository.root, name: 'origin', ...access, sshCommand };
}

/** The history of the remote's tags; nothing is loaded or started before the first question. */
export function openHistory(
  environment: Environment,
  repository: Repository,
): History & AsyncDisposable {
  let opened: (History & AsyncDisposable) | null = null;
  const open = memoize(async () => {
    const { gitHistory } = await import('../adapters/git/history.ts');
    const addresses = await repository.routes('origin');
    const remote =
      addresses.length === 0 ? null : await originOf(environment, repository, addresses);
    opened = gitHistory({ root: repository.root, remote });
    return opened;
  });
  return {
    fetch: async (refs) => (await open()).fetch(refs),
    range: async (from, to) => (await open()).range(from, to),
    contains: async (descendant, ancestor) => (await open()).contains(descendant, ancestor),
    [Symbol.asyncDispose]: async () => opened?.[Symbol.asyncDispose](),
  };
}

/** Opens the ledger that lies there. */
export async function openLedger(place: string | LedgerRemote): Promise<LedgerStore> {
  if (typeof place === 'string')
    return (await import('../adapters/ledger/file/file-ledger.ts')).fileLedger(place);
  const { branchLedger } = await import('../adapters/ledger/branch/branch-ledger.ts');
  return branchLedger(place);
}
