import {
  readGitHubEvent
} from "./wiring.ci.github.js";
import "./model.resolution.js";
import "./model.is-digest.js";
import "./wiring.ci.github-addresses.js";
import "./esbuild-helpers.js";

// src/action/main.ts
var event = readGitHubEvent(process.env);
var command = process.env["INPUT_COMMAND"]?.trim() || "auto";
var isComment = event.name === "issue_comment";
if (!isComment || isFor(command, event.comment?.command.kind)) {
  const { runAction } = await import("./action.run-action.js");
  process.exitCode = await runAction(command, event);
}
function isFor(job, asked) {
  if (asked === void 0 || job === "auto") return false;
  if (asked === "publish") return job !== "resolve" && job !== "adopt";
  return job === "resolve" || job === asked;
}
