// src/model/error.ts
var Fault = class extends Error {
  name = "Fault";
  kind;
  code;
  remedy;
  place;
  outcome;
  constructor(kind, code, message, options) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.remedy = options.remedy;
    this.place = options.place ?? null;
    this.outcome = options.outcome ?? "rejected";
  }
};
function exitCodeOf(kind) {
  if (kind === "usage") return 2;
  return kind === "policy" ? 3 : 1;
}

export {
  Fault,
  exitCodeOf
};
