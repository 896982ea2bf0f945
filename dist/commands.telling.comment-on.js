import {
  changeNoun
} from "./model.provenance.js";
import {
  Fault,
  passingText
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/telling/comment-on.ts
async function commentOnChecked({ findings, drafts, document, pull }, telling) {
  if (pull === null || !pull.isOpen || pull.isFork) return none;
  return tell(telling, async ({ comments, safe, run }) => {
    const [{ checkComment }, { noteRenderer }, { ofPull }] = await Promise.all([
      import("./report.comment.check-comment.js"),
      import("./report.summary.renderer-for.js"),
      import("./commands.telling.pull-news.js")
    ]);
    const { view, log } = telling;
    const { entry } = view.document(document);
    const isOfFile = ({ provenance }) => provenance.kind === "file";
    const files = [...drafts, ...findings].some(isOfFile) ? await orNone(log, comments.changedFiles(pull.number)) : /* @__PURE__ */ new Set();
    if (files === null && entry === null) return [];
    const own = ofPull(pull.number, files ?? /* @__PURE__ */ new Set(), { drafts, findings });
    const told = {
      entry,
      pages: own.drafts.map(({ key, kind, title }) => ({ source: key, kind, title })),
      findings: view.findings(own.findings),
      run
    };
    return [{ pull: pull.number, text: checkComment(told, safe, await noteRenderer()) }];
  });
}
async function commentOnPlanned({ document, waited, waitedSteps, origins }, telling) {
  const { steps } = telling.view.document(document);
  const isNew = (step) => step.digest !== null && !step.links && !waitedSteps.has(step.digest);
  if (waited || !steps.some(isNew)) return none;
  return tell(telling, async ({ comments, safe, run }) => {
    const [{ planComment }, { newsOfSteps }] = await Promise.all([
      import("./report.comment.plan-comment.js"),
      import("./commands.telling.pull-news.js")
    ]);
    const text = (own) => own.some(isNew) ? planComment({ steps: own, run }, safe) : null;
    const told = steps.filter(({ links }) => !links);
    return newsOfSteps(
      told,
      origins,
      (...asked) => orNone(telling.log, comments.pullsOfFiles(...asked)),
      text
    );
  });
}
async function commentOnPublished({ document, origins }, telling) {
  const { steps, approval } = telling.view.document(document);
  const told = steps.filter(({ links }) => !links);
  if (told.length === 0) return none;
  return tell(telling, async ({ comments, safe, run }) => {
    const [{ publishComment }, { newsOfSteps }] = await Promise.all([
      import("./report.comment.publish-comment.js"),
      import("./commands.telling.pull-news.js")
    ]);
    return newsOfSteps(
      told,
      origins,
      (...asked) => orNone(telling.log, comments.pullsOfFiles(...asked)),
      (own) => publishComment({ steps: own, approval, run }, safe)
    );
  });
}
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
async function tell(telling, newsFor) {
  const { log } = telling;
  let place = null;
  try {
    place = await telling.openComments();
    if (place === null) return none;
    const { tellPulls } = await import("./commands.telling.tell-pulls.js");
    await tellPulls(await newsFor(place), { ...place, log });
  } catch (error) {
    const what = changeNoun(place?.comments.kind ?? "pull-request");
    log.info(`The ${what} was not commented on. ${passingText(error)}`);
  } finally {
    await place?.close();
  }
  return place?.requests ?? none;
}
export {
  commentOnChecked,
  commentOnPlanned,
  commentOnPublished
};
