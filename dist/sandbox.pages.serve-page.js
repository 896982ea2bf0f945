import {
  Html,
  markup
} from "./sandbox.pages.markup.js";
import {
  applications,
  bodyHtml,
  defaultSwitches,
  faultKinds,
  faultNotes,
  faultSchema,
  switchNotes,
  switchOptions
} from "./sandbox.stack.html.body-html.js";
import {
  personById
} from "./sandbox.stack.html.html-encode.js";
import {
  htmlType,
  textReply
} from "./sandbox.exchange.match-path.js";
import "./npm.zod.js";
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
  return { title: post.title, stack, content };
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
        <a class="s-tag" href="${stack.path}/tags/${encodeURIComponent(tag)}">${tag}</a>
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
  return { title, stack, content };
}
function postList(stack, filter, page, path) {
  const all6 = [
    ...stack.posts.ordered("article", "activity"),
    ...stack.posts.ordered("question", "activity")
  ];
  const list2 = all6.filter((post) => filter.tag === void 0 || post.tags.includes(filter.tag)).filter((post) => filter.owner === void 0 || post.owner === filter.owner).sort((a, b) => b.activity - a.activity || b.id - a.id);
  const start = (page - 1) * pageSize;
  const items = list2.slice(start, start + pageSize).map((post) => item(stack, post));
  const body = items.length === 0 ? markup`<p class="s-prose">No posts here yet.</p>` : markup`<ul class="sandbox-list">${items}</ul>`;
  return markup`<p class="sandbox-meta">${list2.length} ${list2.length === 1 ? "post" : "posts"}</p>
    ${body} ${pages(path, page, Math.ceil(list2.length / pageSize))}`;
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
  return `${stack.path}/${post.kind === "article" ? "articles" : "q"}/${post.id}`;
}
function pages(path, page, last) {
  if (last <= 1) return markup``;
  const link = (target, label) => markup`<a class="s-btn s-btn__outlined s-btn__sm" href="${path}${path.includes("?") ? "" : "?"}page=${target}">${label}</a>`;
  const links = [
    ...page > 1 ? [link(page - 1, "Newer")] : [],
    ...page < last ? [link(page + 1, "Older")] : []
  ];
  return markup`<nav class="sandbox-pages" aria-label="Pages">${links}</nav>`;
}

// sandbox/pages/requests-page.ts
var pageSize2 = 100;
var longestBody = 2e3;
var services = { stack: "Stack Internal", github: "GitHub" };
function requestsPage(state, url) {
  const service = url.searchParams.get("service") === "github" ? "github" : "stack";
  const all6 = state[service].log.since(0).toReversed();
  const last = Math.max(1, Math.ceil(all6.length / pageSize2));
  const wanted = Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1;
  const page = Math.min(Math.max(1, wanted), last);
  const links = Object.keys(services).map(
    (name) => markup`<a
        class="s-btn s-btn__sm ${name === service ? "s-btn__filled" : "s-btn__outlined"}"
        href="/_control/requests?service=${name}"
        >${services[name]}: ${state[name].log.count}</a
      >`
  );
  const content = markup`<h1 class="sandbox-title">Requests</h1>
    <nav class="sandbox-pages" aria-label="Services">${links}</nav>
    ${requestTable(all6.slice((page - 1) * pageSize2, page * pageSize2))}
    ${pages(`/_control/requests?service=${service}&`, page, last)}`;
  return { title: "Requests", stack: state.stack, content };
}
function latestRequests({ stack, github }) {
  const latest = [stack, github].flatMap(({ log }) => log.since(log.count - 20));
  const newest = latest.sort((a, b) => b.at - a.at || b.number - a.number).slice(0, 20);
  const count = stack.log.count + github.log.count;
  return markup`${requestTable(newest)}
    <p><a class="s-link" href="/_control/requests">All ${count} requests</a></p>`;
}
function requestTable(entries) {
  if (entries.length === 0) return markup`<p>No requests yet.</p>`;
  return markup`<table class="sandbox-table sandbox-requests">
    <thead>
      <tr>
        <th scope="col">No.</th>
        <th scope="col">Time</th>
        <th scope="col">Request</th>
        <th scope="col">Token</th>
        <th scope="col">Answer</th>
      </tr>
    </thead>
    <tbody>
      ${entries.map(row)}
    </tbody>
  </table>`;
}
function row(entry) {
  const { number, at, method, path, query, sent, token, status, wrote, fault } = entry;
  const body = sent === null || sent === "" ? "" : markup`<details>
          <summary>what was sent</summary>
          <pre class="sandbox-sent">${sent.slice(0, longestBody)}${sent.length > longestBody ? "…" : ""}</pre>
        </details>`;
  const answer = [
    String(status ?? "none"),
    ...wrote ? ["wrote"] : [],
    ...fault === null ? [] : [`fault: ${fault}`]
  ];
  return markup`<tr>
    <td data-label="No.">${number}</td>
    <td data-label="Time">${new Date(at).toISOString().slice(11, 19)}</td>
    <td data-label="Request"><code>${method} ${path}${query}</code> ${body}</td>
    <td data-label="Token">${token ?? "none"}</td>
    <td data-label="Answer">${answer.join(", ")}</td>
  </tr>`;
}

