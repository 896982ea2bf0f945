import type { SandboxOptions } from '../../../../sandbox/index.ts';
import { call, type Answer } from '../../call.ts';
import { stackHarness, type StackHarness } from '../../harness.ts';

type Form = Readonly<Record<string, string>>;

interface V2Ask {
  /** The name of a token, one of its own, or null for none (write). */
  readonly token?: string | null;
  /** The API key; null for none (the site's, where it has one). */
  readonly key?: string | null;
  /** Null for none (the sandbox's, of Business). */
  readonly team?: string | null;
  readonly form?: Form;
  readonly headers?: Form;
}

export interface V2Harness extends StackHarness {
  readonly v2: (method: string, path: string, query?: Form, ask?: V2Ask) => Promise<Answer>;
  readonly get: (path: string, query?: Form, ask?: V2Ask) => Promise<Answer>;
  readonly post: (path: string, form?: Form, ask?: V2Ask) => Promise<Answer>;
  /** The id of a new filter with these fields, and none but them where there is no other base. */
  readonly filter: (include: string, more?: Form) => Promise<string>;
}

/** A sandbox, seen from API v2.3. Nothing is limited there unless a test says so. */
export async function v2Harness(options: SandboxOptions = {}): Promise<V2Harness> {
  const switches = { throttle: false, ...options.switches };
  const harness = await stackHarness({ ...options, switches });
  const { url, tier, team: slug, tokens } = harness.sandbox.stack;
  const business = tier === 'business';
  const v2: V2Harness['v2'] = async (method, path, query = {}, ask = {}) => {
    const { token = 'write', key = tokens.key ?? null, form } = ask;
    const { team = business ? slug : null } = ask;
    const asked = new URLSearchParams({ ...(team === null ? {} : { team }), ...query }).toString();
    const named = token === null ? null : ((tokens as Form)[token] ?? token);
    return call(method, `${url}${business ? '/2.3' : '/api/2.3'}/${path}?${asked}`, {
      headers: {
        ...(named === null ? {} : { 'X-API-Access-Token': named }),
        ...(key === null ? {} : { 'X-API-Key': key }),
        ...ask.headers,
      },
      ...(form === undefined ? {} : { raw: new URLSearchParams(form).toString() }),
      type: 'application/x-www-form-urlencoded',
    });
  };
  const get: V2Harness['get'] = (path, query, ask) => v2('GET', path, query, ask);
  return {
    ...harness,
    v2,
    get,
    post: (path, form = {}, ask = {}) => v2('POST', path, {}, { form, ...ask }),
    filter: async (include, more = { base: 'none', unsafe: 'true' }) => {
      const made = await get('filters/create', { include, ...more });
      return made.json.items[0].filter as string;
    },
  };
}

/** An article as a client sends it. */
export const article = {
  title: 'Rotating keys',
  body: 'Rotate them.\n',
  tags: 'tls,security',
  article_type: 'how-to-guide',
};

/** A question as a client sends it. */
export const question = { title: 'How do I rotate keys?', body: 'With care?', tags: 'tls' };

/** What the site refused: the HTTP status, the id and the message. */
export function refusal({ status, json }: Answer): unknown[] {
  return [status, json.error_id, json.error_name, json.error_message];
}
