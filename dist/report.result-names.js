// src/report/result-names.ts
var resultNames = [
  "created",
  "updated",
  "merged",
  "adopted",
  "unchanged",
  "held",
  "refused",
  "failed"
];

export {
  resultNames
};
