import {
  line
} from "./report.line.js";
import {
  provenanceText
} from "./model.provenance.js";

// src/report/finding-lines.ts
function findingLines(findings) {
  return findings.flatMap(({ rule, severity, provenance, place, message, remedy }) => {
    const where = place ? placeText(place) : provenanceText(provenance);
    const at = where.replace(/^(?=[-+ @\\])/, "./");
    return [line(`${at}: ${severity}: ${message} [${rule}]`, severity), line(`> ${remedy}`)];
  });
}
function placeText({ file, line: row, column }) {
  return [file, row, column].filter((part) => part !== null).join(":");
}

export {
  findingLines,
  placeText
};
