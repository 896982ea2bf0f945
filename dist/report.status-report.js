import {
  line
} from "./report.line.js";
import "./esbuild-helpers.js";

// src/report/status-report.ts
function statusLines({ sources }) {
  if (sources.length === 0) return [line("Nothing is marked for publication.")];
  return sources.map(
    ({ source, state, reason, post }) => line(
      `${state.padEnd(9)} ${source}${reason ? `: ${reason}` : ""}${post ? `  ${post.url}` : ""}`,
      state === "held" || state === "orphaned" ? "warning" : state === "error" ? "error" : "plain"
    )
  );
}
export {
  statusLines
};
