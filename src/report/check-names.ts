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
  'pull-requests',
  'environment',
  'environment-branches',
  'approval-ways',
] as const;
