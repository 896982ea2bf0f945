import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from '../../kit/start-program.ts';
import type { LedgerFault } from './ledger-hook.ts';

/**
 * Puts hooks into the bare remote that fail the nth push of the ledger's branch: they refuse it, cut
 * the connection after it, or hold it until the command was killed. Returns what kills the command.
 */
export function injectPushFault(
  remote: string,
  { nth, act, seen }: Omit<LedgerFault, 'path'>,
): (running: Running) => void {
  const hooks = join(remote, 'hooks');
  const held = join(remote, 'held');
  const released = join(remote, 'released');
  const pushes = join(remote, 'pushes');
  rmSync(hooks, { recursive: true, force: true });
  for (const file of [held, released, pushes]) rmSync(file, { force: true });
  mkdirSync(hooks);
  const hold = [
    `: > '${held}'`,
    'tries=0',
    `while [ ! -e '${released}' ] && [ $tries -lt 500 ]; do tries=$((tries+1)); sleep 0.02; done`,
  ];
  const before = { 'kill-before': [...hold, 'exit 1'], 'fail-before': ['exit 1'] } as const;
  // The parent is what serves the push.
  const after = { 'kill-after': hold, 'fail-after': ['kill -9 $PPID'] } as const;
  const script = (lines: readonly string[]) =>
    [
      '#!/bin/sh',
      'read -r old new ref',
      'case $ref in refs/heads/stack-publish/*) ;; *) exit 0; esac',
      ...lines,
      'exit 0',
      '',
    ].join('\n');
  const isNth = `[ "$(wc -l < '${pushes}')" -eq ${nth} ] || exit 0`;
  const note = `cat '${pushes}' | tail -1 >> '${seen}'`;
  const first = act in before ? before[act as keyof typeof before] : [];
  const then = act in after ? after[act as keyof typeof after] : [];
  const save = (name: string, lines: readonly string[]) =>
    writeFileSync(join(hooks, name), script(lines), { mode: 0o755 });
  save('pre-receive', [
    `echo push >> '${pushes}'`,
    ...(nth === 0 ? [note, 'exit 0'] : [isNth, note]),
    ...first,
  ]);
  save('post-receive', [isNth, ...then]);
  return (running) => void killOnceHeld(running, { hooks, held, released });
}

async function killOnceHeld(
  running: Running,
  { hooks, held, released }: Readonly<Record<'hooks' | 'held' | 'released', string>>,
): Promise<void> {
  const ended = running.ended.then(() => true);
  while (!(await Promise.race([ended, sleep(2, false)]))) {
    if (!existsSync(held)) continue;
    running.kill();
    await ended;
    writeFileSync(released, '');
  }
  // A later run is not to meet it.
  rmSync(hooks, { recursive: true, force: true });
}
