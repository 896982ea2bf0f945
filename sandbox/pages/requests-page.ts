import type { LogEntry } from '../exchange/request-log.ts';
import type { SandboxState } from '../sandbox-state.ts';
import type { Layout } from './layout.ts';
import { pages } from './list-page.ts';
import { markup, type Html } from './markup.ts';

const pageSize = 100;
const longestBody = 2000;

/** The services, as the address names them. */
const services = { stack: 'Stack Internal', github: 'GitHub' } as const;
type Service = keyof typeof services;

/** Every request to one of the services, newest first. */
export function requestsPage(state: SandboxState, url: URL): Layout {
  const service: Service = url.searchParams.get('service') === 'github' ? 'github' : 'stack';
  const all = state[service].log.since(0).toReversed();
  const last = Math.max(1, Math.ceil(all.length / pageSize));
  const wanted = Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1;
  const page = Math.min(Math.max(1, wanted), last);
  const links = (Object.keys(services) as Service[]).map(
    (name) =>
      markup`<a
        class="s-btn s-btn__sm ${name === service ? 's-btn__filled' : 's-btn__outlined'}"
        href="/_control/requests?service=${name}"
        >${services[name]}: ${state[name].log.count}</a
      >`,
  );
  const content = markup`<h1 class="sandbox-title">Requests</h1>
    <nav class="sandbox-pages" aria-label="Services">${links}</nav>
    ${requestTable(all.slice((page - 1) * pageSize, page * pageSize))}
    ${pages(`/_control/requests?service=${service}&`, page, last)}`;
  return { title: 'Requests', stack: state.stack, content };
}

/** The latest of both services, with the way to all of them. */
export function latestRequests({ stack, github }: SandboxState): Html {
  const latest = [stack, github].flatMap(({ log }) => log.since(log.count - 20));
  const newest = latest.sort((a, b) => b.at - a.at || b.number - a.number).slice(0, 20);
  const count = stack.log.count + github.log.count;
  return markup`${requestTable(newest)}
    <p><a class="s-link" href="/_control/requests">All ${count} requests</a></p>`;
}

function requestTable(entries: readonly LogEntry[]): Html {
  if (entries.length === 0) return markup`<p>No requests yet.</p>`;
  return markup`<table class="sandbox-table sandbox-requests">
    <thead>
      <tr>
        <th scope="col">No.</th>
        <th scope="col">Time</th>
        <th scope="col">Request</th>
        <th scope="col">Token</th>
        <th scope="col">Answer</th>
      </tr>
    </thead>
    <tbody>
      ${entries.map(row)}
    </tbody>
  </table>`;
}

function row(entry: LogEntry): Html {
  const { number, at, method, path, query, sent, token, status, wrote, fault } = entry;
  const body =
    sent === null || sent === ''
      ? ''
      : markup`<details>
          <summary>what was sent</summary>
          <pre class="sandbox-sent">${sent.slice(0, longestBody)}${sent.length > longestBody ? '…' : ''}</pre>
        </details>`;
  const answer = [
    String(status ?? 'none'),
    ...(wrote ? ['wrote'] : []),
    ...(fault === null ? [] : [`fault: ${fault}`]),
  ];
  return markup`<tr>
    <td data-label="No.">${number}</td>
    <td data-label="Time">${new Date(at).toISOString().slice(11, 19)}</td>
    <td data-label="Request"><code>${method} ${path}${query}</code> ${body}</td>
    <td data-label="Token">${token ?? 'none'}</td>
    <td data-label="Answer">${answer.join(', ')}</td>
  </tr>`;
}
