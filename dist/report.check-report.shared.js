import {
  findingLines
} from "./report.finding-lines.js";
import {
  line
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";

// src/report/check-report.ts
function checkLines(document, findings) {
  const isNothing = document.counts.sources === 0 && !document.entry && !document.release;
  const summary = isNothing ? "Nothing is marked for publication." : checkSummary(document);
  return [...previewLines(document), ...findingLines(findings), line(summary, "heading")];
}
function checkSummary({ counts }) {
  const { sources, ready, errors, warnings } = counts;
  return `${ready} of ${counted(sources, "source")} ready, ${counted(errors, "error")}, ${counted(warnings, "warning")}`;
}
function previewLines({ entry, release }) {
  const quoted = (text) => text.split("\n").map((each) => ({ text: ` ${each}`, tone: "plain", quoted: true }));
  if (release) {
    const { source, title, type, tags, body } = release;
    const about = [type ?? "article", ...tags].join(", ");
    return [line(`${source}: ${title} (${about})`, "heading"), ...quoted(body), line("")];
  }
  if (!entry) return [];
  const where = entry.section === null ? "" : `, in the section ${entry.section} of the next release`;
  return [
    line(`${entry.source} as readers will see it${where}:`, "heading"),
    ...quoted(entry.text),
    line("")
  ];
}

export {
  checkLines,
  checkSummary
};
