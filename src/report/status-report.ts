import type { StatusDocument } from './documents/status.ts';
import { line, type Line } from './line.ts';
import type { Shown } from './shown.ts';

type Approved = NonNullable<Shown<StatusDocument>['approvals']>[number];

/** Each source with its post, and whether they agree. */
export function statusLines({ sources, approvals }: Shown<StatusDocument>): Line[] {
  if (approvals) return approvals.map(approvalLine);
  if (sources.length === 0) return [line('Nothing is marked for publication.')];
  return sources.map(({ source, state, reason, post }) =>
    line(
      `${state.padEnd(9)} ${source}${reason ? `: ${reason}` : ''}${post ? `  ${post.url}` : ''}`,
      state === 'held' || state === 'orphaned' ? 'warning' : state === 'error' ? 'error' : 'plain',
    ),
  );
}

function approvalLine({ source, post, text, approval }: Approved): Line {
  const who = [approval?.by, ...(approval?.others ?? [])].map(
    (each) => each?.login ?? 'nobody known',
  );
  const how = approval
    ? `${who.join(', ')} by ${approval.mechanism}${approval.verified ? '' : ' (not verified)'}, ${approval.at.slice(0, 10)}${approval.evidence ? `  ${approval.evidence}` : ''}`
    : 'no approval is known';
  const url = post ? `  ${post.url}` : '';
  return line(`${text.padEnd(11)} ${source}: ${how}${url}`, approval ? 'plain' : 'warning');
}
