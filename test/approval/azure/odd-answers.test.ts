import { expect, test } from 'vitest';
import { createRunForge } from '../../../src/adapters/azure/run-forge.ts';
import { systemClock } from '../../../src/adapters/system-clock.ts';
import { azureReader } from '../../../src/approval/azure.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { silent } from '../../../src/ports/log.ts';
import { json, serve } from '../../kit/serve.ts';

const [project, stage, job, checkpoint, approval, mia] = [1, 2, 3, 4, 5, 6].map(
  (each) => `0190046e-e199-453b-a302-00000000000${each}`,
) as [string, string, string, string, string, string];
const at = '2026-11-20T10:00:00.1234567Z';
/** As Azure DevOps Server writes a record: what it has nothing to say of is null. */
const record = (id: string, type: string | null, parentId: string | null, more: object = {}) => ({
  id,
  parentId,
  type,
  startTime: at,
  finishTime: null,
  state: 'inProgress',
  attempt: 1,
  previousAttempts: [],
  ...more,
});
const records = [
  record(stage, 'Stage', null),
  record(job, 'Job', stage),
  record(checkpoint, 'Checkpoint', stage, { state: 'completed', finishTime: at }),
  record(approval, 'Checkpoint.Approval', checkpoint, { state: 'completed', finishTime: at }),
];
const person = { id: mia, displayName: 'Mia', uniqueName: 'mia@acme.example' };
const step = { actualApprover: person, status: 'approved', lastModifiedOn: at };
const yes = { id: approval, status: 'approved', minRequiredApprovers: 1, steps: [step] };

/** Asks a collection, below a path of a company's own host, that answers so. */
async function approvalOf(told: { readonly records?: unknown; readonly approval?: unknown }) {
  await using server = await serve((response, { url }) =>
    json(
      response,
      200,
      url.includes('/timeline')
        ? { records: told.records ?? records }
        : 'approval' in told
          ? told.approval
          : yes,
    ),
  );
  const forge = createRunForge({
    base: `${server.url}/tfs/DefaultCollection/`,
    token: 'x'.repeat(20),
    place: { project, run: '2147483648' },
    userAgent: 'test',
    clock: systemClock,
    log: silent,
  });
  try {
    const read = azureReader({ forge, address: 'https://tfs.acme.example/run', job });
    const { people, attempt } = await read(digestOf({}));
    return `${people.map(({ type }) => type).join()} ${attempt}`;
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    await forge.close();
  }
}

const other = '0190046e-e199-453b-a302-000000000009';

test.each<[string, Parameters<typeof approvalOf>[0], string]>([
  ['what is described', {}, 'User 1'],
  ['attempts of null', { records: records.map((each) => ({ ...each, attempt: null })) }, 'User 1'],
  [
    'a record of no type and state',
    { records: [...records, record(other, null, job, { state: null })] },
    'User 1',
  ],
  [
    'a person of whom little is told',
    {
      approval: {
        ...yes,
        steps: [{ ...step, actualApprover: { ...person, descriptor: null, isContainer: null } }],
      },
    },
    'User 1',
  ],
  [
    'a person without a name of their own',
    { approval: { ...yes, steps: [{ ...step, actualApprover: { ...person, uniqueName: null } }] } },
    'Bot 1',
  ],
  ['nobody says how many', { approval: { ...yes, minRequiredApprovers: null } }, 'User 1'],
  [
    'nobody says how many, and one waits',
    { approval: { ...yes, minRequiredApprovers: null, steps: [step, { status: 'pending' }] } },
    'approval-missing',
  ],
  ['no steps', { approval: { ...yes, steps: null } }, 'approval-missing'],
  [
    'a step without a time',
    { approval: { ...yes, steps: [{ ...step, lastModifiedOn: null }] } },
    'approval-missing',
  ],
  [
    'a step without a state',
    { approval: { ...yes, steps: [{ ...step, status: null }] } },
    'forge-unreachable',
  ],
  ['an approval without a state', { approval: { ...yes, status: null } }, 'forge-unreachable'],
  ['an approval of null', { approval: null }, 'forge-unreachable'],
  ['records of null', { records: { records: null } }, 'forge-unreachable'],
  [
    'a job without a state',
    { records: records.map((each) => ({ ...each, state: null })) },
    'approval-missing',
  ],
  [
    'a job of no type',
    { records: records.map((each) => (each.id === job ? { ...each, type: null } : each)) },
    'approver-unknown',
  ],
])('%s', async (_, told, expected) => {
  expect(await approvalOf(told)).toBe(expected);
});
