/** A part of the code: a folder with one purpose. */
export interface Module {
  /** Its folder, from the project's own. */
  readonly folder: string;
  readonly holds: string;
  /** Which modules it may import. An arrow that nobody uses any more is taken out. */
  readonly imports: readonly string[];
  /**
   * What it does besides computing. `none`: no files, network, processes or output, except through a
   * port. `io`: those, with output through the log. `edge`: also environment, stdout and stderr.
   */
  readonly effects: 'none' | 'io' | 'edge';
}

/**
 * The layout, by name. From it come the linter's rules (`oxlint.config.ts`) and the table of
 * `docs/architecture.md`; `test/scripts/modules.test.ts` holds it against the imports that there are.
 */
export const modules: Readonly<Record<string, Module>> = {
  model: {
    folder: 'src/model',
    holds: 'the nouns, source keys, errors with their codes, canonical JSON, digests',
    imports: [],
    effects: 'none',
  },
  ports: {
    folder: 'src/ports',
    holds: 'what site, forge, ledger, repository, log and clock can do: types only',
    imports: ['model'],
    effects: 'none',
  },
  yaml: {
    folder: 'src/yaml',
    holds: 'YAML, with the place of each value',
    imports: ['model'],
    effects: 'none',
  },
  markdown: {
    folder: 'src/markdown',
    holds: 'Markdown trees: headings, links, comments',
    imports: ['model'],
    effects: 'none',
  },
  rendering: {
    folder: 'src/rendering',
    holds: 'a post as Stack shows it, as HTML; loaded only where somebody looks',
    imports: ['markdown'],
    effects: 'none',
  },
  config: {
    folder: 'src/config',
    holds: 'the schema of the configuration; errors with line and column',
    imports: ['model', 'yaml'],
    effects: 'none',
  },
  sources: {
    folder: 'src/sources',
    holds: 'what the repository says: a folder for each kind of source, and their registry',
    imports: ['model', 'ports', 'yaml', 'markdown', 'config'],
    effects: 'none',
  },
  curation: {
    folder: 'src/curation',
    holds: 'is it fit to publish: a file for each rule or few of a kind, and their registry',
    imports: ['model', 'markdown'],
    effects: 'none',
  },
  composing: {
    folder: 'src/composing',
    holds:
      "a draft becomes a post in Stack's Markdown: one construct a file; holes, and what fills them",
    imports: ['model', 'markdown'],
    effects: 'none',
  },
  planning: {
    folder: 'src/planning',
    holds: 'survey, encodings, reconciling, merging, plans',
    imports: ['model', 'ports', 'composing'],
    effects: 'none',
  },
  approval: {
    folder: 'src/approval',
    holds: 'is this a yes: the policy, and one reader of evidence a file',
    imports: ['model', 'ports'],
    effects: 'none',
  },
  publishing: {
    folder: 'src/publishing',
    holds: 'carrying out a plan, each step once; recovery',
    imports: ['model', 'ports', 'composing', 'planning'],
    effects: 'none',
  },
  report: {
    folder: 'src/report',
    holds: 'what people and programs read, and what may be shown to whom',
    imports: ['model', 'rendering'],
    effects: 'none',
  },
  commands: {
    folder: 'src/commands',
    holds: 'one use case a file: its options, help, document and run; their registry',
    imports: [
      'model',
      'ports',
      'yaml',
      'sources',
      'curation',
      'composing',
      'config',
      'planning',
      'approval',
      'publishing',
      'report',
    ],
    effects: 'none',
  },
  adapters: {
    folder: 'src/adapters',
    holds: 'git, files, HTTP, the site, forges, ledgers, the log',
    imports: ['model', 'ports'],
    effects: 'io',
  },
  wiring: {
    folder: 'src/wiring',
    holds: 'which adapters a run gets: one question a file',
    imports: ['model', 'ports', 'curation', 'config', 'approval', 'commands', 'adapters'],
    effects: 'none',
  },
  sandbox: {
    folder: 'sandbox',
    holds: 'a local Stack Internal and GitHub, for the demo, the tests and users',
    imports: ['model', 'rendering'],
    effects: 'edge',
  },
  action: {
    folder: 'src/action',
    holds: 'the edge on GitHub: event, inputs, outputs, job summary',
    imports: ['model', 'ports', 'approval', 'report', 'commands', 'adapters', 'wiring'],
    effects: 'edge',
  },
  cli: {
    folder: 'src/cli',
    holds: 'the edge elsewhere: arguments, terminal, exit codes',
    imports: ['model', 'ports', 'report', 'commands', 'adapters', 'wiring', 'sandbox'],
    effects: 'edge',
  },
};
