// src/model/is-digest.ts
function isDigest(text) {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

export {
  isDigest
};
