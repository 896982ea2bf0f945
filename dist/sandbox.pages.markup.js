import {
  htmlEncode
} from "./sandbox.stack.html.html-encode.js";

// sandbox/pages/markup.ts
var Html = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
function markup(parts, ...values) {
  return new Html(
    parts.map((part, index) => index === 0 ? part : write(values[index - 1] ?? "") + part).join("")
  );
}
function write(value) {
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return htmlEncode(value);
  if (typeof value === "number") return String(value);
  return value.map(write).join("");
}

export {
  Html,
  markup
};
