/** Where a workflow uses the Action of a release. */
export const releasedAction = /\buses: stack-publish\/stack-publish@\S+/g;

/** The same workflow, with the Action of the repository that it is in. */
export const localAction = (workflow: string): string =>
  workflow.replaceAll(releasedAction, 'uses: ./');
