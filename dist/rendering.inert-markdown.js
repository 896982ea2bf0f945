import {
  gfmStrikethroughToMarkdown,
  parseAsStack,
  settle,
  toMarkdown,
  tooCostly
} from "./rendering.settle.js";
import {
  actingWords
} from "./rendering.acting-words.js";
import {
  gfmTableToMarkdown
} from "./markdown.parse-markdown.js";
import "./esbuild-helpers.js";

// src/rendering/inert-markdown.ts
var longest = 3e4;
var drawn = /* @__PURE__ */ new Set(["mermaid", "math", "geojson", "topojson", "stl"]);
var noted = /\/(?:issues|pull|pulls|discussions|commit|compare|merge_requests)(?:\/|$)/i;
var written = {
  bullet: "-",
  fences: true,
  resourceLink: true,
  rule: "-",
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    // GitHub's formulas.
    { unsafe: [{ character: "$", inConstruct: "phrasing" }] }
  ]
};
function inertMarkdown(markdown) {
  if (markdown.length > longest || tooCostly(markdown)) return null;
  try {
    const tree = parseAsStack(markdown);
    settle(tree, markdown);
    const definitions = definitionsIn(tree);
    const children = blocksOf(tree.children, definitions);
    return toMarkdown({ type: "root", children: [{ type: "blockquote", children }] }, written);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
function definitionsIn(tree) {
  const found = /* @__PURE__ */ new Map();
  const look = (node) => {
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node);
    if ("children" in node) for (const child of node.children) look(child);
  };
  look(tree);
  return found;
}
function blocksOf(nodes, all) {
  return nodes.flatMap((node) => blockOf(node, all) ?? []);
}
function blockOf(node, all) {
  if (node.type === "paragraph" || node.type === "heading")
    return { ...node, children: phrasesOf(node.children, all) };
  if (node.type === "blockquote") return { ...node, children: blocksOf(node.children, all) };
  if (node.type === "list") {
    const children = node.children.map((item) => ({
      ...item,
      checked: null,
      children: blocksOf(item.children, all)
    }));
    return { ...node, children };
  }
  if (node.type === "table") {
    const children = node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: phrasesOf(cell.children, all) }))
    }));
    return { ...node, children };
  }
  if (node.type === "code") {
    const lang = /^[\w+#.-]{1,30}$/.exec(node.lang ?? "")?.[0].toLowerCase() ?? null;
    return { ...node, lang: lang && drawn.has(lang) ? null : lang, meta: null };
  }
  if (node.type === "html") return { type: "code", lang: "html", value: node.value };
  if (node.type === "thematicBreak") return node;
  return "value" in node ? { type: "code", value: node.value } : null;
}
function phrasesOf(nodes, all) {
  const phrases = [];
  let text = "";
  const flush = () => {
    for (const piece of actingWords(text))
      phrases.push({ type: piece.acts ? "inlineCode" : "text", value: piece.text });
    text = "";
  };
  for (const node of nodes) {
    if (node.type === "text" || node.type === "escaped") {
      text += node.value;
      continue;
    }
    flush();
    phrases.push(...phraseOf(node, all));
  }
  flush();
  return withCodeJoined(phrases);
}
function withCodeJoined(phrases) {
  const joined = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (phrase.type === "inlineCode" && last?.type === "inlineCode")
      joined[joined.length - 1] = code(last.value + phrase.value);
    else joined.push(phrase);
  }
  return joined;
}
function phraseOf(node, all) {
  if (node.type === "emphasis" || node.type === "strong" || node.type === "delete")
    return [{ ...node, children: phrasesOf(node.children, all) }];
  if (node.type === "link") return linkOf(node.url, phrasesOf(node.children, all));
  if (node.type === "linkReference") {
    const children = phrasesOf(node.children, all);
    const target = all.get(node.identifier);
    return target ? linkOf(target.url, children) : children;
  }
  if (node.type === "image" || node.type === "imageReference") {
    const words = phrasesOf([{ type: "text", value: `image: ${node.alt ?? ""}`.trim() }], all);
    return [{ type: "emphasis", children: words }];
  }
  if (node.type === "break" || node.type === "inlineCode") return [node];
  return "value" in node ? [code(node.value)] : [];
}
function linkOf(url, children) {
  if (url === "" || /^https?:\/\/[^/]*\.invalid(?:\/|$)/i.test(url)) return children;
  if (/^https?:\/\//i.test(url) && !noted.test(url))
    return [{ type: "link", url, children: children.length > 0 ? children : [code(url)] }];
  const [only] = children;
  if (children.length === 1 && only?.type === "inlineCode" && only.value === url) return children;
  return [...children, { type: "text", value: " (" }, code(url), { type: "text", value: ")" }];
}
function code(value) {
  return { type: "inlineCode", value };
}
export {
  inertMarkdown
};
