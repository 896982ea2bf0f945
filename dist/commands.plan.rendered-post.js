import {
  fillHoles
} from "./planning.link-order.js";
import {
  imageDigest
} from "./model.image.js";

// src/commands/plan/rendered-post.ts
function renderedPost(content, { addressOf, made, pictures }) {
  const behind = {};
  const nowhere = unusedAddress(content);
  const others = new Map(content.holes?.map((hole) => [hole.for, hole.else]));
  const filled = fillHoles(content, (target) => {
    const known = addressOf(target);
    const picture = imageDigest(target);
    const isMade = picture === null && !known && made.has(target);
    const other = isMade ? void 0 : known ?? others.get(target);
    const address = other ?? `${nowhere}${Object.keys(behind).length}`;
    if (picture !== null) {
      const { path = null, size = null } = pictures.get(target) ?? {};
      behind[address] = { picture, path, size };
    } else if (other === void 0) behind[address] = { step: target };
    return address;
  }).content;
  const answer = filled.kind === "question" ? filled.answer : null;
  return { title: filled.title, body: filled.body, answer, behind };
}
function unusedAddress(content) {
  const texts = [content.body, content.kind === "question" ? content.answer : ""].join("\n");
  const names = new Set(texts.match(/here-\d+(?=\.invalid)/gi)?.map((each) => each.toLowerCase()));
  let number = 0;
  while (names.has(`here-${number}`)) number += 1;
  return `https://here-${number}.invalid/`;
}

export {
  renderedPost
};
