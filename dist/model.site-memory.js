// src/model/site-memory.ts
var lacks = ["accept", "article-edit"];
var blankMemory = { filter: null, wholeLists: [], lacks: [] };
function isFilterId(value) {
  return /^[!-~]{1,256}$/.test(value);
}

export {
  lacks,
  blankMemory,
  isFilterId
};
