// sandbox/stack/html/html-encode.ts
var named = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function htmlEncode(text) {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}

export {
  htmlEncode
};
