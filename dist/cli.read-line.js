import "./esbuild-helpers.js";

// src/cli/read-line.ts
var longest = 16384;
async function readLine(input) {
  let text = "";
  input.setEncoding("utf8");
  try {
    for await (const part of input) {
      text += String(part);
      if (/[\r\n]/.test(text) || text.length > longest) break;
    }
  } catch {
  }
  return /^[^\r\n]*/.exec(text)?.[0] ?? "";
}
export {
  readLine
};
