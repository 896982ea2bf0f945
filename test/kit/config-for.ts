import type { Sandbox } from '../../sandbox/index.ts';

/** The line of a configuration that names a sandbox's site as where posts go. */
export function destinationOf(
  { stack: { tier, team, url } }: Pick<Sandbox, 'stack'>,
  api: 'v3' | 'v2.3' = 'v3',
): string {
  const parts = [
    `tier: ${tier}`,
    ...(team === null ? [] : [`team: ${team}`]),
    `url: "${url}"`,
    ...(api === 'v3' ? [] : [`api: ${api}`]),
  ];
  return `destination: { ${parts.join(', ')} }`;
}

/** A configuration for a sandbox, with `asserted` accepted; unless told, with a ledger in a file. */
export function configFor(
  sandbox: Pick<Sandbox, 'stack'>,
  more = '',
  ledger = 'ledger: { file: .git/ledger.json }',
  api: 'v3' | 'v2.3' = 'v3',
): string {
  const lines = [destinationOf(sandbox, api), 'approval: { accept: [asserted] }', ledger];
  // Nobody waits for a minute between two Articles.
  if (api === 'v2.3') lines.push('limits: { articles-per-minute: 6000 }');
  return [...lines, more, ''].join('\n');
}
