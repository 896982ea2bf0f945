import {
  isDigest
} from "./model.is-digest.js";

// src/model/image.ts
var imageTypes = ["png", "jpeg", "gif", "bmp", "webp"];
var mostImageBytes = 2 * 1024 * 1024;
var isOfType = {
  png: (start) => start.startsWith("PNG\r\n\n"),
  jpeg: (start) => start.startsWith("ÿØÿ"),
  gif: (start) => /^GIF8[79]a/.test(start),
  bmp: (start) => /^BM[^]{12}/.test(start),
  webp: (start) => /^RIFF[^]{4}WEBP/.test(start)
};
function imageTypeOf(bytes) {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return imageTypes.find((type) => isOfType[type](start)) ?? null;
}
function imageTarget(digest) {
  return `image:${digest}`;
}
function imageDigest(target) {
  const digest = target.startsWith("image:") ? target.slice("image:".length) : "";
  return isDigest(digest) ? digest : null;
}

export {
  imageTypes,
  mostImageBytes,
  imageTypeOf,
  imageTarget,
  imageDigest
};
