// src/commands/is-public.ts
async function isPublic({
  config,
  repository,
  forge
}) {
  if (config.visibility !== "auto") return config.visibility === "public";
  if (forge) return await forge.isPublic() ?? true;
  const remotes = await repository.remotes();
  return remotes.some(isElsewhere);
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
  isPublic
};
