import {
  bodyHtml,
  personById
} from "./sandbox.stack.html.body-html.js";
import {
  htmlEncode
} from "./sandbox.stack.html.html-encode.js";
import {
  htmlType,
  textReply
} from "./sandbox.exchange.reply.js";
import "./esbuild-helpers.js";

// builtin-import:node:crypto?sandbox/pages/serve-page.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

// builtin-import:node:fs/promises?sandbox/pages/serve-page.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $readFile = /* @__PURE__ */ one2("readFile");

// builtin-import:node:fs?sandbox/pages/asset-path.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one3 = (name) => all3[name];
var $existsSync = /* @__PURE__ */ one3("existsSync");

// builtin-import:node:module?sandbox/pages/asset-path.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:module");
var one4 = (name) => all4[name];
var $createRequire = /* @__PURE__ */ one4("createRequire");

// builtin-import:node:url?sandbox/pages/asset-path.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:url");
var one5 = (name) => all5[name];
var $fileURLToPath = /* @__PURE__ */ one5("fileURLToPath");

// sandbox/pages/asset-path.ts
var packaged = {
  "stacks.min.css": "@stackoverflow/stacks/dist/css/stacks.min.css"
};
function assetPath(name) {
  const beside = $fileURLToPath(new URL(`./assets/${name}`, import.meta.url));
  if ($existsSync(beside)) return beside;
  return $createRequire(import.meta.url).resolve(packaged[name]);
}

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

// sandbox/pages/post-page.ts
var typeNames = {
  knowledgeArticle: "Knowledge article",
  announcement: "Announcement",
  policy: "Policy",
  howToGuide: "How-to guide"
};
async function postPage(stack, post) {
  const answers = post.kind === "article" ? [] : shownAnswers(stack, post);
  const shown = await Promise.all(answers.map((answer) => answerPart(answer, post)));
  const content = markup`<article>
      <h1 class="sandbox-title">${post.title}</h1>
      <div class="sandbox-meta">
        <span class="s-badge">${post.kind === "article" ? typeNames[post.type] : "Question"}</span>
        ${about(post)}
      </div>
      <div class="s-prose">${await prose(post)}</div>
      ${tagList(stack, post.tags)}
    </article>
    ${shown}`;
  return { title: post.title, team: stack.team, content };
}
function shownAnswers(stack, question) {
  const answers = question.answers.flatMap((id) => stack.posts.get("answer", id) ?? []).filter((answer) => answer.deleted === null);
  const first = (answer) => answer.id === question.accepted ? 0 : 1;
  return answers.sort((a, b) => first(a) - first(b) || a.id - b.id);
}
async function answerPart(answer, question) {
  const accepted = question.kind === "question" && question.accepted === answer.id;
  return markup`<section class="sandbox-answer" id="${answer.id}">
    ${accepted ? markup`<p class="sandbox-accepted">Accepted answer</p>` : ""}
    <div class="s-prose">${await prose(answer)}</div>
    <div class="sandbox-meta">${about(answer)}</div>
  </section> `;
}
async function prose(post) {
  return new Html(await bodyHtml(post, "rendered"));
}
function about(post) {
  const edited = post.edited === null || post.lastEditor === null ? "" : markup`<span>edited by <strong>${nameOf(post.lastEditor)}</strong>, ${time(post.edited)}</span>`;
  const locked = post.locked ? markup`<span class="s-badge s-badge__warning">Locked</span>` : "";
  return markup`<span>by <strong>${nameOf(post.owner)}</strong>, ${time(post.created)}</span>
    ${edited} ${locked}`;
}
function tagList(stack, tags) {
  const items = tags.map(
    (tag) => markup`<li>
        <a class="s-tag" href="/c/${stack.team}/tags/${encodeURIComponent(tag)}">${tag}</a>
      </li>`
  );
  return markup`<ul class="sandbox-tags" aria-label="Tags">${items}</ul>`;
}
function time(instant) {
  const iso = new Date(instant).toISOString();
  return markup`<time datetime="${iso}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`;
}
function nameOf(id) {
  return personById(id)?.name ?? "user deleted";
}

