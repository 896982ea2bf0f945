import type { Exchange } from '../../exchange/exchange.ts';
import type { Rendering } from '../../exchange/inject-fault.ts';
import { pathSegments } from '../../exchange/path-segments.ts';
import { textReply } from '../../exchange/reply.ts';
import { respond } from '../../exchange/respond.ts';
import type { FakeStack } from '../fake-stack.ts';
import { keepChanges } from '../keep-changes.ts';
import { findFilter, type Filter } from './filters.ts';
import { identify } from './identify.ts';
import { locate, unservedPath } from './locate.ts';
import { Parameters } from './parameters.ts';
import { badParameter, MethodProblem } from './problem.ts';
import { renderPage } from './render-page.ts';
import type { RenderedPage } from './rendered-page.ts';
import { bannedFor, faultReplies, jsonAnswer, refused } from './replies.ts';
import { readKey } from './stale-reads.ts';
import { wrapped } from './wrapped.ts';

/** Answers one request below `/2.3` of Business, or `/api/2.3` of an Enterprise's main site. */
export async function serveV2(site: FakeStack, exchange: Exchange, body: Buffer): Promise<void> {
  const banned = site.v2.throttle.banned(site.switches, site.clock.now());
  if (banned !== null) return exchange.answer(bannedFor(site, banned));
  try {
    await serve(site, exchange, body);
  } catch (error) {
    if (!(error instanceof MethodProblem)) throw error;
    exchange.answer(refused(site, error));
  }
}

async function serve(site: FakeStack, exchange: Exchange, body: Buffer): Promise<void> {
  const { request, url, method: verb, entry } = exchange;
  const path = pathSegments(url.pathname)?.slice(site.tier === 'business' ? 1 : 2) ?? [];
  const missing = unservedPath(path);
  if (missing !== null)
    return exchange.answer(
      textReply(501, `The sandbox does not serve ${missing} of API v2.3. The real site does.\n`),
    );
  const { method, open } = locate(verb, path, site.switches);
  const parameters = new Parameters(url.searchParams, formOf(exchange, body), site.switches);
  const { stack, token } = identify(site, request.headers, parameters, method.needs);
  entry.token = token?.name ?? (site.tier === 'enterprise' ? 'key' : null);
  // A throttle sees no difference between `me` and a user.
  const caller = { name: entry.token ?? '', method: method.path.replace(/^me(?=\/|$)/, 'users/*') };
  const { v2, clock } = stack;
  const quota = v2.throttle.admit(caller, stack.switches, clock.now());
  const filter = filterOf(stack, parameters);

  /** Whatever changes is changed when this returns; the answer is made from what no longer does. */
  const run = (at: number | null): Promise<RenderedPage> => {
    const page = method.run({ stack, token, segments: open, parameters, at });
    return renderPage(stack, page, filter);
  };
  const read = (): Promise<RenderedPage> => {
    const key = readKey(caller.name, method.path, open, parameters);
    return v2.staleReads.take(key, stack.switches.staleReads, clock.now(), () => run(null));
  };
  // What anyone may ask is not of the posts.
  const mayBeStale = verb === 'GET' && method.needs !== 'anyone';
  const carryOut = async (at: number | null): Promise<Rendering> => {
    try {
      const made = await keepChanges(stack, entry, () => ({
        page: mayBeStale ? read() : run(at),
      }));
      const backoff = v2.throttle.announce(caller, stack.switches, clock.now());
      return async () => jsonAnswer(stack, 200, wrapped(await made.page, filter, quota, backoff));
    } catch (error) {
      // A refusal is an answer too.
      if (!(error instanceof MethodProblem)) throw error;
      return async () => refused(stack, error);
    }
  };
  const asked = { segments: path, token: caller.name };
  const { faults, late } = stack;
  const refusals = faultReplies(stack);
  await respond(exchange, faults, asked, { carryOut, refusals, late, lateClock: 'site' });
}

/** What was sent in a form, also without a media type, as the vendor's own client sends it. */
function formOf({ request }: Exchange, body: Buffer): URLSearchParams {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const form = type === undefined || type === 'application/x-www-form-urlencoded';
  return new URLSearchParams(form ? body.toString('utf8') : '');
}

function filterOf(stack: FakeStack, parameters: Parameters): Filter {
  const filter = findFilter(stack.filterSite, parameters.text('filter') ?? 'default');
  if (filter === null) throw badParameter('filter');
  return filter;
}
