import {
  codeSpan,
  inLine
} from "./report.markdown.js";
import {
  placeText
} from "./report.finding-lines.js";
import {
  provenanceText
} from "./model.provenance.js";

// src/report/summary/finding-item.ts
function findingItem(finding, safe) {
  const { rule, severity, provenance, place, message, remedy } = finding;
  const where = codeSpan(safe(place ? placeText(place) : provenanceText(provenance)));
  return `- ${where}: **${severity}**: ${inLine(safe(message))} \`${rule}\`  
  ${inLine(safe(remedy))}
`;
}

export {
  findingItem
};
