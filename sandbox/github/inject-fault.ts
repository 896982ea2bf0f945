import type { ServerResponse } from 'node:http';
import type { FaultSpec } from '../exchange/fault-queue.ts';
import { htmlType, jsonReply } from '../exchange/reply.ts';
import type { LogEntry } from '../exchange/request-log.ts';
import { wait } from '../exchange/wait.ts';
import type { FakeGitHub } from './fake-github.ts';
import { FakeGitHubProblem } from './problem.ts';
import { answer, replyOf, type Outcome } from './outcome.ts';

export interface FaultedRequest {
  readonly fakeGitHub: FakeGitHub;
  readonly response: ServerResponse;
  readonly entry: LogEntry;
  readonly closing: AbortSignal;
  readonly carryOut: () => Promise<Outcome>;
}

const page = '<!DOCTYPE html><html><head><title>Unicorn!</title></head><body></body></html>\n';

/** Lets a planned fault happen to a request. What is carried out late is so by real time. */
export async function injectFault(fault: FaultSpec, request: FaultedRequest): Promise<void> {
  const { response, entry, closing, carryOut } = request;
  const leave = (): void => {
    if (fault.end !== 'silence') response.destroy();
  };
  const refuse = (status: number, message: string): void => {
    const headers: Record<string, string> =
      typeof fault.retryAfter === 'number' ? { 'Retry-After': String(fault.retryAfter) } : {};
    const { body } = new FakeGitHubProblem(status, message);
    answer(response, entry, { ...jsonReply(status, body), headers });
  };
  switch (fault.kind) {
    case 'lost':
      await carryOut();
      return leave();
    case 'late':
      leave();
      await wait((fault.seconds ?? 10) * 1000, closing);
      if (!closing.aborted) await carryOut();
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'silence':
      return;
    case 'throttled':
      return refuse(fault.status ?? 403, 'You have exceeded a secondary rate limit.');
    case 'unauthorized':
      return refuse(401, 'Bad credentials');
    case 'error':
      if (fault.when === 'after') await carryOut();
      return refuse(fault.status ?? 500, 'Server Error');
    case 'html':
      if (fault.when === 'after') await carryOut();
      return answer(response, entry, { status: fault.status ?? 200, type: htmlType, body: page });
    case 'slow': {
      const pause = (): Promise<void> => wait(fault.milliseconds ?? 1000, closing);
      if (fault.when !== 'after') await pause();
      if (closing.aborted) return;
      const outcome = await carryOut();
      if (fault.when === 'after') await pause();
      return answer(response, entry, replyOf(outcome));
    }
    case 'truncated':
      return answer(response, entry, replyOf(await carryOut()), true);
  }
}
