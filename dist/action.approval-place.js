import {
  decisionsOf,
  readWorkflow,
  waysOf
} from "./commands.doctor.workflow.js";
import {
  anyPlace
} from "./report.how-to-approve.shared.js";
import {
  actionsPage,
  runPage
} from "./wiring.ci.run-page.js";
import "./yaml.yaml-file.js";
import "./model.is-object.js";
import "./esbuild-helpers.js";

// src/action/approval-place.ts
async function approvalPlace({
  approval: { accept: accepted, environment },
  github,
  workflow: path,
  readFile
}) {
  const accept = github.isGitea ? accepted.filter((each) => each !== "environment") : accepted;
  const actions = actionsPage(github);
  const file = path?.split("/").at(-1);
  const place = {
    ...anyPlace(accept, environment),
    run: runPage(github),
    workflow: file === void 0 ? null : { file, page: actions && `${actions}/workflows/${file}` }
  };
  const text = path === null ? null : await readFile(path).catch(() => null);
  const workflow = path !== null && text !== null ? readWorkflow({ path, text }, environment) : null;
  if (workflow === null || file === void 0) return { ...place, workflow: null };
  const by = decisionsOf(workflow)[0];
  const decision = by ? { by, workflow: { file, page: place.workflow?.page ?? null } } : null;
  const unknown = { ...place, decision, workflow: null };
  if (workflow.isOpaque) return unknown;
  const offered = waysOf(workflow);
  const ways = accept.filter((each) => offered.includes(each));
  if (ways.length === 0) return unknown;
  const takesExcept = workflow.inputs.includes("except");
  return { ...place, decision, ways, isKnown: true, takesExcept };
}
export {
  approvalPlace
};
