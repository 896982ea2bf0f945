import type { IncomingMessage } from 'node:http';
import { Fault } from '../../src/model/error.ts';
import { receive } from '../exchange/receive.ts';
import { textReply, type Reply } from '../exchange/reply.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { defaultSwitches } from '../stack/switches.ts';
import { runControl } from './run-control.ts';

/**
 * Carries out a form of the control page, as the control call that its field `call` names, and leads
 * back to the page; where it cannot, the page says why.
 */
export async function serveForm(
  state: SandboxState,
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  const body = await receive(request);
  if (body === null) return textReply(413, 'The form is too long.\n');
  const fields = new Map(new URLSearchParams(body.toString('utf8')));
  const call = fields.get('call') ?? '';
  fields.delete('call');
  try {
    await runControl(state, call, bodyOf(call, fields));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { serveControlPage } = await import('../pages/serve-page.ts');
    const page = await serveControlPage(state, url, `${error.message} ${error.remedy}`);
    return page ?? textReply(404, 'Not found\n');
  }
  const part = call.replace(/^.*-|^github\//, '');
  return { ...textReply(303, ''), headers: { Location: `/_control#${part}` } };
}

/** What a form's fields say, which all are texts; what is left empty is left out. */
function bodyOf(call: string, fields: ReadonlyMap<string, string>): object {
  const given = [...fields].filter(([, text]) => text.trim() !== '');
  const valueOf = call === 'switches' ? switchValue : otherValue;
  return Object.fromEntries(given.map(([name, text]) => [name, valueOf(name, text.trim())]));
}

/** As the default is: a text, or else JSON. What is no JSON is refused as what it is. */
function switchValue(name: string, text: string): unknown {
  const known = Object.hasOwn(defaultSwitches, name)
    ? defaultSwitches[name as keyof typeof defaultSwitches]
    : text;
  if (typeof known === 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const texts = new Set(['kind', 'method', 'path', 'token', 'when', 'end', 'clock', 'to']);

function otherValue(name: string, text: string): unknown {
  return texts.has(name) ? text : Number(text);
}
