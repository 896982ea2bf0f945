import {
  htmlEncode
} from "./sandbox.stack.html-encode.js";

// builtin-import:node:crypto?sandbox/stack/people.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

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
var known = [
  { name: "write", person: people.account, writes: true, state: "valid" },
  { name: "read", person: people.account, writes: false, state: "valid" },
  { name: "admin", person: people.admin, writes: true, state: "valid" },
  { name: "colleague", person: people.colleague, writes: true, state: "valid" },
  { name: "expired", person: people.account, writes: true, state: "expired" },
  { name: "other", person: people.account, writes: true, state: "other-team" }
];
function tokenStrings(team) {
  const text = (name) => `${$createHash("sha256").update(`sandbox ${team} ${name}`).digest("base64url").slice(0, 22)}))`;
  return {
    write: text("write"),
    read: text("read"),
    admin: text("admin"),
    colleague: text("colleague"),
    expired: text("expired"),
    invalid: text("invalid"),
    other: text("other")
  };
}
function knownTokens(team) {
  const strings = tokenStrings(team);
  return new Map(known.map((token) => [strings[token.name], token]));
}

// sandbox/stack/simple-html.ts
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

// sandbox/stack/body-html.ts
var simple = /* @__PURE__ */ new WeakMap();
var rendered = /* @__PURE__ */ new WeakMap();
function bodyHtml(post, html) {
  if (html === "simple") {
    const known3 = simple.get(post) ?? simpleHtml(post.body);
    simple.set(post, known3);
    return known3;
  }
  let known2 = rendered.get(post);
  if (known2 === void 0) {
    known2 = import("./sandbox.pages.render-markdown.js").then(
      (module) => module.renderMarkdown(post.body)
    );
    rendered.set(post, known2);
  }
  return known2;
}

export {
  people,
  personNames,
  groups,
  personById,
  tokenStrings,
  knownTokens,
  bodyHtml
};
