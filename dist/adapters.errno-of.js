// src/adapters/errno-of.ts
function errnoOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

export {
  errnoOf
};
