import {
  readYaml
} from "./yaml.yaml-file.js";
import {
  isObject
} from "./model.is-object.js";

// src/commands/doctor/workflow.ts
function readWorkflow({ path, text }, environment) {
  const root = readYaml(text).tree?.value;
  if (!isObject(root) || !isObject(root["jobs"])) return null;
  const on = root["on"];
  const jobs = Object.entries(root["jobs"]).flatMap(
    ([name, job]) => isObject(job) ? [{ name, job }] : []
  );
  const dispatch = isObject(on) ? on["workflow_dispatch"] : null;
  const inputs = isObject(dispatch) ? dispatch["inputs"] : null;
  const shared = permissionsOf(root["permissions"]);
  const permissionsIn = (job) => "permissions" in job ? permissionsOf(job["permissions"]) : shared;
  const resolving = jobs.filter(({ job }) => commandsIn(job).includes("resolve"));
  return {
    path,
    events: eventsOf(on),
    inputs: isObject(inputs) ? Object.keys(inputs) : [],
    jobs: jobs.filter((each) => sameName(environmentOf(each.job), environment) && !resolving.includes(each)).map(({ name, job }) => ({
      name,
      permissions: permissionsIn(job),
      follows: namesIn(job["needs"]).length > 0
    })),
    resolving: resolving.map(({ name, job }) => ({ name, permissions: permissionsIn(job) })),
    isOpaque: jobs.some(
      ({ job }) => typeof job["uses"] === "string" || environmentOf(job)?.includes("${{")
    )
  };
}
var otherEvents = /* @__PURE__ */ new Set([
  "issue_comment",
  "pull_request",
  "pull_request_target",
  "workflow_call"
]);
function waysOf({ events, inputs, jobs }) {
  const plans = [...events].some((event) => !otherEvents.has(event));
  const ways = {
    environment: plans && jobs.some(({ follows }) => follows),
    dispatch: inputs.includes("digest"),
    // A job that needs the one which plans is left out where a comment started the run.
    comment: events.has("issue_comment") && jobs.some(({ follows }) => !follows)
  };
  return Object.keys(ways).filter((way) => ways[way]);
}
function decisionsOf({
  events,
  inputs,
  resolving
}) {
  if (resolving.length === 0) return [];
  return [
    ...events.has("issue_comment") ? ["comment"] : [],
    ...inputs.includes("source") && inputs.includes("resolution") ? ["dispatch"] : []
  ];
}
function commandsIn({ steps }) {
  return (Array.isArray(steps) ? steps : []).flatMap(
    (step) => isObject(step) && typeof step["uses"] === "string" && isObject(step["with"]) ? [step["with"]["command"]] : []
  );
}
function eventsOf(on) {
  return new Set(isObject(on) ? Object.keys(on) : namesIn(on));
}
function namesIn(value) {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
function environmentOf({ environment }) {
  const name = isObject(environment) ? environment["name"] : environment;
  return typeof name === "string" ? name : null;
}
function sameName(seen, wanted) {
  return seen?.toLowerCase() === wanted.toLowerCase();
}
function permissionsOf(value) {
  if (value === "write-all") return { all: "write" };
  if (value === "read-all") return { all: "read" };
  if (!isObject(value)) return null;
  return Object.fromEntries(
    Object.entries(value).flatMap(
      ([name, level]) => typeof level === "string" ? [[name, level]] : []
    )
  );
}

export {
  readWorkflow,
  waysOf,
  decisionsOf
};
