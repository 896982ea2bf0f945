import {
  readPicture
} from "./commands.read-picture.js";
import {
  renderedPost
} from "./commands.plan.rendered-post.js";
import {
  makesPost
} from "./planning.link-order.js";
import {
  mostPictureBytes
} from "./report.preview.plan-preview.js";
import "./model.line-hunks.js";
import {
  stepDigest
} from "./model.plan.js";
import "./model.ledger.js";
import "./model.site-memory.js";
import "./npm.he.js";
import {
  imageDigest,
  imageTarget
} from "./model.image.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./esbuild-helpers.js";

// src/commands/plan/preview-plan.ts
async function previewPlan(plan, prepared, context, report) {
  const made = new Set(plan.steps.filter(makesPost).map(({ source }) => source));
  return {
    report,
    steps: plan.steps.map((change) => stepPreview(change, prepared, made)),
    pictures: await embeddedPictures(plan, prepared, context),
    isForTeam: prepared.audience === "team"
  };
}
function stepPreview(change, { pictures }, made) {
  const { step, shown, record } = change;
  const written = (target) => record && Object.hasOwn(record.filled, target) ? record.filled[target] : void 0;
  const used = (target) => step.uses && Object.hasOwn(step.uses, target) ? step.uses[target] : (
    // What a merge has of the site's own text stays as it is there.
    step.action === "merge" ? written(target) : void 0
  );
  const none = /* @__PURE__ */ new Set();
  return {
    digest: stepDigest(step),
    before: shown && renderedPost(shown, { addressOf: written, made: none, pictures }),
    after: renderedPost(step.content, {
      // An adopted post is not written.
      addressOf: step.action === "adopt" ? written : used,
      made,
      pictures
    })
  };
}
async function embeddedPictures({ steps }, prepared, context) {
  const targets = new Set(
    steps.flatMap(
      ({ step, shown }) => [...step.content.holes ?? [], ...shown?.holes ?? []].map((hole) => hole.for)
    )
  );
  const embedded = [];
  let room = mostPictureBytes;
  for (const target of targets) {
    const digest = imageDigest(target);
    const size = prepared.pictures.get(target)?.size ?? Infinity;
    if (digest === null || size > room) continue;
    const picture = await readPicture(context, prepared, imageTarget(digest));
    if (!picture) continue;
    room -= size;
    const base64 = Buffer.from(picture.bytes).toString("base64");
    embedded.push([digest, { type: picture.file.type, base64 }]);
  }
  return Object.fromEntries(embedded);
}
export {
  previewPlan
};
