import type { Destination } from '../../model/destination.ts';
import type { Instant } from '../../model/post.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Http } from '../http/create-http.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import { HttpFailure } from '../http/http-failure.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { maskSecrets } from '../log/mask-secrets.ts';
import { watchList } from '../watch-list.ts';
import type { Asked } from './asked.ts';
import { endlessList, failureToFault, wrongClock } from './to-fault.ts';

export interface ChannelOptions {
  readonly destination: Destination;
  /** The way to `destination.site`. */
  readonly http: Pick<Http, 'base' | 'send' | 'requests'>;
  readonly clock: Clock;
}

/** What a request is for, in the words of an error. */
export type Purpose = Pick<Asked, 'doing' | 'forbidden' | 'changesPost'>;

/** A page of a list, as far as it tells whether the list ends. */
interface ListedPage {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly last: boolean;
}

/** How far the site's clock may be from ours, in milliseconds: cursors are kept by it. */
const mostAhead = 31 * 24 * 3_600_000;

/**
 * Opens what every version of the API needs of a site: requests to it alone, with `headers`, which hold
 * the `secrets`; its clock; and faults for what fails.
 */
export function openChannel(
  { destination, http, clock }: ChannelOptions,
  secrets: readonly string[],
  headers: Readonly<Record<string, string>>,
) {
  const { origin, host } = new URL(destination.site);
  if (new URL(http.base).origin !== origin)
    throw new TypeError('the token may go to its destination only');
  let written = false;
  const common = {
    host,
    hasWritten: () => written,
    tier: destination.tier,
    now: () => clock.now(),
    mask: maskSecrets(secrets),
    team: destination.team,
  };
  /** How far the site's clock is from ours. */
  let ahead = 0;
  const watches = new Map<string, ReturnType<typeof watchList>>();

  function noteDate({ status, headers: told }: HttpAnswer, asked: Asked): void {
    const date = Date.parse(told['date'] ?? '');
    if (Number.isNaN(date)) return;
    const far = Math.abs(date - clock.now()) > mostAhead;
    if (!far) ahead = date - clock.now();
    // A write was carried out all the same, and a refusal has its own reason.
    else if (asked.effect === 'read' && status < 300) throw wrongClock(asked, date);
  }

  /** The site's clock, as far as its answers told it. */
  const now = (): Instant => clock.now() + ahead;

  return {
    asked: (purpose: Purpose, effect: Asked['effect']): Asked => ({
      ...common,
      ...purpose,
      effect,
    }),

    /** Sends a request. Throws the fault of an answer that did not come whole. */
    async send(asked: Asked, request: HttpRequest): Promise<HttpAnswer> {
      try {
        const answer = await http.send({ ...request, effect: asked.effect, headers });
        noteDate(answer, asked);
        if (asked.effect === 'write' && answer.status < 300) written = true;
        return answer;
      } catch (error) {
        if (error instanceof HttpFailure) throw failureToFault(error, asked);
        throw error;
      }
    },

    now,

    /** Throws where something read was active in the future: what happens until then would be missed. */
    inTime<Dated extends { readonly activity: Instant }>(read: Dated, purpose: Purpose): Dated {
      if (read.activity - now() <= mostAhead) return read;
      throw wrongClock({ ...common, ...purpose, effect: 'read' }, read.activity);
    },

    /** Told each page (from 1) of a list, throws where the list is not worth reading on. */
    watchPage(list: string, number: number, page: ListedPage, purpose: Purpose): void {
      const watch = (number > 1 && watches.get(list)) || watchList(clock);
      watches.set(list, watch);
      const endless = watch(page);
      // The first page may be all that is wanted.
      if (endless !== null && !page.last && number > 1)
        throw endlessList({ ...common, ...purpose, effect: 'read' }, endless);
    },
  };
}
