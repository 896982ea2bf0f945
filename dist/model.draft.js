// src/model/draft.ts
var articleTypes = [
  "knowledge-article",
  "how-to-guide",
  "announcement",
  "policy"
];

export {
  articleTypes
};
