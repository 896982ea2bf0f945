import type { Pacer } from '../http/http-policy.ts';
import type { HttpRequest } from '../http/http-request.ts';

/** GitHub asks for a second between writes; so they stay below 80 a minute, too. */
const apartMs = 1000;
/** Of requests that notify people GitHub takes 500 an hour, other tools' of the same token included. */
const mostAnHour = 450;
const hourMs = 3_600_000;

/** Holds back the writes of a pacer as GitHub asks for it where there are hundreds; reads go on. */
export function writePacer(inner: Pacer): Pacer {
  let last = Number.NEGATIVE_INFINITY;
  /** When each request that notifies people was started, in the last hour. */
  let notices: number[] = [];
  return {
    next(now, request) {
      const at = inner.next(now, request);
      if (request.effect !== 'write') return at;
      notices = notices.filter((each) => each > now - hourMs);
      const first = notices.length < mostAnHour ? undefined : notices.at(-mostAnHour);
      const free = notifies(request) && first !== undefined ? first + hourMs : now;
      return Math.max(at, last + apartMs, free);
    },
    start(now, request) {
      if (request.effect === 'write') {
        last = now;
        if (notifies(request)) notices.push(now);
      }
      return inner.start(now, request);
    },
    pause: (until, now) => inner.pause(until, now),
  };
}

const notifies = ({ method, path }: HttpRequest) => method === 'POST' && path.endsWith('/pulls');
