import {
  commentOf,
  readRunEvent
} from "./action.run-event.js";
import "./model.is-digest.js";
import "./esbuild-helpers.js";

// src/action/main.ts
var event = readRunEvent(process.env);
var command = process.env["INPUT_COMMAND"]?.trim() || "auto";
var isComment = event.name === "issue_comment";
if (!isComment || command !== "auto" && commentOf(event) !== null) {
  const { runAction } = await import("./action.run-action.js");
  process.exitCode = await runAction(command, event);
}
