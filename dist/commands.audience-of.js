import {
  Fault
} from "./model.error.js";

// src/commands/audience-of.ts
async function audienceOf({
  config: { visibility },
  repository,
  forge
}) {
  if (visibility !== "auto") return visibility === "public" ? "everyone" : "team";
  const open = forge ? await forge.isPublic().catch(noAnswer) ?? true : (await repository.remotes()).some(isElsewhere);
  return open ? "everyone" : "team";
}
function noAnswer(error) {
  if (error instanceof Fault) return null;
  throw error;
}
function isElsewhere(address) {
  if (/^file:/i.test(address)) return false;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const host = URL.parse(address)?.hostname ?? "";
    return !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
  }
  return /^[^/]+:/.test(address) && !/^[a-z]:[\\/]/i.test(address);
}

export {
  audienceOf,
  isElsewhere
};
