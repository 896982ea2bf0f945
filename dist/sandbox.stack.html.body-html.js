import {
  htmlEncode
} from "./sandbox.stack.html.html-encode.js";

// sandbox/stack/people.ts
var people = {
  account: {
    id: 12,
    accountId: 1012,
    name: "Publishing Bot",
    email: "publisher@acme.example",
    role: "Registered",
    reputation: 101
  },
  colleague: {
    id: 21,
    accountId: 1021,
    name: "Ada Colleague",
    email: "ada@acme.example",
    role: "Registered",
    reputation: 640
  },
  admin: {
    id: 1,
    accountId: 1001,
    name: "Site Admin",
    email: "admin@acme.example",
    role: "Moderator",
    reputation: 2501
  }
};
var personNames = ["account", "colleague", "admin"];
var groups = [
  { id: 1001, name: "platform", description: "Looks after the platform", members: [12, 21] },
  { id: 1002, name: "docs", description: "Looks after the documentation", members: [21] }
];
function personById(id) {
  return Object.values(people).find((person) => person.id === id) ?? null;
}

// sandbox/stack/html/simple-html.ts
function simpleHtml(markdown) {
  const parts = [];
  let paragraph = [];
  let code = null;
  const endParagraph = () => {
    if (paragraph.length > 0) parts.push(`<p>${htmlEncode(paragraph.join("\n"))}</p>`);
    paragraph = [];
  };
  const endCode = () => {
    if (code !== null) parts.push(`<pre><code>${htmlEncode(code.lines.join("\n"))}
</code></pre>`);
    code = null;
  };
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const heading = /^(#{1,6})[ \t](.*)$/.exec(line);
    if (code !== null) {
      if (fence?.startsWith(code.fence) === true && line.trim() === fence) endCode();
      else code.lines.push(line);
    } else if (fence !== void 0) {
      endParagraph();
      code = { fence, lines: [] };
    } else if (heading !== null) {
      endParagraph();
      const level = (heading[1] ?? "").length;
      parts.push(`<h${level}>${htmlEncode((heading[2] ?? "").trim())}</h${level}>`);
    } else if (line.trim() === "") endParagraph();
    else paragraph.push(line);
  }
  endParagraph();
  endCode();
  return parts.map((part) => `${part}
`).join("");
}

// sandbox/stack/html/body-html.ts
var simple = /* @__PURE__ */ new WeakMap();
var rendered = /* @__PURE__ */ new WeakMap();
function bodyHtml(post, html) {
  if (html === "simple") {
    const known2 = simple.get(post) ?? simpleHtml(post.body);
    simple.set(post, known2);
    return known2;
  }
  let known = rendered.get(post);
  if (known === void 0) {
    known = import("./sandbox.stack.html.render-markdown.js").then((module) => module.renderMarkdown(post.body));
    rendered.set(post, known);
  }
  return known;
}

export {
  people,
  personNames,
  groups,
  personById,
  bodyHtml
};
