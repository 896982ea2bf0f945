import type { Fault } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { CommandDocument } from './documents/command-document.ts';
import type { ErrorDocument } from './documents/error.ts';
import type { PublishDocument } from './documents/publish.ts';
import type { Line } from './line.ts';
import type { PlanReport } from './plan-report.ts';
import type { Shown } from './shown.ts';

/** Who can read what a run shows: the team of the private site, or everyone. */
export type Audience = 'team' | 'everyone';

/** Where it is shown: at a terminal, in a CI's log and beside its code, on a run's page, in a file. */
export type Place = 'terminal' | 'log' | 'page' | 'file';

/** A fault, as far as it is told. */
export type ToldFault = Pick<Fault, 'kind' | 'code' | 'message' | 'remedy' | 'place'>;

/** What `--json` prints. */
type AnyDocument = CommandDocument | ErrorDocument;

/** The way out to one place: what goes in may be too much, what comes out may be shown there. */
export interface View {
  document<Document extends AnyDocument>(document: Document): Shown<Document>;
  report(report: PlanReport): Shown<PlanReport>;
  findings(findings: readonly Finding[]): Shown<readonly Finding[]>;
  fault(fault: ToldFault): Shown<ToldFault>;
  /** Lines that are made of what was shown already, or of our own words. */
  lines(lines: readonly Line[]): Shown<readonly Line[]>;
  /** A line of the log. */
  text(text: string): string;
}

/** The way out of everything that a run tells. */
export interface Disclosure {
  /** Says who can read it, as soon as that is known; until then everyone is taken to. */
  setAudience(audience: Audience): void;
  at(place: Place): View;
}

/** Opens the way out of a run. */
export function createDisclosure(): Disclosure {
  let audience: Audience = 'everyone';
  return {
    setAudience(known) {
      audience = known;
    },
    at: (place) => ({
      document: (document) => pass(documentFor(document, { audience, place })),
      report: (report) => pass(reportFor(report, { audience, place })),
      findings: pass,
      fault: pass,
      lines: pass,
      text: (text) => text,
    }),
  };
}

/** Who reads, and where. */
interface Reader {
  readonly audience: Audience;
  readonly place: Place;
}

/** The texts of the site and the name of the account are not for everyone's page. */
function reportFor(report: PlanReport, { audience, place }: Reader): PlanReport {
  if (audience === 'team' || place !== 'page') return report;
  return {
    ...report,
    account: { id: report.account.id, name: 'account' },
    held: report.held.map((held) => ({ ...held, conflicts: [] })),
  };
}

/** What the site said about a step may quote it. */
function documentFor<Document extends AnyDocument>(
  document: Document,
  { audience, place }: Reader,
): Document {
  if (audience === 'team' || (place !== 'page' && place !== 'log')) return document;
  if (!isPublish(document)) return document;
  return { ...document, steps: document.steps.map((step) => ({ ...step, detail: null })) };
}

function isPublish(document: AnyDocument): document is PublishDocument {
  return 'command' in document && document.command === 'publish' && 'steps' in document;
}

function pass<Value>(value: Value): Shown<Value> {
  return value as Shown<Value>;
}
