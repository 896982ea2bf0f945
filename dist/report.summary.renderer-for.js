import "./esbuild-helpers.js";

// src/report/summary/renderer-for.ts
var mostRendered = 2e5;
async function rendererFor({ steps }) {
  if (!steps.some(({ action }) => action === "create")) return null;
  const { inertMarkdown } = await import("./rendering.inert-markdown.js");
  let left = mostRendered;
  return (markdown) => {
    left -= markdown.length;
    return left < 0 ? null : inertMarkdown(markdown);
  };
}
async function noteRenderer() {
  const { inertMarkdown } = await import("./rendering.inert-markdown.js");
  return inertMarkdown;
}
export {
  noteRenderer,
  rendererFor
};
