// src/model/draft.ts
var articleTypes = [
  "knowledge-article",
  "how-to-guide",
  "announcement",
  "policy"
];
var mostCharacters = {
  article: 1e5,
  question: 3e4
};

export {
  articleTypes,
  mostCharacters
};