// sandbox/pages/list-page.ts
var pageSize = 30;
function listPage(stack, filter, page, path) {
  const title = filter.tag === void 0 ? "All posts" : `Posts tagged ${filter.tag}`;
  const content = markup`<h1 class="sandbox-title">${title}</h1>
    ${postList(stack, filter, page, path)}`;
  return { title, team: stack.team, content };
}
function postList(stack, filter, page, path) {
  const all6 = [
    ...stack.posts.ordered("article", "activity"),
    ...stack.posts.ordered("question", "activity")
  ];
  const list = all6.filter((post) => filter.tag === void 0 || post.tags.includes(filter.tag)).filter((post) => filter.owner === void 0 || post.owner === filter.owner).sort((a, b) => b.activity - a.activity || b.id - a.id);
  const start = (page - 1) * pageSize;
  const items = list.slice(start, start + pageSize).map((post) => item(stack, post));
  const body = items.length === 0 ? markup`<p class="s-prose">No posts here yet.</p>` : markup`<ul class="sandbox-list">${items}</ul>`;
  return markup`<p class="sandbox-meta">${list.length} ${list.length === 1 ? "post" : "posts"}</p>
    ${body} ${pages(path, page, Math.ceil(list.length / pageSize))}`;
}
function item(stack, post) {
  return markup`<li class="sandbox-item">
    <h2><a class="s-link" href="${postPath(stack, post)}">${post.title}</a></h2>
    <div class="sandbox-meta">
      <span>${post.kind === "article" ? typeNames[post.type] : "Question"}</span>
      ${about(post)}
    </div>
    ${tagList(stack, post.tags)}
  </li>
`;
}
function postPath(stack, post) {
  return `/c/${stack.team}/${post.kind === "article" ? "articles" : "q"}/${post.id}`;
}
function pages(path, page, last) {
  if (last <= 1) return markup``;
  const link = (target, label) => markup`<a class="s-btn s-btn__outlined s-btn__sm" href="${path}?page=${target}">${label}</a>`;
  const links = [
    ...page > 1 ? [link(page - 1, "Newer")] : [],
    ...page < last ? [link(page + 1, "Older")] : []
  ];
  return markup`<nav class="sandbox-pages" aria-label="Pages">${links}</nav>`;
}

// sandbox/pages/control-page.ts
function controlPage({ stack, github }) {
  const latest = stack.log.since(stack.log.count - 20).toReversed();
  const requests = latest.map(
    (entry) => markup`<tr>
        <td>${entry.method}</td>
        <td>${entry.path}</td>
        <td>${entry.token ?? ""}</td>
        <td>${entry.status ?? "none"}</td>
        <td>${entry.wrote ? "wrote" : ""}</td>
        <td>${entry.fault ?? ""}</td>
      </tr>`
  );
  const faults = stack.faults.waiting.map(
    (fault) => markup`<tr>
        <td>${JSON.stringify(fault.spec)}</td>
        <td>${fault.left} left</td>
      </tr>`
  );
  const content = markup`<h1 class="sandbox-title">Sandbox</h1>
    <p class="sandbox-meta">
      The API is at ${stack.origin}/v3/teams/${stack.team}. Control it with JSON at
      ${stack.origin}/_control.
    </p>
    ${section("Tokens", rows(stack.tokens))}
    ${section("GitHub", rows(gitHubRows(github)))} ${section("Switches", rows(stack.switches))}
    ${section("Waiting faults", faults)} ${section("Latest requests", requests)}
    <h2 class="sandbox-section">Posts</h2>
    ${postList(stack, {}, 1, `/c/${stack.team}`)}`;
  return { title: "Sandbox", team: stack.team, content };
}
function gitHubRows(github) {
  const repository = `${github.fullName} (${github.private ? "private" : "public"})`;
  return { url: github.origin, repository, ...github.tokens };
}
function rows(values) {
  return Object.entries(values).map(
    ([name, value]) => markup`<tr>
        <th scope="row">${name}</th>
        <td>${typeof value === "object" ? JSON.stringify(value) : String(value)}</td>
      </tr>`
  );
}
function section(title, lines) {
  if (lines.length === 0) return markup``;
  return markup`<h2 class="sandbox-section">${title}</h2>
    <table class="sandbox-table">
      <tbody>
        ${lines}
      </tbody>
    </table>`;
}

