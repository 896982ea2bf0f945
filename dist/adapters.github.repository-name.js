// src/adapters/github/repository-name.ts
function parseRepositoryName(text) {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? "") ?? [];
  return owner && name ? { owner, name } : null;
}
function repositoryNameOn(server, address) {
  const host = URL.parse(server)?.hostname;
  const remote = /^(?:https:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([^/:]+)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
    address ?? ""
  );
  return remote && remote[1] === host ? remote[2] ?? null : null;
}

export {
  parseRepositoryName,
  repositoryNameOn
};
