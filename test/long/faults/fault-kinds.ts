import type { FaultSpec, SwitchesPatch } from '../../../sandbox/index.ts';
import type { Api } from './api.ts';
import type { LedgerFault } from './ledger-hook.ts';

/** What is made to go wrong at one request, or at one write of the ledger. */
export type FaultKind = {
  readonly name: string;
  readonly about: string;
  /** The API that it is of, where the other one has no such thing. */
  readonly only?: Api['name'];
} & (
  | {
      readonly at: 'request';
      readonly spec: FaultSpec;
      /**
       * Once the request is there, `kill`: the command is ended; `edit`: a colleague edits a page;
       * `blind`: all reads fail until the command ends; `backoff`: its answer closes the method for a
       * while.
       */
      readonly and?: 'kill' | 'edit' | 'blind' | 'backoff';
      /** How the site is, from the beginning of the trial. */
      readonly switches?: SwitchesPatch;
      /** The command waits out its own limits of half a minute, or what the site asks it to wait. */
      readonly waits?: 'its limits' | 'as asked';
    }
  | { readonly at: 'ledger'; readonly act: LedgerFault['act'] }
);

const status = (code: number, when: 'before' | 'after'): FaultKind => ({
  at: 'request',
  name: `status ${code}, ${when === 'before' ? 'not done' : 'done'}`,
  about: `The site answers with status ${code} ${when === 'before' ? 'and has done nothing' : 'although it did what was asked'}.`,
  spec: { kind: 'error', status: code, when },
});

/** Whether a fault can happen over an API. */
export function isOf({ only }: FaultKind, api: Api['name']): boolean {
  return only === undefined || only === api;
}

