/** What can be checked about a set-up, in this order. */
export const checkNames = [
  'programs',
  'repository',
  'configuration',
  'default-branch',
  'ledger',
  'ledger-push',
  'site',
  'account',
  'write-access',
  'requests',
  'pull-requests',
  'labels',
  'environment',
  'environment-branches',
  'approval-ways',
  'workflows',
  'permissions',
] as const;

export type CheckName = (typeof checkNames)[number];
