import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { branchLedger } from '../../../../src/adapters/ledger/branch/branch-ledger.ts';
import { ledgerRemote } from '../../../../src/adapters/ledger/branch/ledger-remote.ts';
import type { LedgerIndex } from '../../../../src/model/ledger.ts';
import type { LedgerStore } from '../../../../src/ports/ledger-store.ts';
import { createRepository, git, write } from '../../../kit/repository.ts';
import { temporaryFolder } from '../../../kit/temporary-folder.ts';

export const branch = 'stack-publish/ledger';
export const ref = `refs/heads/${branch}`;

interface Forge {
  readonly bare: string;
  readonly clone: (...options: string[]) => string;
}

/** A bare repository with two commits on main, to be cloned over file://. */
export function forge(): Forge {
  const source = createRepository({ 'docs/a.md': 'first' });
  write(source, { 'docs/a.md': 'second' });
  git(source, 'commit', '-q', '-a', '-m', 'second');
  const bare = temporaryFolder();
  git(bare, 'clone', '-q', '--bare', source, '.');
  return {
    bare,
    clone(...options) {
      const root = temporaryFolder();
      git(root, 'clone', '-q', ...options, `file://${bare}`, '.');
      return root;
    },
  };
}

export function originOf(root: string, env: Readonly<Record<string, string>> = {}, name = branch) {
  return ledgerRemote({ root, name: 'origin', env }, name, null);
}

export const open = (root: string) => branchLedger(originOf(root));

/** Puts any files on the ledger branch, as somebody else would. */
export function plant(bare: string, files: Record<string, string | Uint8Array>): void {
  const root = temporaryFolder();
  git(root, 'init', '-q', '-b', 'planted');
  write(root, files);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'planted');
  git(root, 'push', '-q', '-f', `file://${bare}`, `HEAD:${ref}`);
}

export function hook(bare: string, name: string, script: string): void {
  write(bare, { [`hooks/${name}`]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(bare, 'hooks', name), 0o755);
}

export const version = (index: LedgerIndex, key: string) => index.records[key]?.version;
export const records = async (store: LedgerStore) => (await store.read()).index.records;