// sandbox/pages/layout.ts
var pageHeaders = {
  "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store"
};
function layout({ title, team, content }, stylesheet2) {
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${team}</title>
        <link rel="stylesheet" href="${stylesheet2}" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href="/assets/avatar.svg" type="image/svg+xml" />
      </head>
      <body>
        <div class="s-banner s-banner__warning is-pinned sandbox-banner" role="note">
          Sandbox: nothing here is real
        </div>
        <header class="s-topbar sandbox-topbar">
          <div class="sandbox-width">
            <a class="sandbox-brand" href="/c/${team}">
              <span class="sandbox-mark" aria-hidden="true"></span>${team}
            </a>
            <nav class="sandbox-nav" aria-label="Site">
              <a class="s-link" href="/c/${team}">Posts</a>
              <a class="s-link" href="/">Control</a>
            </nav>
          </div>
        </header>
        <main class="sandbox-width sandbox-main">${content}</main>
      </body>
    </html>
`.text;
}

// sandbox/pages/site-css.ts
var siteCss = `
body { background: var(--white, #fff); color: var(--black-600, #0c0d0e); margin: 0; }
.sandbox-banner { position: static; padding: 6px 16px; text-align: center; font-size: 13px; font-weight: 600; border: 0; background: #fdf2d9; color: #4d3a00; }
.sandbox-topbar { position: static; height: auto; min-height: 52px; border-bottom: 1px solid #d6d9dc; }
.sandbox-width { max-width: 960px; width: 100%; margin: 0 auto; padding: 0 20px; box-sizing: border-box; }
.sandbox-topbar .sandbox-width { display: flex; align-items: center; justify-content: space-between; min-height: 52px; }
.sandbox-brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 700; font-size: 16px; color: inherit; text-decoration: none; }
.sandbox-mark { width: 18px; height: 18px; border-radius: 4px; background: #f48225; }
.sandbox-nav { display: flex; gap: 16px; }
.sandbox-main { padding-top: 28px; padding-bottom: 64px; }
.sandbox-title { font-size: 27px; line-height: 1.3; font-weight: 600; margin: 0 0 10px; overflow-wrap: anywhere; }
.sandbox-meta { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; font-size: 13px; color: #525960; margin: 0 0 20px; padding-bottom: 16px; border-bottom: 1px solid #e3e6e8; }
.sandbox-tags { display: flex; flex-wrap: wrap; gap: 6px; margin: 20px 0 0; padding: 0; list-style: none; }
.sandbox-list { margin: 0; padding: 0; list-style: none; }
.sandbox-item { padding: 16px 0; border-bottom: 1px solid #e3e6e8; }
.sandbox-item h2 { font-size: 17px; font-weight: 500; margin: 0 0 4px; overflow-wrap: anywhere; }
.sandbox-item .sandbox-meta { margin: 0; padding: 0; border: 0; }
.sandbox-item .sandbox-tags { margin-top: 8px; }
.sandbox-answer { border-top: 1px solid #e3e6e8; padding-top: 20px; margin-top: 28px; }
.sandbox-accepted { color: #2e7044; font-weight: 600; font-size: 14px; margin: 0 0 12px; }
.sandbox-pages { display: flex; gap: 8px; margin-top: 20px; }
.sandbox-table { width: 100%; border-collapse: collapse; font-size: 13px; margin-bottom: 28px; }
.sandbox-table th { width: 220px; }
.sandbox-table th, .sandbox-table td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid #e3e6e8; overflow-wrap: anywhere; }
.sandbox-section { font-size: 19px; font-weight: 600; margin: 28px 0 10px; }
.s-prose { overflow-wrap: break-word; }
.s-prose img { max-width: 100%; height: auto; }
.s-prose table { display: block; overflow-x: auto; max-width: 100%; border-collapse: collapse; margin-bottom: 1.1em; }
.s-prose th, .s-prose td { border: 1px solid #d6d9dc; padding: 6px 10px; text-align: left; }
.s-prose th { background: #f8f9f9; font-weight: 600; }
`;
var avatarSvg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#f48225"/><path d="M9 20h14v3H9zM9 14h14v3H9zM9 8h14v3H9z" fill="#fff"/></svg>\n';

// sandbox/pages/serve-page.ts
var stylesheet = null;
function stacks() {
  stylesheet ??= $readFile(assetPath("stacks.min.css")).then((bytes) => {
    const hash = $createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    return { bytes, path: `/assets/stacks.${hash}.css` };
  });
  return stylesheet;
}
async function servePage(stack, url) {
  const parts = url.pathname.split("/").filter((part) => part !== "");
  if (parts[0] === "assets") return asset(parts[1] ?? "");
  const page = await find(stack, parts, url);
  return page === null ? null : whole(page);
}
async function serveControlPage(state) {
  return whole(controlPage(state));
}
async function whole(page) {
  const { path } = await stacks();
  return { status: 200, headers: pageHeaders, type: htmlType, body: layout(page, path) };
}
async function find(stack, [root, team, kind, name, answer, ...rest], url) {
  if (root !== "c" || team !== stack.team || rest.length > 0) return null;
  const page = Math.max(1, Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1);
  const list = (filter) => listPage(stack, filter, page, url.pathname);
  if (kind === void 0) return list({});
  const id = Number(/^\d{1,10}$/.exec(name ?? "")?.[0] ?? "0");
  if (kind === "tags") return list({ tag: decode(name ?? "") });
  if (kind === "users") return personById(id) === null ? null : list({ owner: id });
  const post = kind === "articles" ? stack.posts.get("article", id) : ["q", "questions", "a"].includes(kind) ? stack.posts.get("question", id) : null;
  if (answer !== void 0 && kind !== "a") return null;
  return post === null || post.deleted !== null ? null : postPage(stack, post);
}
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
async function asset(name) {
  if (name === "site.css")
    return {
      status: 200,
      type: "text/css; charset=utf-8",
      body: siteCss,
      headers: { "Cache-Control": "no-cache" }
    };
  if (name === "avatar.svg") return { ...textReply(200, avatarSvg), type: "image/svg+xml" };
  const { bytes, path } = await stacks();
  if (path !== `/assets/${name}`) return null;
  return {
    status: 200,
    type: "text/css; charset=utf-8",
    body: bytes,
    headers: { "Cache-Control": "public, max-age=31536000, immutable" }
  };
}
export {
  serveControlPage,
  servePage
};
