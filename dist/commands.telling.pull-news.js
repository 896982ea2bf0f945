import {
  changeNumber
} from "./model.provenance.js";
import "./esbuild-helpers.js";

// src/commands/telling/pull-news.ts
async function newsOfSteps(steps, { commit, of }, pullsOfFiles, text) {
  const paths = steps.flatMap(({ source }) => {
    const origin = of.get(source);
    return origin?.kind === "file" ? [origin.path] : [];
  });
  const pulls = paths.length === 0 ? null : await pullsOfFiles(commit, [...new Set(paths)]);
  const byPull = Map.groupBy(steps, ({ source }) => {
    const origin = of.get(source);
    const [number] = changeNumber(origin);
    if (number !== void 0) return number;
    return origin?.kind === "file" && pulls?.get(origin.path) || null;
  });
  return [...byPull].flatMap(([pull, own]) => {
    const told = pull === null ? null : text(own);
    return pull === null || told === null ? [] : [{ pull, text: told }];
  });
}
function ofPull(pull, files, told) {
  const isOfPull = ({ provenance }) => provenance.kind === "file" ? files.has(provenance.path) : changeNumber(provenance)[0] === pull;
  return {
    drafts: told.drafts.filter((draft) => draft.provenance.kind === "file" && isOfPull(draft)),
    findings: told.findings.filter(isOfPull)
  };
}
export {
  newsOfSteps,
  ofPull
};
