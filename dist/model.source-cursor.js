// src/model/source-cursor.ts
var mostPending = 1e3;

export {
  mostPending
};
