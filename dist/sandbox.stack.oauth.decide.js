import {
  people
} from "./sandbox.stack.html.html-encode.js";

// sandbox/stack/oauth/redirect-with.ts
function redirectWith(address, parameters) {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.append(name, value);
  return url.href;
}

// sandbox/stack/oauth/decide.ts
var deciders = ["account", "colleague", "admin"];
function decide(stack, { application, redirectUri, scope, state, challenge }, form) {
  if (form.get("decision") !== "allow") {
    const error_description = "The user denied the request";
    return redirectWith(redirectUri, { error: "access_denied", error_description, state });
  }
  const name = deciders.find((known) => known === form.get("person")) ?? "account";
  const chosen = stack.teams.find((known) => known === form.get("team")) ?? stack.teams[0] ?? null;
  const code = stack.grants.allow({
    application,
    person: people[name],
    scope,
    team: scope.includes("access_team") ? chosen : null,
    redirectUri,
    challenge
  });
  return redirectWith(redirectUri, { code, state });
}

export {
  redirectWith,
  deciders,
  decide
};
