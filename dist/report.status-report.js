import {
  line
} from "./report.line.js";
import "./esbuild-helpers.js";

// src/report/status-report.ts
function statusLines({ sources, approvals }) {
  if (approvals) return approvals.map(approvalLine);
  if (sources.length === 0) return [line("Nothing is marked for publication.")];
  return sources.map(
    ({ source, state, reason, post }) => line(
      `${state.padEnd(9)} ${source}${reason ? `: ${reason}` : ""}${post ? `  ${post.url}` : ""}`,
      state === "held" || state === "orphaned" ? "warning" : state === "error" ? "error" : "plain"
    )
  );
}
function approvalLine({ source, post, text, approval }) {
  const who = [approval?.by, ...approval?.others ?? []].map(
    (each) => each?.login ?? "nobody known"
  );
  const how = approval ? `${who.join(", ")} by ${approval.mechanism}${approval.verified ? "" : " (not verified)"}, ${approval.at.slice(0, 10)}${approval.evidence ? `  ${approval.evidence}` : ""}` : "no approval is known";
  const url = post ? `  ${post.url}` : "";
  return line(`${text.padEnd(11)} ${source}: ${how}${url}`, approval ? "plain" : "warning");
}
export {
  statusLines
};
