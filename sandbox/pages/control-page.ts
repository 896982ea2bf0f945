import { faultKinds, faultNotes, faultSchema, type FaultQueue } from '../exchange/fault-queue.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { applications } from '../stack/oauth/applications.ts';
import { defaultSwitches, switchNotes, switchOptions, type Switches } from '../stack/switches.ts';
import type { Layout } from './layout.ts';
import { postList } from './list-page.ts';
import { markup, type Html } from './markup.ts';
import { latestRequests } from './requests-page.ts';

/** How the sandbox behaves: shown, explained and set. `problem` is why a form was not taken. */
export function controlPage(state: SandboxState, problem: string | null): Layout {
  const { stack, github, clock } = state;
  const repository = `${github.fullName} (${github.private ? 'private' : 'public'})`;
  const content = markup`<h1 class="sandbox-title">Control</h1>
    <p class="sandbox-meta">
      API v3 is at ${stack.origin}${stack.apiPath}, API v2.3 at ${stack.origin}${stack.v2Path}.
      Programs control it with JSON at ${stack.origin}/_control.
    </p>
    ${problem === null ? '' : markup`<p class="s-notice s-notice__danger" role="alert">${problem}</p>`}
    ${section('switches', 'Switches', 'How the site behaves, where sites differ or nobody is certain.', switchesForm(stack.switches))}
    ${section(
      'faults',
      'Faults',
      'What goes wrong with the next requests that fit. Each is used up, the first that fits first.',
      markup`
      ${waitingFaults('Stack Internal', '', stack.faults)}
      ${waitingFaults('GitHub', 'github/', github.faults)}
      ${faultForm({ ...stack.tokens, ...github.tokens })}`,
    )}
    ${section('clock', 'Clock', 'The time of both services. It only moves forward.', clockForm(clock.now()))}
    ${section('requests', 'Latest requests', '', latestRequests(state))}
    ${section('tokens', 'Tokens', 'For STACK_ACCESS_TOKEN; the key is for STACK_API_KEY.', rows(stack.tokens))}
    ${
      stack.tier === 'enterprise'
        ? section(
            'applications',
            'Applications',
            'For `stack-publish login --client-id`. A program that does not use PKCE needs the secret.',
            rows(
              Object.fromEntries(
                Object.values(applications).map(({ id, name, writes, secret }) => [
                  `${name} (${writes ? 'read-write' : 'read-only'})`,
                  `client id ${id}, secret ${secret}`,
                ]),
              ),
            ),
          )
        : ''
    }
    ${section(
      'github',
      'GitHub',
      '',
      markup`<p>
        <a class="s-link" href="${github.origin}/${github.fullName}">${repository}</a>
      </p>
      ${rows(github.tokens)}`,
    )}
    ${section('posts', 'Posts', '', postList(stack, {}, 1, stack.listPath))}
    ${section(
      'reset',
      'Reset',
      'Takes away posts, faults and requests, and sets clock and switches back. What was pushed by git stays.',
      markup`<form
        method="post"
        action="/_control"
      >
        ${button('reset', 'Reset the sandbox', 's-btn__danger')}
      </form>`,
    )}`;
  const status = problem === null ? 200 : 400;
  return { title: 'Control', stack, status, forms: true, content };
}