/** Every fault that is tried, one at a time, at every point where it can happen. */
export const faultKinds: readonly FaultKind[] = [
  {
    at: 'request',
    name: 'killed, not done',
    about: 'The command is killed (`kill -9`) while it waits; the request is never carried out.',
    spec: { kind: 'silence' },
    and: 'kill',
  },
  {
    at: 'request',
    name: 'killed, done',
    about: 'The request is carried out, and the command is killed before the answer comes.',
    spec: { kind: 'lost', end: 'silence' },
    and: 'kill',
  },
  {
    at: 'request',
    name: 'killed, done later',
    about: 'The command is killed, and ten seconds later the request is carried out all the same.',
    spec: { kind: 'late', end: 'silence', seconds: 10 },
    and: 'kill',
  },
  {
    at: 'request',
    name: 'answer lost',
    about: 'The request is carried out, and the connection breaks before the answer.',
    spec: { kind: 'lost' },
  },
  {
    at: 'request',
    name: 'answer lost, reads fail',
    about: 'The same, and every read after it is answered with status 503 until the command ends.',
    spec: { kind: 'lost' },
    and: 'blind',
  },
  {
    at: 'request',
    name: 'done later',
    about:
      'The connection breaks, and ten seconds later by its own clock the site carries the request out.',
    spec: { kind: 'late', seconds: 10 },
  },
  {
    at: 'request',
    name: 'reset',
    about: 'The connection is reset, and nothing is done.',
    spec: { kind: 'reset' },
  },
  {
    at: 'request',
    only: 'v3',
    name: 'throttled, with Retry-After',
    about: 'The site answers with status 429 and asks for one second.',
    spec: { kind: 'throttled', retryAfter: 1 },
  },
  {
    at: 'request',
    only: 'v3',
    name: 'throttled, without Retry-After',
    about: 'The site answers with status 429 and does not say for how long.',
    spec: { kind: 'throttled' },
  },
  {
    at: 'request',
    only: 'v2.3',
    name: 'throttled, until told when',
    about:
      'The site answers with the error `throttle_violation` in JSON, of status 400, and with the number of seconds, one. Before an Article is written again, a minute is waited.',
    spec: { kind: 'throttled', retryAfter: 1 },
    waits: 'as asked',
  },
  {
    at: 'request',
    only: 'v2.3',
    name: 'throttled, nobody tells until when',
    about: 'The same, and the site does not say for how long.',
    spec: { kind: 'throttled', retryAfter: null },
    waits: 'as asked',
  },
  {
    at: 'request',
    only: 'v2.3',
    name: 'backoff',
    about:
      'The request is answered, and the answer asks not to use the method again for two seconds. Who does is refused.',
    spec: { kind: 'slow', when: 'before', milliseconds: 150 },
    and: 'backoff',
    waits: 'as asked',
  },
  {
    at: 'request',
    only: 'v2.3',
    name: 'banned, in JSON',
    about:
      'Until the command ends, each request is refused with the same error, and with 90 seconds.',
    spec: { kind: 'throttled', retryAfter: 90, times: 1000 },
  },
  {
    at: 'request',
    only: 'v2.3',
    name: 'banned, with a page',
    about: 'Until the command ends, each request is answered by a page in HTML with status 403.',
    spec: { kind: 'html', status: 403, times: 1000 },
  },
  ...(['before', 'after'] as const).map((when): FaultKind => ({
    at: 'request',
    only: 'v2.3',
    name: `internal error, ${when === 'before' ? 'not done' : 'done'}`,
    about: `The site answers with the error \`internal_error\` in JSON, of status 400, ${when === 'before' ? 'and has done nothing' : 'although it did what was asked'}.`,
    spec: { kind: 'error', when },
  })),
  ...[500, 502, 503].flatMap((code) => [status(code, 'before'), status(code, 'after')]),
  {
    at: 'request',
    name: 'silence, not done',
    about: 'No answer comes until the command gives up; nothing is done.',
    spec: { kind: 'silence' },
    waits: 'its limits',
  },
  {
    at: 'request',
    name: 'silence, done',
    about: 'The request is carried out, and no answer comes until the command gives up.',
    spec: { kind: 'lost', end: 'silence' },
    waits: 'its limits',
  },
  {
    at: 'request',
    name: 'truncated',
    about: 'The request is carried out, and half of the answer comes.',
    spec: { kind: 'truncated' },
  },
  {
    at: 'request',
    name: 'web page, not done',
    about: 'A page in HTML comes with status 200, as from a proxy; nothing is done.',
    spec: { kind: 'html' },
  },
  {
    at: 'request',
    name: 'web page, done',
    about: 'The same, although the request was carried out.',
    spec: { kind: 'html', when: 'after' },
  },
  {
    at: 'request',
    name: 'token refused',
    about: 'The site answers with status 401, as for a token that was revoked.',
    spec: { kind: 'unauthorized' },
  },
  {
    at: 'request',
    name: 'edit on the site',
    about:
      'A colleague edits a page on the site while the request is under way. Left out between the last look at that page and its change: there the site offers no way to notice.',
    spec: { kind: 'slow', when: 'before', milliseconds: 150 },
    and: 'edit',
  },
  {
    at: 'request',
    only: 'v2.3',
    name: 'edit on the site, old reads',
    about: 'The same, on a site that answers a read that it knows with what it was a minute ago.',
    spec: { kind: 'slow', when: 'before', milliseconds: 150 },
    and: 'edit',
    switches: { staleReads: 60 },
  },
  {
    at: 'request',
    only: 'v2.3',
    name: 'answer lost, old reads',
    about:
      'On such a site the request is carried out, and the connection breaks before the answer.',
    spec: { kind: 'lost' },
    switches: { staleReads: 60 },
  },
  {
    at: 'ledger',
    name: 'killed before a ledger write',
    about:
      'The command is killed just before a new state of the ledger takes the place of the old.',
    act: 'kill-before',
  },
  {
    at: 'ledger',
    name: 'killed after a ledger write',
    about: 'The command is killed just after that.',
    act: 'kill-after',
  },
  {
    at: 'ledger',
    name: 'ledger write fails',
    about: 'The new state cannot be put in place.',
    act: 'fail-before',
  },
  {
    at: 'ledger',
    name: 'ledger write reported as failed',
    about: 'The new state is in place, and the writer is told that it is not.',
    act: 'fail-after',
  },
];
