import type { Exchange } from '../exchange/exchange.ts';
import { htmlType, jsonReply, type Reply } from '../exchange/reply.ts';
import { refusalsOf, serveRest } from '../exchange/serve-rest.ts';
import type { FakeAzure } from './fake-azure.ts';

/** Answers a request to the local Azure DevOps: its REST interface, below the organization. */
export function serveAzure(azure: FakeAzure, exchange: Exchange): Promise<void> {
  return serveRest(azure, exchange, {
    below: (segments) => segments.slice(2),
    answer: (asked, segments) => answer(azure, asked, segments),
    refusals,
  });
}

function answer(
  azure: FakeAzure,
  { request, method, url, entry }: Exchange,
  [organization, project, ...rest]: readonly string[],
): Reply {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  entry.token = token === azure.token ? 'job' : null;
  // Whoever is not known is led to a page to sign in at.
  if (entry.token === null) return { status: 203, type: htmlType, body: page };
  if (organization !== azure.organization || project !== azure.project)
    return problem(404, 'TF200016: The following project does not exist');
  if (method !== 'GET' || !/^7\.[01]$/.test(url.searchParams.get('api-version') ?? ''))
    return notServed();
  const path = rest.join('/');
  const [, number] = /^_apis\/build\/builds\/(\d+)(?:\/timeline)?$/.exec(path) ?? [];
  if (number !== undefined) {
    const run = azure.runs.get(Number(number));
    if (!run) return problem(404, `The requested build ${number} could not be found.`);
    const { records, ...whole } = run;
    if (path.endsWith('/timeline')) return jsonReply(200, { records, id: azure.uuid('timeline') });
    return jsonReply(200, { ...whole, project: { id: azure.project, name: 'Handbook' } });
  }
  const [, id = ''] = /^_apis\/pipelines\/approvals\/([\da-f-]{36})$/.exec(path) ?? [];
  if (id === '') return notServed();
  const approval = azure.approvals.get(id);
  if (!approval) return problem(404, 'The approval does not exist.');
  const steps = url.searchParams.get('$expand') === 'steps' ? approval.steps : [];
  return jsonReply(200, { ...approval, steps, executionOrder: 'anyOrder', blockedApprovers: [] });
}

function problem(status: number, message: string): Reply {
  return jsonReply(status, { $id: '1', message });
}

function notServed(): Reply {
  return problem(501, 'The sandbox does not serve this part of Azure DevOps.');
}

const page = '<!DOCTYPE html><html><head><title>Sign In</title></head><body></body></html>\n';

const refusals = refusalsOf('Sign In', problem, {
  throttled: 'TF400733: The request has been canceled',
  unauthorized: 'TF400813: Not authorized',
});
