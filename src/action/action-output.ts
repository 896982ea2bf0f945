import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Core from '@actions/core';
import { createLog } from '../adapters/log/create-log.ts';
import { createPageSanitizer, createSanitizer } from '../adapters/log/create-sanitizer.ts';
import { maskSecrets } from '../adapters/log/mask-secrets.ts';
import { counted } from '../model/counted.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import { memoize } from '../model/memoize.ts';
import type { Log } from '../ports/log.ts';
import type { ToldFault, View } from '../report/audience.ts';
import type { CommandDocument } from '../report/documents/command-document.ts';
import type { ErrorDocument } from '../report/documents/error.ts';
import { findingLines } from '../report/finding-lines.ts';
import { longestPage, type Line } from '../report/line.ts';
import type { Shown } from '../report/shown.ts';
import type { GitHubStep } from '../wiring/ci/github.ts';
import { annotationsOf, type Annotation } from './annotations.ts';
import type { CountName, OutputName } from './surface.ts';

/** What later steps may read: nothing that somebody else wrote. */
export interface Outputs extends Partial<Record<CountName, number>> {
  readonly digest?: `sha256:${string}` | '';
  readonly decision?: 'approved' | 'refused' | 'none';
  readonly reason?: ErrorCode | '';
  /** The path of a file of ours. */
  readonly preview?: string;
}

/** Where the Action meets the runner. Every text that goes through here is made harmless first. */
export interface ActionOutput {
  readonly log: Log;
  /** Makes a text that stands in a page one harmless line. */
  readonly safe: (text: string) => string;
  outputs(outputs: Outputs): void;
  /** A path for a file that later steps may read. */
  pathOf(name: string): string;
  /** Writes a document into a file for later steps, and gives its path as the output `name`. */
  document(
    name: 'plan' | 'result',
    document: Shown<CommandDocument | ErrorDocument>,
  ): Promise<void>;
  /** Tells lines in the log. */
  lines(lines: Shown<readonly Line[]>): void;
  /** Tells findings in the log, and beside the lines that they are about. */
  findings(findings: Shown<readonly Finding[]>): void;
  /** Tells what ended the run, in the log and beside the line that it is about. */
  fault(fault: Shown<ToldFault>): void;
  /** Puts Markdown on the run's page; `make` gets what makes each line harmless. */
  summary(make: (safe: (text: string) => string) => string): Promise<void>;
}

const tooLong =
  'The report is too long for this page: read the file that the output `plan` or `result` names.\n';

/** Opens the runner's ways out. `view` is what every line of the log goes through. */
export function openActionOutput(
  core: typeof Core,
  secrets: readonly string[],
  { temporaryFolder, hasSummary, debug }: GitHubStep,
  view: Pick<View, 'text'>,
): ActionOutput {
  const sanitize = createSanitizer(secrets);
  const mask = maskSecrets(secrets);
  // A folder of its own: nobody can have put a link there before.
  const folder = memoize(() => mkdtempSync(join(temporaryFolder ?? tmpdir(), 'stack-publish-')));
  const pathOf = (name: string) => join(folder(), name);
  const give = (name: OutputName, value: string | number) => core.setOutput(name, value);
  const annotate = ({ level, title, lines, place }: Annotation) =>
    core[level](lines.join('\n'), {
      title: sanitize(title),
      ...(place && { file: sanitize(place.file) }),
      ...(place?.line && { startLine: place.line }),
      ...(place?.line && place.column && { startColumn: place.column }),
    });
  const log = createLog({
    write: (line) => process.stdout.write(`${line}\n`),
    level: debug ? 'verbose' : 'normal',
    sanitize: (text) => sanitize(view.text(text)),
  });
  const safe = createPageSanitizer(secrets);
  return {
    log,
    safe,
    outputs(outputs) {
      for (const [name, value] of Object.entries(outputs)) give(name as keyof Outputs, value);
    },
    pathOf,
    async document(name, document) {
      const file = pathOf(`${name}.json`);
      await writeFile(file, `${mask(JSON.stringify(document))}\n`);
      give(name, file);
    },
    lines(lines) {
      for (const { text } of lines) if (text) log.info(text);
    },
    findings(findings) {
      const { shown, left } = annotationsOf(findings, sanitize);
      for (const annotation of shown) annotate(annotation);
      for (const { text } of findingLines(left)) log.info(text);
      if (left.length === 0) return;
      const told = `${counted(left.length, 'more finding')}: they are in the log and in the run's summary.`;
      annotate({ level: 'notice', title: 'stack-publish', lines: [told], place: null });
    },
    fault({ code, message, remedy, place }) {
      const lines = [sanitize(`${message} ${remedy}`)];
      annotate({ level: 'error', title: code, lines, place });
    },
    async summary(make) {
      if (!hasSummary) return;
      const text = make(safe);
      const fits = Buffer.byteLength(text) <= longestPage;
      await core.summary.addRaw(fits ? text : tooLong).write();
    },
  };
}
