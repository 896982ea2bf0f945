import {
  gitLine,
  tryGit
} from "./adapters.git.git.js";

// src/adapters/git/head.ts
async function currentRef(root) {
  const { code, stdout } = await tryGit(root, ["symbolic-ref", "--quiet", "HEAD"]);
  return code === 0 ? stdout.toString("utf8").trim() : null;
}
async function isElsewhere(root, commit) {
  const { code } = await tryGit(root, ["merge-base", "--is-ancestor", "HEAD", commit]);
  return code === 1 && !await isShallow(root);
}
async function isShallow(root) {
  return await gitLine(root, ["rev-parse", "--is-shallow-repository"]) === "true";
}

export {
  currentRef,
  isElsewhere,
  isShallow
};
