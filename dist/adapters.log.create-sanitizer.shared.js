import {
  escapeOf,
  shownText
} from "./model.shown-text.js";
import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";

// src/adapters/log/safe-line.ts
var skipped = String.raw`[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]*`;
var command = new RegExp(
  String.raw`^((?:[\s\p{Z}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}])*:${skipped}):`,
  "u"
);
var vso = `(?:v${skipped}s${skipped}o${skipped})?`;
var oldCommand = new RegExp(`(#${skipped}#${skipped}${vso})\\[`, "giu");
function safeLine(text) {
  return shownLine(text).replace(oldCommand, (_, start) => start + escapeOf("[")).replace(command, (_, start) => start + escapeOf(":"));
}
function shownLine(text) {
  return shownText(text).replaceAll("\n", escapeOf);
}

// src/adapters/log/create-sanitizer.ts
function createSanitizer(secrets) {
  const mask = maskSecrets(secrets);
  return (text) => mask(safeLine(mask(text)));
}
function createPageSanitizer(secrets) {
  const mask = maskSecrets(secrets);
  return (text) => mask(shownLine(mask(text)));
}
function createPageText(secrets) {
  return { line: createPageSanitizer(secrets), rendered: maskSecrets(secrets) };
}
function createBlockSanitizer(secrets) {
  const mask = maskSecrets(secrets);
  return (text) => mask(mask(text).split("\n").map(safeLine).join("\n"));
}

export {
  createSanitizer,
  createPageSanitizer,
  createPageText,
  createBlockSanitizer
};
