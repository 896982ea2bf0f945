// src/wiring/ci/run-page.ts
function actionsPage({
  serverUrl,
  repository
}) {
  return repository === null ? null : `${serverUrl}/${repository}/actions`;
}
function runPage(github) {
  const actions = actionsPage(github);
  return actions && github.run.id ? `${actions}/runs/${github.run.id}` : null;
}

export {
  actionsPage,
  runPage
};
