import {
  readWorkflow,
  waysOf
} from "./commands.doctor.workflow.js";
import "./yaml.yaml-file.js";
import "./model.is-object.js";
import "./esbuild-helpers.js";

// src/action/offered-ways.ts
async function offeredWays({
  approval: { accept, environment },
  workflow: path,
  readFile
}) {
  const text = path === null ? null : await readFile(path).catch(() => null);
  const workflow = path !== null && text !== null ? readWorkflow({ path, text }, environment) : null;
  if (workflow === null || workflow.isOpaque) return accept;
  const ways = waysOf(workflow);
  const both = accept.filter((each) => ways.includes(each));
  return both.length > 0 ? both : accept;
}
export {
  offeredWays
};
