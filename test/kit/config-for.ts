import type { Sandbox } from '../../sandbox/index.ts';

/** A configuration for a sandbox, with `asserted` accepted; unless told, with a ledger in a file. */
export function configFor(
  sandbox: Pick<Sandbox, 'stack'>,
  more = '',
  ledger = 'ledger: { file: .git/ledger.json }',
): string {
  return [
    `destination: { tier: business, team: ${sandbox.stack.team}, url: "${sandbox.stack.url}" }`,
    'approval: { accept: [asserted] }',
    ledger,
    more,
    '',
  ].join('\n');
}
