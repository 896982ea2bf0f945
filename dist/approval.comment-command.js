import {
  isDigest
} from "./model.is-digest.js";

// src/approval/comment-command.ts
function commentCommand(body) {
  const [word, digest = "", ...more] = body.trim().split(" ");
  return word === "/publish" && more.length === 0 && isDigest(digest) ? digest : null;
}

export {
  commentCommand
};