function section(id: string, title: string, about: string, content: Html): Html {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
    <h2 class="sandbox-section" id="${id}-title">${title}</h2>
    ${about === '' ? '' : markup`<p class="sandbox-about">${about}</p>`} ${content}
  </section>`;
}

/** What sends a form, and says what it calls. */
function button(call: string, label: string, look = 's-btn__filled'): Html {
  return markup`<button class="s-btn ${look}" name="call" value="${call}">${label}</button>`;
}

function switchesForm(switches: Switches): Html {
  const names = Object.keys(switchNotes) as (keyof Switches)[];
  return markup`<form method="post" action="/_control">
    <div class="sandbox-fields">${names.map((name) => switchField(name, switches))}</div>
    ${button('switches', 'Set the switches')}
  </form>`;
}

function switchField(name: keyof Switches, switches: Switches): Html {
  const text = (value: Switches[keyof Switches]) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value);
  const value = text(switches[name]);
  const usual = text(defaultSwitches[name]);
  const options =
    switchOptions(name) ?? (typeof switches[name] === 'boolean' ? ['true', 'false'] : null);
  const note = `${switchNotes[name]}${value === usual ? '' : ` Usually ${usual}.`}`;
  const kind = options ?? (typeof switches[name] === 'number' ? 'number' : 'text');
  return field({ form: 'switch', name, note, kind, value });
}

interface Field {
  /** Which form it is of: names may come again in another. */
  readonly form: string;
  readonly name: string;
  /** What it means. */
  readonly note: string;
  /** The values to choose from, or what may be typed. */
  readonly kind: readonly string[] | 'number' | 'text';
  readonly value?: string;
}

function field({ form, name, note, kind, value = '' }: Field): Html {
  const id = `${form}-${name}`;
  const typed = kind === 'number' ? markup`type="number" min="0" step="any"` : markup`type="text"`;
  const control =
    typeof kind === 'string'
      ? markup`<input
          class="s-input"
          ${typed}
          id="${id}"
          name="${name}"
          value="${value}"
          aria-describedby="${id}-note"
          autocomplete="off"
        />`
      : markup`<div class="s-select">
          <select id="${id}" name="${name}" aria-describedby="${id}-note">
            ${kind.map(
              (option) =>
                markup`<option value="${option}"${option === value ? markup` selected` : ''}>${option}</option>`,
            )}
          </select>
        </div>`;
  return markup`<div class="sandbox-field">
    <label class="s-label" for="${id}">${name}</label>
    ${control}
    <p class="s-description" id="${id}-note">${note}</p>
  </div>`;
}

function waitingFaults(service: string, prefix: string, { waiting }: FaultQueue): Html {
  if (waiting.length === 0) return markup`<p>No fault waits for ${service}.</p>`;
  const lines = waiting.map(({ spec: { kind, ...spec }, skip, left }) => {
    const more = Object.entries(spec).map(([name, value]) => `${name} ${String(value)}`);
    return markup`<tr>
      <th scope="row">${kind}</th>
      <td data-label="means">${faultKinds[kind]}</td>
      <td data-label="which">${more.join(', ') || 'any request'}</td>
      <td data-label="left">${left} left${skip > 0 ? `, after ${skip}` : ''}</td>
    </tr>`;
  });
  return markup`<h3 class="sandbox-part">Waiting for ${service}</h3>
    <table class="sandbox-table"><tbody>${lines}</tbody></table>
    <form method="post" action="/_control">
      ${button(`${prefix}clear-faults`, `Clear those of ${service}`, 's-btn__outlined')}
    </form>`;
}

function faultForm(tokens: object): Html {
  const kinds = Object.entries(faultKinds).map(
    ([kind, about]) => markup`<li><code>${kind}</code>: ${about}</li>`,
  );
  const choices: Readonly<Record<string, readonly string[]>> = {
    token: Object.keys(tokens),
    when: faultSchema.shape.when.def.innerType.options,
    end: faultSchema.shape.end.def.innerType.options,
    clock: faultSchema.shape.clock.def.innerType.options,
  };
  const more = Object.entries(faultNotes).map(([name, note]) => {
    const options = choices[name];
    const typed = name === 'method' || name === 'path' ? 'text' : 'number';
    return field({ form: 'fault', name, note, kind: options ? ['', ...options] : typed });
  });
  return markup`<h3 class="sandbox-part">Add one</h3>
    <ul class="sandbox-kinds">${kinds}</ul>
    <form method="post" action="/_control">
      <div class="sandbox-fields">
        ${field({ form: 'fault', name: 'kind', note: 'What goes wrong, as listed above.', kind: Object.keys(faultKinds) })}
        ${more}
      </div>
      <div class="sandbox-buttons">
        ${button('faults', 'Add for Stack Internal')}
        ${button('github/faults', 'Add for GitHub', 's-btn__outlined')}
      </div>
    </form>`;
}

function clockForm(now: number): Html {
  const time = new Date(now).toISOString();
  return markup`<p>It is <time datetime="${time}">${time.slice(0, 19).replace('T', ' ')} UTC</time>.</p>
    <form method="post" action="/_control">
      <div class="sandbox-fields">
        ${field({ form: 'clock', name: 'seconds', note: 'By how much it moves on: a minute is 60, a day 86400.', kind: 'number', value: '60' })}
      </div>
      ${button('clock', 'Move the clock')}
    </form>`;
}

function rows(values: object): Html {
  const lines = Object.entries(values).map(
    ([name, value]) =>
      markup`<tr>
        <th scope="row">${name}</th>
        <td><code>${String(value)}</code></td>
      </tr>`,
  );
  return markup`<table class="sandbox-table"><tbody>${lines}</tbody></table>`;
}
