import type { SandboxState } from '../exchange/sandbox-state.ts';
import { tokenStrings } from '../stack/people.ts';
import { markup, type Html } from './markup.ts';
import type { Layout } from './layout.ts';
import { postList } from './list-page.ts';

/** What the sandbox is set to, for people. */
export function controlPage(state: SandboxState): Layout {
  const { site } = state;
  const latest = state.log.since(state.log.count - 20).toReversed();
  const requests = latest.map(
    (entry) =>
      markup`<tr>
        <td>${entry.method}</td>
        <td>${entry.path}</td>
        <td>${entry.token ?? ''}</td>
        <td>${entry.status ?? 'none'}</td>
        <td>${entry.wrote ? 'wrote' : ''}</td>
        <td>${entry.fault ?? ''}</td>
      </tr>`,
  );
  const faults = state.faults.waiting.map(
    (fault) =>
      markup`<tr>
        <td>${JSON.stringify(fault.spec)}</td>
        <td>${fault.left} left</td>
      </tr>`,
  );
  const content = markup`<h1 class="sandbox-title">Sandbox</h1>
    <p class="sandbox-meta">
      The API is at ${site.origin}/v3/teams/${site.team}. Control it with JSON at
      ${site.origin}/_control.
    </p>
    ${section('Tokens', rows(tokenStrings(site.team)))}
    ${section('GitHub', rows(fakeGitHubRows(state)))} ${section('Switches', rows(site.switches))}
    ${section('Waiting faults', faults)} ${section('Latest requests', requests)}
    <h2 class="sandbox-section">Posts</h2>
    ${postList(site, {}, 1, `/c/${site.team}`)}`;
  return { title: 'Sandbox', team: site.team, content };
}

function fakeGitHubRows({ fakeGitHub }: SandboxState): object {
  const repository = `${fakeGitHub.fullName} (${fakeGitHub.private ? 'private' : 'public'})`;
  return { url: fakeGitHub.origin, repository, ...fakeGitHub.tokens };
}

function rows(values: object): Html[] {
  return Object.entries(values).map(
    ([name, value]) =>
      markup`<tr>
        <th scope="row">${name}</th>
        <td>${typeof value === 'object' ? JSON.stringify(value) : String(value)}</td>
      </tr>`,
  );
}

function section(title: string, lines: readonly Html[]): Html {
  if (lines.length === 0) return markup``;
  return markup`<h2 class="sandbox-section">${title}</h2>
    <table class="sandbox-table">
      <tbody>
        ${lines}
      </tbody>
    </table>`;
}
