import { spawnSync } from 'node:child_process';

/** Whether a program can be run at a terminal of its own here: by `script` of util-linux. */
export function hasTerminals(): boolean {
  const ran = spawnSync('script', ['-qec', 'test -t 1 && echo yes', '/dev/null'], {
    input: '',
    encoding: 'utf8',
    timeout: 10_000,
  });
  const has = ran.stdout?.trim() === 'yes';
  if (!has) console.warn('skipped: no program `script` of util-linux runs others at a terminal');
  return has;
}