// sandbox/pages/control-page.ts
function controlPage(state, problem) {
  const { stack, github, clock } = state;
  const repository = `${github.fullName} (${github.private ? "private" : "public"})`;
  const content = markup`<h1 class="sandbox-title">Control</h1>
    <p class="sandbox-meta">
      API v3 is at ${stack.origin}${stack.apiPath}, API v2.3 at ${stack.origin}${stack.v2Path}.
      Programs control it with JSON at ${stack.origin}/_control.
    </p>
    ${problem === null ? "" : markup`<p class="s-notice s-notice__danger" role="alert">${problem}</p>`}
    ${section("switches", "Switches", "How the site behaves, where sites differ or nobody is certain.", switchesForm(stack.switches))}
    ${section(
    "faults",
    "Faults",
    "What goes wrong with the next requests that fit. Each is used up, the first that fits first.",
    markup`
      ${waitingFaults("Stack Internal", "", stack.faults)}
      ${waitingFaults("GitHub", "github/", github.faults)}
      ${faultForm({ ...stack.tokens, ...github.tokens })}`
  )}
    ${section("clock", "Clock", "The time of both services. It only moves forward.", clockForm(clock.now()))}
    ${section("requests", "Latest requests", "", latestRequests(state))}
    ${section("tokens", "Tokens", "For STACK_ACCESS_TOKEN; the key is for STACK_API_KEY.", rows(stack.tokens))}
    ${stack.tier === "enterprise" ? section(
    "applications",
    "Applications",
    "For `stack-publish login --client-id`. A program that does not use PKCE needs the secret.",
    rows(
      Object.fromEntries(
        Object.values(applications).map(({ id, name, writes, secret }) => [
          `${name} (${writes ? "read-write" : "read-only"})`,
          `client id ${id}, secret ${secret}`
        ])
      )
    )
  ) : ""}
    ${section(
    "github",
    "GitHub",
    "",
    markup`<p>
        <a class="s-link" href="${github.origin}/${github.fullName}">${repository}</a>
      </p>
      ${rows(github.tokens)}`
  )}
    ${section("posts", "Posts", "", postList(stack, {}, 1, stack.listPath))}
    ${section(
    "reset",
    "Reset",
    "Takes away posts, faults and requests, and sets clock and switches back. What was pushed by git stays.",
    markup`<form
        method="post"
        action="/_control"
      >
        ${button("reset", "Reset the sandbox", "s-btn__danger")}
      </form>`
  )}`;
  const status = problem === null ? 200 : 400;
  return { title: "Control", stack, status, forms: true, content };
}
function section(id, title, about2, content) {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
    <h2 class="sandbox-section" id="${id}-title">${title}</h2>
    ${about2 === "" ? "" : markup`<p class="sandbox-about">${about2}</p>`} ${content}
  </section>`;
}
function button(call, label, look = "s-btn__filled") {
  return markup`<button class="s-btn ${look}" name="call" value="${call}">${label}</button>`;
}
function switchesForm(switches) {
  const names = Object.keys(switchNotes);
  return markup`<form method="post" action="/_control">
    <div class="sandbox-fields">${names.map((name) => switchField(name, switches))}</div>
    ${button("switches", "Set the switches")}
  </form>`;
}
function switchField(name, switches) {
  const text = (value2) => typeof value2 === "object" ? JSON.stringify(value2) : String(value2);
  const value = text(switches[name]);
  const usual = text(defaultSwitches[name]);
  const options = switchOptions(name) ?? (typeof switches[name] === "boolean" ? ["true", "false"] : null);
  const note = `${switchNotes[name]}${value === usual ? "" : ` Usually ${usual}.`}`;
  const kind = options ?? (typeof switches[name] === "number" ? "number" : "text");
  return field({ form: "switch", name, note, kind, value });
}
function field({ form, name, note, kind, value = "" }) {
  const id = `${form}-${name}`;
  const typed = kind === "number" ? markup`type="number" min="0" step="any"` : markup`type="text"`;
  const control = typeof kind === "string" ? markup`<input
          class="s-input"
          ${typed}
          id="${id}"
          name="${name}"
          value="${value}"
          aria-describedby="${id}-note"
          autocomplete="off"
        />` : markup`<div class="s-select">
          <select id="${id}" name="${name}" aria-describedby="${id}-note">
            ${kind.map(
    (option) => markup`<option value="${option}"${option === value ? markup` selected` : ""}>${option}</option>`
  )}
          </select>
        </div>`;
  return markup`<div class="sandbox-field">
    <label class="s-label" for="${id}">${name}</label>
    ${control}
    <p class="s-description" id="${id}-note">${note}</p>
  </div>`;
}
function waitingFaults(service, prefix, { waiting }) {
  if (waiting.length === 0) return markup`<p>No fault waits for ${service}.</p>`;
  const lines = waiting.map(({ spec: { kind, ...spec }, skip, left }) => {
    const more = Object.entries(spec).map(([name, value]) => `${name} ${String(value)}`);
    return markup`<tr>
      <th scope="row">${kind}</th>
      <td data-label="means">${faultKinds[kind]}</td>
      <td data-label="which">${more.join(", ") || "any request"}</td>
      <td data-label="left">${left} left${skip > 0 ? `, after ${skip}` : ""}</td>
    </tr>`;
  });
  return markup`<h3 class="sandbox-part">Waiting for ${service}</h3>
    <table class="sandbox-table"><tbody>${lines}</tbody></table>
    <form method="post" action="/_control">
      ${button(`${prefix}clear-faults`, `Clear those of ${service}`, "s-btn__outlined")}
    </form>`;
}
function faultForm(tokens) {
  const kinds = Object.entries(faultKinds).map(
    ([kind, about2]) => markup`<li><code>${kind}</code>: ${about2}</li>`
  );
  const choices = {
    token: Object.keys(tokens),
    when: faultSchema.shape.when.def.innerType.options,
    end: faultSchema.shape.end.def.innerType.options,
    clock: faultSchema.shape.clock.def.innerType.options
  };
  const more = Object.entries(faultNotes).map(([name, note]) => {
    const options = choices[name];
    const typed = name === "method" || name === "path" ? "text" : "number";
    return field({ form: "fault", name, note, kind: options ? ["", ...options] : typed });
  });
  return markup`<h3 class="sandbox-part">Add one</h3>
    <ul class="sandbox-kinds">${kinds}</ul>
    <form method="post" action="/_control">
      <div class="sandbox-fields">
        ${field({ form: "fault", name: "kind", note: "What goes wrong, as listed above.", kind: Object.keys(faultKinds) })}
        ${more}
      </div>
      <div class="sandbox-buttons">
        ${button("faults", "Add for Stack Internal")}
        ${button("github/faults", "Add for GitHub", "s-btn__outlined")}
      </div>
    </form>`;
}
function clockForm(now) {
  const time2 = new Date(now).toISOString();
  return markup`<p>It is <time datetime="${time2}">${time2.slice(0, 19).replace("T", " ")} UTC</time>.</p>
    <form method="post" action="/_control">
      <div class="sandbox-fields">
        ${field({ form: "clock", name: "seconds", note: "By how much it moves on: a minute is 60, a day 86400.", kind: "number", value: "60" })}
      </div>
      ${button("clock", "Move the clock")}
    </form>`;
}
function rows(values) {
  const lines = Object.entries(values).map(
    ([name, value]) => markup`<tr>
        <th scope="row">${name}</th>
        <td><code>${String(value)}</code></td>
      </tr>`
  );
  return markup`<table class="sandbox-table"><tbody>${lines}</tbody></table>`;
}

// sandbox/pages/github-page.ts
async function gitHubPage({ github, stack }, [owner, name, kind, ...rest]) {
  const page = (title, content) => ({
    title,
    stack,
    site: stack.origin,
    content: markup`<p class="sandbox-meta">
        <span>Local GitHub</span>
        <a class="s-link" href="/${github.fullName}">${github.fullName}</a>
        <span>${github.private ? "private" : "public"}</span>
      </p>
      ${content}`
  });
  if (owner !== void 0 && !github.isNamed(owner, name ?? "")) return null;
  if (kind === void 0) return page(github.fullName, await overview(github, stack.origin));
  const [id = ""] = rest[0] === "runs" ? rest.slice(1) : rest;
  const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  if (kind === "pull" || kind === "issues") {
    const thread = github.threads.get(number);
    if (thread) return page(thread.title, threadContent(github, thread));
  }
  const run = kind === "actions" ? github.runs.get(number) : void 0;
  if (run) return page(`Run ${run.id}`, runContent(run));
  const nothing = markup`<h1 class="sandbox-title">Not here</h1>
    <p>The local GitHub shows its repository, pull requests, issues and runs.</p>`;
  return { ...page("Not here", nothing), status: 404 };
}
async function overview(github, site) {
  const head = await github.git.resolve(`refs/heads/${github.defaultBranch}`);
  const threads = [...github.threads.values()].toReversed();
  const runs = [...github.runs.values()].toReversed();
  const environments = [...github.environments.values()];
  return markup`<h1 class="sandbox-title">${github.fullName}</h1>
    <p>
      ${head === null ? "Nothing was pushed yet." : markup`Branch ${github.defaultBranch} is at <code>${head.slice(0, 12)}</code>.`}
      Clone it: <code>git clone ${github.origin}/${github.fullName}.git</code>
    </p>
    <p>
      REST is at <code>${github.origin}</code>, GraphQL at <code>${github.origin}/graphql</code>; both
      take the tokens of the <a class="s-link" href="${site}/_control">control page</a>.
    </p>
    ${list(
    "Pull requests and issues",
    threads,
    (thread) => markup`<a
          class="s-link"
          href="/${github.fullName}/${thread.kind === "pull" ? "pull" : "issues"}/${thread.number}"
          >#${thread.number} ${thread.title}</a
        >
        <span class="s-badge">${thread.state}</span> ${thread.labels.join(", ")}`
  )}
    ${list(
    "Runs",
    runs,
    (run) => markup`<a
          class="s-link"
          href="/${github.fullName}/actions/runs/${run.id}"
          >${run.event} by ${run.actor.login}</a
        >
        ${run.path}`
  )}
    ${list(
    "Environments",
    environments,
    ({ name, reviewers, branches }) => markup`${name}:
        ${reviewers.length === 0 ? "no reviewers" : reviewers.map(({ login }) => login).join(", ")};
        branches: ${typeof branches === "string" ? branches : branches.join(", ")}`
  )}`;
}
function threadContent(github, thread) {
  const comments = [...github.comments.values()].filter((each) => each.thread === thread.number);
  return markup`<h1 class="sandbox-title">${thread.title} #${thread.number}</h1>
    <p class="sandbox-meta">
      <span class="s-badge">${thread.state}</span>
      <span>by <strong>${thread.author?.login ?? "ghost"}</strong></span>
      <span>${thread.head} into ${thread.base}</span>
      ${thread.labels.map((label) => markup`<span class="s-tag">${label}</span>`)}
    </p>
    <pre class="sandbox-sent">${thread.body ?? ""}</pre>
    ${comments.map(commentContent)}`;
}
function commentContent({ id, author, body, lastEdited, reactions }) {
  const marks = reactions.map(({ content, user }) => `${content} by ${user.login}`);
  return markup`<section class="sandbox-answer" id="issuecomment-${id}">
    <p class="sandbox-meta">
      <strong>${author?.login ?? "ghost"}</strong>
      ${lastEdited === null ? "" : markup`<span>edited</span>`}
      ${marks.length === 0 ? "" : markup`<span>${marks.join(", ")}</span>`}
    </p>
    <pre class="sandbox-sent">${body}</pre>
  </section>`;
}
function runContent(run) {
  return markup`<h1 class="sandbox-title">Run ${run.id}: ${run.event}</h1>
    <p>
      ${run.path} on ${run.branch} at <code>${run.sha.slice(0, 12)}</code>, by
      <strong>${run.actor.login}</strong>
    </p>
    ${list(
    "Attempts",
    run.attempts,
    ({ number, triggeredBy, status, conclusion }) => markup`${number}, by
        ${triggeredBy.login}: ${conclusion ?? status}`
  )}
    ${list(
    "Approvals",
    run.approvals,
    ({ user, state, environments }) => markup`${user.login} ${state}
        ${environments.join(", ")}`
  )}
    ${run.waitsFor.length === 0 ? "" : markup`<p>It waits for ${run.waitsFor.join(", ")}.</p>`}`;
}
function list(title, items, show) {
  if (items.length === 0) return markup``;
  return markup`<h2 class="sandbox-section">${title}</h2>
    <ul class="sandbox-list">${items.map((item2) => markup`<li class="sandbox-item">${show(item2)}</li>`)}</ul>`;
}

// sandbox/pages/layout.ts
function pageHeaders({ forms = false }) {
  return {
    "Content-Security-Policy": `default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action ${forms ? "'self'" : "'none'"}; frame-ancestors 'none'`,
    // A form sent under `no-referrer` does not say where it is from, and would be refused.
    "Referrer-Policy": forms ? "same-origin" : "no-referrer",
    "Cache-Control": "no-store"
  };
}
function layout({ title, stack, site = "", content }, stylesheet2) {
  const team = stack.team ?? "Main site";
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - ${team}</title>
        <link rel="stylesheet" href="${stylesheet2}" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href="/assets/avatar.svg" type="image/svg+xml" />
      </head>
      <body class="theme-system">
        <div class="s-banner s-banner__warning is-pinned sandbox-banner" role="note">
          Sandbox: nothing here is real
        </div>
        <header class="s-topbar sandbox-topbar">
          <div class="sandbox-width">
            <a class="sandbox-brand" href="${site}${stack.listPath}">
              <span class="sandbox-mark" aria-hidden="true"></span>${team}
            </a>
            <nav class="sandbox-nav" aria-label="Site">
              <a class="s-link" href="${site}${stack.listPath}">Posts</a>
              <a class="s-link" href="${site}/_control">Control</a>
              <a class="s-link" href="${site}/_control/requests">Requests</a>
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
body { background: var(--white); color: var(--black-600); margin: 0; }
.sandbox-banner { position: static; padding: 6px 16px; text-align: center; font-size: 13px; font-weight: 600; border: 0; background: var(--yellow-100); color: var(--black-600); }
.sandbox-topbar { position: static; height: auto; min-height: 52px; background: var(--white); border-bottom: 1px solid var(--black-225); }
.sandbox-width { max-width: 960px; width: 100%; margin: 0 auto; padding: 0 20px; box-sizing: border-box; }
.sandbox-topbar .sandbox-width { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px; min-height: 52px; }
.sandbox-brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 700; font-size: 16px; color: inherit; text-decoration: none; }
.sandbox-mark { width: 18px; height: 18px; border-radius: 4px; background: #f48225; }
.sandbox-nav { display: flex; gap: 16px; }
.sandbox-main { padding-top: 28px; padding-bottom: 64px; }
.sandbox-title { font-size: 27px; line-height: 1.3; font-weight: 600; margin: 0 0 10px; overflow-wrap: anywhere; }
.sandbox-meta { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; font-size: 13px; color: var(--black-500); margin: 0 0 20px; padding-bottom: 16px; border-bottom: 1px solid var(--black-200); overflow-wrap: anywhere; }
.sandbox-tags { display: flex; flex-wrap: wrap; gap: 6px; margin: 20px 0 0; padding: 0; list-style: none; }
.sandbox-list { margin: 0; padding: 0; list-style: none; }
.sandbox-item { padding: 16px 0; border-bottom: 1px solid var(--black-200); overflow-wrap: anywhere; }
.sandbox-item h2 { font-size: 17px; font-weight: 500; margin: 0 0 4px; overflow-wrap: anywhere; }
.sandbox-item .sandbox-meta { margin: 0; padding: 0; border: 0; }
.sandbox-item .sandbox-tags { margin-top: 8px; }
.sandbox-answer { border-top: 1px solid var(--black-200); padding-top: 20px; margin-top: 28px; }
.sandbox-accepted { color: var(--green-500); font-weight: 600; font-size: 14px; margin: 0 0 12px; }
.sandbox-pages, .sandbox-buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 20px 0; }
.sandbox-table { width: 100%; border-collapse: collapse; font-size: 13px; margin-bottom: 20px; }
.sandbox-table th, .sandbox-table td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--black-200); overflow-wrap: anywhere; }
.sandbox-table tbody th { width: 160px; }
.sandbox-requests td:first-child, .sandbox-requests td:nth-child(2) { white-space: nowrap; }
.sandbox-section { font-size: 19px; font-weight: 600; margin: 36px 0 6px; }
.sandbox-part { font-size: 15px; font-weight: 600; margin: 20px 0 6px; }
.sandbox-about { color: var(--black-500); margin: 0 0 14px; }
.sandbox-fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 18px 24px; margin: 14px 0 20px; }
.sandbox-field { display: flex; flex-direction: column; gap: 4px; min-width: 0; }
.sandbox-field .s-description { margin: 0; }
.sandbox-kinds { margin: 0 0 14px; padding-left: 18px; }
.sandbox-sent { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--black-050); border-radius: 4px; padding: 10px; margin: 6px 0 0; font-size: 12px; }
.s-prose { overflow-wrap: break-word; }
.s-prose .spoiler:hover > * { opacity: 1; visibility: visible; }
.s-prose img { max-width: 100%; height: auto; }
.s-prose table { display: block; overflow-x: auto; max-width: 100%; border-collapse: collapse; margin-bottom: 1.1em; }
.s-prose th, .s-prose td { border: 1px solid var(--black-225); padding: 6px 10px; text-align: left; }
.s-prose th { background: var(--black-050); font-weight: 600; }
@media (max-width: 640px) {
  .sandbox-table thead { display: none; }
  .sandbox-table, .sandbox-table tbody, .sandbox-table tr, .sandbox-table td, .sandbox-table tbody th { display: block; width: auto; }
  .sandbox-table tr { padding: 8px 0; border-bottom: 1px solid var(--black-200); }
  .sandbox-table td, .sandbox-table th { border: 0; padding: 2px 0; }
  .sandbox-table td[data-label]::before { content: attr(data-label) ' '; color: var(--black-400); }
  .sandbox-requests td { display: inline; margin-right: 12px; }
  .sandbox-requests td[data-label='Request'] { display: block; margin: 0; }
  .sandbox-title { font-size: 22px; }
}
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
  const picture = pictureAt(stack, url.pathname);
  if (picture) return picture;
  const page = await find(stack, parts, url);
  return page && pageReply(page);
}
function pictureAt(site, pathname) {
  const [, team = null, id = ""] = /^(?:\/c\/([^/]+))?\/images\/s\/([\da-f-]{36})\.[a-z]+$/i.exec(pathname) ?? [];
  const image = site.placeOf(team)?.images.get(id) ?? null;
  if (image === null) return null;
  return { status: 200, type: `image/${image.type}`, body: image.bytes };
}
async function serveControlPage(state, url, problem = null) {
  if (url.pathname === "/_control/requests") return pageReply(requestsPage(state, url));
  if (url.pathname !== "/" && url.pathname !== "/_control") return null;
  return pageReply(controlPage(state, problem));
}
async function serveGitHubPage(state, url) {
  const parts = url.pathname.split("/").filter((part) => part !== "");
  if (parts[0] === "assets") return asset(parts[1] ?? "");
  const page = await gitHubPage(state, parts);
  return page && pageReply(page);
}
async function pageReply(page) {
  const { path } = await stacks();
  const { status = 200 } = page;
  return { status, headers: pageHeaders(page), type: htmlType, body: layout(page, path) };
}
async function find(site, parts, url) {
  const inTeam = parts[0] === "c";
  const stack = site.placeOf(inTeam ? parts[1] ?? "" : null);
  const [kind, name, ...more] = inTeam ? parts.slice(2) : parts;
  if (stack === null) return null;
  const page = Math.max(1, Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1);
  const list2 = (filter) => listPage(stack, filter, page, url.pathname);
  if (kind === void 0 || kind === "questions" && name === void 0) return list2({});
  const id = Number(/^-?\d{1,10}$/.exec(name ?? "")?.[0] ?? "0");
  if (kind === "tags") return list2({ tag: decode(name ?? "") });
  if (kind === "users") return personById(id) === null ? null : list2({ owner: id });
  const post = kind === "articles" ? stack.posts.get("article", id) : ["q", "questions", "a"].includes(kind) ? stack.posts.get("question", id) : null;
  const most = kind === "questions" ? 2 : kind === "q" ? 0 : 1;
  if (more.length > most) return null;
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
  pageReply,
  serveControlPage,
  serveGitHubPage,
  servePage
};
