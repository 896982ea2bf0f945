import type { Sandbox } from '../../sandbox/index.ts';

/** The line of a configuration that names a sandbox's site as where posts go. */
export function destinationOf({ stack: { tier, team, url } }: Pick<Sandbox, 'stack'>): string {
  return `destination: { tier: ${tier}, ${team === null ? '' : `team: ${team}, `}url: "${url}" }`;
}

/** A configuration for a sandbox, with `asserted` accepted; unless told, with a ledger in a file. */
export function configFor(
  sandbox: Pick<Sandbox, 'stack'>,
  more = '',
  ledger = 'ledger: { file: .git/ledger.json }',
): string {
  return [destinationOf(sandbox), 'approval: { accept: [asserted] }', ledger, more, ''].join('\n');
}
