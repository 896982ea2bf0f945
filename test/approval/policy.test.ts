import { describe, expect, test } from 'vitest';
import type { Approval, Person } from '../../src/approval/approval.ts';
import { requireApproval, type ApprovalPolicy } from '../../src/approval/policy.ts';
import { requireTarget } from '../../src/approval/require-target.ts';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { PlanIndex } from '../../src/model/plan.ts';

const day = 24 * 3600 * 1000;
const now = Date.parse('2026-05-01T12:00:00Z');
const digest = digestOf({ plan: 1 });
const other = digestOf({ plan: 2 });

const mia: Person = { id: 2, login: 'mia', type: 'User', role: 'maintain' };
const evidence: Evidence = {
  mechanism: 'comment',
  verified: true,
  by: { id: 2, login: 'mia' },
  evidence: 'https://forge.example/pull/1#issuecomment-1',
  digest,
  at: now - day,
};
const approval: Approval = { evidence, people: [mia], attempt: 1 };
const policy: ApprovalPolicy = {
  accept: ['environment', 'comment'],
  'max-age': 7 * day,
  roles: ['maintain', 'admin'],
  self: true,
};
const around = { now, used: {}, authors: [] as readonly (number | null)[] | null };

interface Case {
  readonly evidence?: Partial<Evidence>;
  readonly people?: readonly Person[];
  readonly attempt?: number;
  readonly policy?: Partial<ApprovalPolicy>;
  readonly around?: Partial<Parameters<typeof requireApproval>[2]>;
}

function decide(given: Case): string {
  try {
    requireApproval(
      {
        evidence: { ...evidence, ...given.evidence },
        people: given.people ?? approval.people,
        attempt: given.attempt ?? 1,
      },
      { ...policy, ...given.policy },
      { ...around, ...given.around },
    );
    return 'yes';
  } catch (error) {
    return error instanceof Fault && error.kind === 'policy' ? error.code : String(error);
  }
}

describe('the policy', () => {
  test.each<[string, Case, string]>([
    ['a maintainer', {}, 'yes'],
    [
      'a way that is not accepted',
      { policy: { accept: ['environment'] } },
      'mechanism-not-accepted',
    ],
    ['nothing accepted', { policy: { accept: [] } }, 'mechanism-not-accepted'],
    ['just young enough', { evidence: { at: now - 7 * day } }, 'yes'],
    ['a moment too old', { evidence: { at: now - 7 * day - 1 } }, 'approval-expired'],
    ['no time at all', { evidence: { at: Number.NaN } }, 'approval-expired'],
    ['another role', { people: [{ ...mia, role: 'write' }] }, 'approver-not-allowed'],
    ['no role', { people: [{ ...mia, role: '' }] }, 'approver-not-allowed'],
    ['a role in other letters', { people: [{ ...mia, role: 'Admin' }] }, 'approver-not-allowed'],
    [
      'a role of the company',
      { people: [{ ...mia, role: 'docs' }], policy: { roles: ['docs'] } },
      'yes',
    ],
    ['a bot with the role', { people: [{ ...mia, type: 'Bot' }] }, 'approver-not-a-person'],
    ['a reviewer, whatever the role', { people: [{ ...mia, role: null }] }, 'yes'],
    [
      'two people, one without',
      { people: [mia, { ...mia, id: 3, role: 'read' }] },
      'approver-not-allowed',
    ],
    ['verified, but nobody', { people: [] }, 'approver-unknown'],
    ['the author, where that is allowed', { around: { authors: [2] } }, 'yes'],
    ['the author', { policy: { self: false }, around: { authors: [1, 2] } }, 'self-approval'],
    [
      'two reviewers, one of them the author',
      {
        policy: { self: false },
        people: [
          { ...mia, id: 1, role: null },
          { ...mia, role: null },
        ],
        around: { authors: [1] },
      },
      'self-approval',
    ],
    ['not the author', { policy: { self: false }, around: { authors: [1, null] } }, 'yes'],
    ['authors unknown', { policy: { self: false }, around: { authors: null } }, 'self-approval'],
    ['no author at all', { policy: { self: false }, evidence: { by: null } }, 'yes'],
    [
      'an approver unknown',
      { policy: { self: false }, evidence: { by: null }, around: { authors: [1] } },
      'self-approval',
    ],
    ['used for this plan', { around: { used: { [digest]: evidence } } }, 'yes'],
    [
      'used for another plan',
      { around: { used: { [other]: { ...evidence, digest: other } } } },
      'approval-used',
    ],
    [
      'another comment on another plan',
      { around: { used: { [other]: { ...evidence, evidence: 'x' } } } },
      'yes',
    ],
    ['a later attempt', { attempt: 2 }, 'attempt-not-approved'],
    [
      'a later attempt of what was recorded',
      { attempt: 2, around: { used: { [digest]: evidence } } },
      'yes',
    ],
    [
      'a later attempt at an environment, whatever is recorded',
      {
        attempt: 2,
        people: [{ ...mia, role: null }],
        evidence: { mechanism: 'environment' },
        around: { used: { [digest]: { ...evidence, mechanism: 'environment' } } },
      },
      'attempt-not-approved',
    ],
    [
      'a later attempt that somebody without the role started',
      {
        attempt: 2,
        people: [mia, { ...mia, id: 3, role: 'write' }],
        around: { used: { [digest]: evidence } },
      },
      'approver-not-allowed',
    ],
    [
      "a later attempt, with another's record",
      { attempt: 2, around: { used: { [digest]: { ...evidence, evidence: 'x' } } } },
      'attempt-not-approved',
    ],
  ])('%s', (_, given, expected) => {
    expect(decide(given)).toBe(expected);
  });

  test('takes an asserted yes only where it is accepted, and as often as it is given', () => {
    const given = {
      evidence: { mechanism: 'asserted', verified: false, by: null, evidence: null } as const,
      people: [],
    };
    expect(decide(given)).toBe('mechanism-not-accepted');
    const used = { [other]: { ...evidence, ...given.evidence } };
    expect(decide({ ...given, policy: { accept: ['asserted'] }, around: { used } })).toBe('yes');
  });
});

describe('the target', () => {
  const place = { tier: 'business', site: 'https://a.example', team: 'acme', api: 'v3' } as const;
  const index: PlanIndex = { schema: 1, ...place, account: 7, steps: [] };
  test.each([
    ['the same', place, 7, true],
    ['another site', { ...place, site: 'https://b.example' }, 7, false],
    ['another team', { ...place, team: 'other' }, 7, false],
    ['no team', { ...place, team: null }, 7, false],
    ['another API', { ...place, api: 'v2.3' as const }, 7, false],
    ['another account', place, 8, false],
  ])('%s', (_, here, account, fits) => {
    const check = () => requireTarget(index, here, account);
    if (fits) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'other-target' }));
  });
});
