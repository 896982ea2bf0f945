import type { WorkflowFile } from '../commands/doctor/workflow.ts';
import type { FileTree } from '../ports/repository.ts';

/** A workflow is a small file. */
const longestWorkflow = 200_000;

/** The workflows of a tree. */
export async function workflowsOf(tree: FileTree): Promise<WorkflowFile[]> {
  const files = (await tree.files()).filter(
    ({ path, kind, size }) =>
      kind === 'file' &&
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
      (size ?? 0) <= longestWorkflow,
  );
  const workflows: WorkflowFile[] = [];
  for await (const { file, bytes } of tree.read(files))
    workflows.push({ path: file.path, text: Buffer.from(bytes).toString('utf8') });
  return workflows;
}
