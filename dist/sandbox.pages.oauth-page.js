import {
  markup
} from "./sandbox.pages.markup.js";
import {
  deciders
} from "./sandbox.stack.oauth.decide.js";
import {
  people
} from "./sandbox.stack.html.html-encode.js";
import "./esbuild-helpers.js";

// sandbox/pages/oauth-page.ts
var meanings = {
  write_access: "create, edit and delete posts as you",
  access_team: "work in the private team that you choose, and nowhere else",
  no_expiry: "do so until you take it back: the token does not end",
  read_inbox: "read your inbox",
  private_info: "read your private profile"
};
var asking = [
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "code_challenge",
  "code_challenge_method"
];
function authorisePage(stack, { application, scope }, parameters) {
  const title = `Allow ${application.name}?`;
  const hidden = [...parameters].filter(([name]) => asking.includes(name)).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`);
  const team = scope.includes("access_team") ? select(
    "team",
    "Team",
    stack.teams.map((name) => [name, name])
  ) : "";
  const persons = deciders.map((name) => [name, people[name].name]);
  const content = markup`<h1 class="sandbox-title">${title}</h1>
    <p class="sandbox-meta">
      The application with the client id ${application.id} asks for
      ${scope.length === 0 ? "no scope" : scope.join(", ")}.
    </p>
    <ul class="s-prose">
      <li>read what you can read</li>
      ${scope.map((part) => markup`<li>${meanings[part] ?? part}</li>`)}
    </ul>
    <form method="post" action="/oauth">
      ${hidden}
      <div class="sandbox-fields">${select("person", "You are", persons)} ${team}</div>
      <div class="sandbox-buttons">
        <button class="s-btn s-btn__filled" type="submit" name="decision" value="allow">Allow</button>
        <button class="s-btn s-btn__outlined" type="submit" name="decision" value="deny">Deny</button>
      </div>
    </form>`;
  return { title, stack, forms: true, content };
}
function refusedPage(stack, why) {
  const content = markup`<h1 class="sandbox-title">This cannot be allowed</h1>
    <p class="s-notice s-notice__danger" role="alert">${why}</p>`;
  return { title: "This cannot be allowed", stack, status: 400, content };
}
function successPage(stack, url) {
  const code = url.searchParams.get("code");
  const error = url.searchParams.get("error");
  const title = code === null ? "Not logged in" : "Logged in";
  const content = markup`<h1 class="sandbox-title">${title}</h1>
    ${error === null ? "" : markup`<p class="s-notice s-notice__danger" role="alert">${error}: ${url.searchParams.get("error_description") ?? ""}</p>`}
    <p>Paste the address of this page into the terminal:</p>
    <pre class="sandbox-sent" id="address">${stack.origin + url.pathname + url.search}</pre>
    ${code === null ? "" : markup`<p>Or only the code:</p>
    <pre class="sandbox-sent" id="code">${code}</pre>`}`;
  return { title, stack, content };
}
function select(name, label, options) {
  return markup`<div class="sandbox-field">
    <label class="s-label" for="${name}">${label}</label>
    <div class="s-select">
      <select id="${name}" name="${name}">
        ${options.map(([value, text]) => markup`<option value="${value}">${text}</option>`)}
      </select>
    </div>
  </div>`;
}
export {
  authorisePage,
  refusedPage,
  successPage
};
