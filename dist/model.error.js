// src/model/error.ts
var Fault = class extends Error {
  name = "Fault";
  kind;
  code;
  remedy;
  forTeam;
  place;
  outcome;
  constructor(kind, code, message, options) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.remedy = options.remedy;
    this.forTeam = options.forTeam ?? null;
    this.place = options.place ?? null;
    this.outcome = options.outcome ?? "rejected";
  }
};
function bugFault(error) {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const at = stack.lastIndexOf(message);
  const frames = at < 0 ? "" : stack.slice(at + message.length);
  return new Fault("internal", "internal", `This is a bug in stack-publish: ${name}${frames}`, {
    remedy: "Report it with this text.",
    forTeam: message,
    cause: error
  });
}
function exitCodeOf(kind) {
  if (kind === "usage") return 2;
  return kind === "policy" ? 3 : 1;
}
function passingText(error) {
  const { message, remedy } = error instanceof Fault ? error : bugFault(error);
  return `${message} ${remedy}`;
}

export {
  Fault,
  bugFault,
  exitCodeOf,
  passingText
};
