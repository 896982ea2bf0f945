/** Where a workflow uses the Action of a release. */
export const releasedAction = /\buses: stack-publish\/stack-publish@\S+/g;

/** The same workflow, with the Action of the repository that it is in. */
export const localAction = (workflow: string): string =>
  workflow.replaceAll(releasedAction, 'uses: ./');

/** act's schema does not know this line yet, and it has no deployments anyway. */
export const noDeployment = /^ +deployment: false .*\n/gm;

/** Where a workflow uploads a file of a run. */
export const uploadAction = /\buses: actions\/upload-artifact@\S+/g;

/** A stand-in for that, as there is no GitHub to upload to: it keeps the file beside what the run leaves. */
export const uploadStandIn: Readonly<Record<string, string>> = {
  '.stand-in/upload/action.yml': `name: Upload
inputs: { path: { required: true }, archive: { required: true } }
outputs: { artifact-url: { value: 'https://github.example/artifacts/1' } }
runs:
  using: composite
  steps:
    - shell: sh
      run: cp "$UPLOADED" "$(dirname "$STAND_IN")/seen/"
      env: { UPLOADED: '\${{ inputs.path }}' }
`,
};
