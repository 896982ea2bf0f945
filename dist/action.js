import {
  readGitHubEvent
} from "./wiring.ci.github.js";
import "./model.is-digest.js";
import "./wiring.ci.github-addresses.js";
import "./esbuild-helpers.js";

// src/action/main.ts
var event = readGitHubEvent(process.env);
var command = process.env["INPUT_COMMAND"]?.trim() || "auto";
var isComment = event.name === "issue_comment";
if (!isComment || command !== "auto" && event.comment !== null) {
  const { runAction } = await import("./action.run-action.js");
  process.exitCode = await runAction(command, event);
}
