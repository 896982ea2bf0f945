import {
  line
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";

// src/report/doctor-report.ts
var tones = {
  ok: "plain",
  failed: "error",
  skipped: "faint",
  "not checked": "faint"
};
function doctorLines({ checks, next, requests }) {
  const { site, forge } = requests;
  return [
    ...checkLines(checks),
    line(""),
    line(
      `Asked: ${counted(site.total, "request")} to the site, ${counted(forge.total, "request")} to the forge.`,
      "faint"
    ),
    line(`Next: ${next}`, "heading")
  ];
}
function checkLines(checks) {
  return checks.flatMap(({ check, state, code, message, remedy }) => [
    line(
      `${state.padEnd(11)} ${check}: ${message}${code === null ? "" : ` [${code}]`}`,
      tones[state]
    ),
    ...remedy === null ? [] : [line(`            ${remedy}`)]
  ]);
}

export {
  doctorLines,
  checkLines
};
