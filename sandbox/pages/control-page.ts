import type { FakeGitHub } from '../github/fake-github.ts';
import type { SandboxState } from '../sandbox-state.ts';
import type { Layout } from './layout.ts';
import { postList } from './list-page.ts';
import { markup, type Html } from './markup.ts';

/** What the sandbox is set to, for people. */
export function controlPage({ stack, github }: SandboxState): Layout {
  const latest = stack.log.since(stack.log.count - 20).toReversed();
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
  const faults = stack.faults.waiting.map(
    (fault) =>
      markup`<tr>
        <td>${JSON.stringify(fault.spec)}</td>
        <td>${fault.left} left</td>
      </tr>`,
  );
  const content = markup`<h1 class="sandbox-title">Sandbox</h1>
    <p class="sandbox-meta">
      The API is at ${stack.origin}/v3/teams/${stack.team}. Control it with JSON at
      ${stack.origin}/_control.
    </p>
    ${section('Tokens', rows(stack.tokens))}
    ${section('GitHub', rows(gitHubRows(github)))} ${section('Switches', rows(stack.switches))}
    ${section('Waiting faults', faults)} ${section('Latest requests', requests)}
    <h2 class="sandbox-section">Posts</h2>
    ${postList(stack, {}, 1, `/c/${stack.team}`)}`;
  return { title: 'Sandbox', team: stack.team, content };
}

function gitHubRows(github: FakeGitHub): object {
  const repository = `${github.fullName} (${github.private ? 'private' : 'public'})`;
  return { url: github.origin, repository, ...github.tokens };
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
