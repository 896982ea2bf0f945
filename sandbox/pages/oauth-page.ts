import type { FakeStack } from '../stack/fake-stack.ts';
import { deciders } from '../stack/oauth/decide.ts';
import type { AuthorisationRequest } from '../stack/oauth/read-request.ts';
import { people } from '../stack/people.ts';
import type { Layout } from './layout.ts';
import { markup, type Html } from './markup.ts';

/** What each part of a scope lets an application do, for the person who is asked. */
const meanings: Readonly<Record<string, string>> = {
  write_access: 'create, edit and delete posts as you',
  access_team: 'work in the private team that you choose, and nowhere else',
  no_expiry: 'do so until you take it back: the token does not end',
  read_inbox: 'read your inbox',
  private_info: 'read your private profile',
};

/** What the form gives back as it came; nothing else, as that could decide for the person. */
const asking = [
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];

/** Asks a person whether an application gets what it asks for. */
export function authorisePage(
  stack: FakeStack,
  { application, scope }: AuthorisationRequest,
  parameters: URLSearchParams,
): Layout {
  const title = `Allow ${application.name}?`;
  const hidden = [...parameters]
    .filter(([name]) => asking.includes(name))
    .map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`);
  const team = scope.includes('access_team')
    ? select(
        'team',
        'Team',
        stack.teams.map((name) => [name, name]),
      )
    : '';
  const persons = deciders.map((name): [string, string] => [name, people[name].name]);
  const content = markup`<h1 class="sandbox-title">${title}</h1>
    <p class="sandbox-meta">
      The application with the client id ${application.id} asks for
      ${scope.length === 0 ? 'no scope' : scope.join(', ')}.
    </p>
    <ul class="s-prose">
      <li>read what you can read</li>
      ${scope.map((part) => markup`<li>${meanings[part] ?? part}</li>`)}
    </ul>
    <form method="post" action="/oauth">
      ${hidden}
      <div class="sandbox-fields">${select('person', 'You are', persons)} ${team}</div>
      <div class="sandbox-buttons">
        <button class="s-btn s-btn__filled" type="submit" name="decision" value="allow">Allow</button>
        <button class="s-btn s-btn__outlined" type="submit" name="decision" value="deny">Deny</button>
      </div>
    </form>`;
  return { title, stack, forms: true, content };
}

/** Tells a person why an application cannot be answered. */
export function refusedPage(stack: FakeStack, why: string): Layout {
  const content = markup`<h1 class="sandbox-title">This cannot be allowed</h1>
    <p class="s-notice s-notice__danger" role="alert">${why}</p>`;
  return { title: 'This cannot be allowed', stack, status: 400, content };
}

/** Where the browser ends: what the person takes back to the terminal. */
export function successPage(stack: FakeStack, url: URL): Layout {
  const code = url.searchParams.get('code');
  const error = url.searchParams.get('error');
  const title = code === null ? 'Not logged in' : 'Logged in';
  const content = markup`<h1 class="sandbox-title">${title}</h1>
    ${error === null ? '' : markup`<p class="s-notice s-notice__danger" role="alert">${error}: ${url.searchParams.get('error_description') ?? ''}</p>`}
    <p>Paste the address of this page into the terminal:</p>
    <pre class="sandbox-sent" id="address">${stack.origin + url.pathname + url.search}</pre>
    ${
      code === null
        ? ''
        : markup`<p>Or only the code:</p>
    <pre class="sandbox-sent" id="code">${code}</pre>`
    }`;
  return { title, stack, content };
}

function select(name: string, label: string, options: readonly [string, string][]): Html {
  return markup`<div class="sandbox-field">
    <label class="s-label" for="${name}">${label}</label>
    <div class="s-select">
      <select id="${name}" name="${name}">
        ${options.map(([value, text]) => markup`<option value="${value}">${text}</option>`)}
      </select>
    </div>
  </div>`;
}
