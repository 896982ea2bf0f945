import {
  checkLines
} from "./report.doctor-report.shared.js";
import {
  line
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";

// src/report/init-report.ts
var tones = {
  kept: "faint",
  differs: "warning",
  left: "warning",
  failed: "error"
};
function initLines({ dryRun, steps, left, checks, next }, verbose) {
  return [
    ...dryRun ? [line("A dry run: nothing is written, and nothing but reads is sent.", "heading")] : [],
    ...steps.map((step) => stepLine(step)),
    ...choreLines(left),
    ...checks === null ? [] : doctorPart(checks, verbose),
    line(""),
    line(`Next: ${next}`, "heading")
  ];
}
function stepLine({ kind, name, state, message }, indent = "") {
  const what = kind === "label" || kind === "environment" ? `${kind} ${name}` : name;
  return line(
    `${indent}${state.padEnd(8)} ${what}${message === null ? "" : `: ${message}`}`,
    tones[state] ?? "plain"
  );
}
function choreLines(left) {
  return [
    ...left.length === 0 ? [] : [line(""), line("Left to do, in this order:", "heading")],
    ...left.flatMap(({ do: what, url, run }, at) => [
      line(`${`${at + 1}.`.padStart(3)} ${what}`),
      ...url === null ? [] : [line(`    ${url}`)],
      ...run === null ? [] : [line(`    ${url === null ? "" : "or: "}${run}`)]
    ])
  ];
}
function doctorPart(checks, verbose) {
  const fine = checks.filter(({ state, remedy }) => state === "ok" && remedy === null);
  const skipped = checks.filter(({ state }) => state === "skipped");
  const others = checks.filter((check) => !fine.includes(check) && !skipped.includes(check));
  const rest = `${counted(fine.length, "check")} fine, ${skipped.length} with nothing to look at; --verbose lists them.`;
  return [
    line(""),
    line("What doctor says:", "heading"),
    ...checkLines(verbose ? checks : others),
    ...verbose ? [] : [line(rest, "faint")]
  ];
}

export {
  initLines,
  stepLine,
  choreLines
};
