// src/report/check-names.ts
var checkNames = [
  "programs",
  "repository",
  "configuration",
  "default-branch",
  "ledger",
  "ledger-push",
  "site",
  "account",
  "write-access",
  "requests",
  "pull-requests",
  "labels",
  "environment",
  "environment-branches",
  "approval-ways",
  "workflows",
  "permissions"
];

export {
  checkNames
};
