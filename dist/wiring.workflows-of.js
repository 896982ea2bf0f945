// src/wiring/workflows-of.ts
var longestWorkflow = 2e5;
async function workflowsOf(tree) {
  const files = (await tree.files()).filter(
    ({ path, kind, size }) => kind === "file" && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && (size ?? 0) <= longestWorkflow
  );
  const workflows = [];
  for await (const { file, bytes } of tree.read(files))
    workflows.push({ path: file.path, text: Buffer.from(bytes).toString("utf8") });
  return workflows;
}

export {
  workflowsOf
};
