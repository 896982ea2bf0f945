import {
  line
} from "./report.line.js";
import "./esbuild-helpers.js";

// src/report/doctor-report.ts
var tones = {
  ok: "plain",
  warning: "warning",
  failed: "error",
  skipped: "faint"
};
function doctorLines({ checks }) {
  return checks.flatMap(({ check, state, message, remedy }) => [
    line(`${state.padEnd(8)} ${check}: ${message}`, tones[state]),
    ...remedy === null ? [] : [line(`         ${remedy}`)]
  ]);
}
export {
  doctorLines
};
