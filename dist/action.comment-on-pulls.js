import {
  runPage
} from "./wiring.ci.run-page.js";
import {
  Fault,
  passingText
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/action/comment-on-pulls.ts
async function commentOnChecked({ findings, drafts, document }, telling) {
  const { event, github } = telling.environment;
  const pull = event?.pull ?? null;
  if (pull === null || !pull.isOpen || pull.isFork) return none;
  return tell(telling, async (comments) => {
    const [{ checkComment }, { noteRenderer }, { ofPull }] = await Promise.all([
      import("./report.comment.check-comment.js"),
      import("./report.summary.renderer-for.js"),
      import("./action.pull-news.js")
    ]);
    const { view, safe, environment } = telling;
    const { entry } = view.document(document);
    const isOfFile = ({ provenance }) => provenance.kind === "file";
    const files = [...drafts, ...findings].some(isOfFile) ? await orNone(environment.log, comments.changedFiles(pull.number)) : /* @__PURE__ */ new Set();
    if (files === null && entry === null) return [];
    const own = ofPull(pull.number, files ?? /* @__PURE__ */ new Set(), { drafts, findings });
    const told = {
      entry,
      pages: own.drafts.map(({ key, kind, title }) => ({ source: key, kind, title })),
      findings: view.findings(own.findings),
      run: runPage(github)
    };
    return [{ pull: pull.number, text: checkComment(told, safe, await noteRenderer()) }];
  });
}
async function commentOnPlanned({ document, waited, waitedSteps, origins }, telling) {
  const { steps } = telling.view.document(document);
  const isNew = (step) => step.digest !== null && !step.links && !waitedSteps.has(step.digest);
  if (waited || !steps.some(isNew)) return none;
  return tell(telling, async (comments) => {
    const [{ planComment }, { newsOfSteps }] = await Promise.all([
      import("./report.comment.plan-comment.js"),
      import("./action.pull-news.js")
    ]);
    const run = runPage(telling.environment.github);
    const text = (own) => own.some(isNew) ? planComment({ steps: own, run }, telling.safe) : null;
    const told = steps.filter(({ links }) => !links);
    return newsOfSteps(told, origins, (...asked) => pullsOf(comments, telling, asked), text);
  });
}
async function commentOnPublished({ document, origins }, telling) {
  const { steps, approval } = telling.view.document(document);
  const told = steps.filter(({ links }) => !links);
  if (told.length === 0) return none;
  return tell(telling, async (comments) => {
    const [{ publishComment }, { newsOfSteps }] = await Promise.all([
      import("./report.comment.publish-comment.js"),
      import("./action.pull-news.js")
    ]);
    const run = runPage(telling.environment.github);
    return newsOfSteps(
      told,
      origins,
      (...asked) => pullsOf(comments, telling, asked),
      (own) => publishComment({ steps: own, approval, run }, telling.safe)
    );
  });
}
var pullsOf = (comments, { environment }, asked) => orNone(environment.log, comments.pullsOfFiles(...asked));
async function orNone(log, asked) {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.info(passingText(error));
    return null;
  }
}
var none = { total: 0, writes: 0 };
async function tell({ environment, inputs }, newsFor) {
  const [{ tellPulls }, { openPullComments }, { commentStart }] = await Promise.all([
    import("./action.tell-pulls.js"),
    import("./wiring.pull-comments.js"),
    import("./report.comment.comment-text.js")
  ]);
  const { log } = environment;
  let comments = null;
  try {
    comments = await openPullComments(environment);
    if (comments === null) return none;
    const start = commentStart(inputs.config);
    await tellPulls(await newsFor(comments), { comments, start, log });
  } catch (error) {
    log.info(`The pull request was not commented on. ${passingText(error)}`);
  } finally {
    await comments?.close();
  }
  return comments?.requests ?? none;
}
export {
  commentOnChecked,
  commentOnPlanned,
  commentOnPublished
};
