import {
  actionsPage,
  runPage
} from "./wiring.ci.run-page.js";
import {
  readWorkflow,
  waysOf
} from "./commands.doctor.workflow.js";
import {
  anyPlace
} from "./report.how-to-approve.shared.js";
import "./yaml.yaml-file.js";
import "./model.is-object.js";
import "./esbuild-helpers.js";

// src/action/approval-place.ts
async function approvalPlace({
  approval: { accept, environment },
  github,
  workflow: path,
  readFile
}) {
  const actions = actionsPage(github);
  const file = path?.split("/").at(-1);
  const place = {
    ...anyPlace(accept, environment),
    run: runPage(github),
    workflow: file === void 0 ? null : { file, page: actions && `${actions}/workflows/${file}` }
  };
  const text = path === null ? null : await readFile(path).catch(() => null);
  const workflow = path !== null && text !== null ? readWorkflow({ path, text }, environment) : null;
  if (workflow === null || workflow.isOpaque) return { ...place, workflow: null };
  const offered = waysOf(workflow);
  const ways = accept.filter((each) => offered.includes(each));
  if (ways.length === 0) return { ...place, workflow: null };
  return { ...place, ways, isKnown: true, takesExcept: workflow.inputs.includes("except") };
}
export {
  approvalPlace
};
