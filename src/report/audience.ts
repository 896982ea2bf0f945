import type { Fault } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { CommandDocument } from './documents/command-document.ts';
import type { ErrorDocument } from './documents/error.ts';
import type { PlanDocument } from './documents/plan.ts';
import type { Line } from './line.ts';
import type { PlanReport } from './plan-report.ts';
import type { PlanPreview } from './preview/plan-preview.ts';
import type { Shown } from './shown.ts';

/**
 * Who can read what a run shows, wherever it shows it: the team of the private site, or everyone. For
 * everyone there are the ids of posts, addresses made of ids, counts, times, words of our own and what
 * the repository has. Everything else that the site tells is for the team: texts, titles, names, the
 * sentences of its errors.
 */
export type Audience = 'team' | 'everyone';

/** A fault, as far as it is told. */
export type ToldFault = Pick<Fault, 'kind' | 'code' | 'message' | 'remedy' | 'place'>;

/** What `--json` prints. */
type AnyDocument = CommandDocument | ErrorDocument;

/** The way out: what goes in may be too much, what comes out may be shown. */
export interface View {
  document<Document extends AnyDocument>(document: Document): Shown<Document>;
  report(report: PlanReport): Shown<PlanReport>;
  /** A plan as its page shows it; what a step replaces is in it only where it may be shown. */
  preview(preview: PlanPreview): Shown<PlanPreview>;
  findings(findings: readonly Finding[]): Shown<readonly Finding[]>;
  fault(fault: ToldFault & Beside): Shown<ToldFault>;
  /** Lines that are made of what was shown already, or of our own words. */
  lines(lines: readonly Line[]): Shown<readonly Line[]>;
  /** A line of the log, which holds our own words and the repository's. */
  text(text: string): string;
}

/** The way out of everything that a run tells. */
export interface Disclosure {
  /** Says who can read it, as soon as that is known; until then everyone is taken to. */
  setAudience(audience: Audience): void;
  readonly view: View;
}

/** What may stand beside a `message`: a sentence to add to it for the team. Nothing that is shown has it. */
interface Beside {
  readonly forTeam?: string | null;
}

/** Opens the way out of a run. */
export function createDisclosure(): Disclosure {
  let audience: Audience = 'everyone';
  const told = <Value>(value: Value) => tell(value, audience) as Shown<Value>;
  return {
    setAudience(known) {
      audience = known;
    },
    view: {
      document: (document) =>
        told(
          'destination' in document
            ? {
                ...document,
                destination: accountFor(audience, document.destination),
                steps: document.steps.map((step) => namesFor(audience, step)),
                ...('tags' in document && audience !== 'team' && { tags: null }),
              }
            : document,
        ),
      report: (report) => told(reportFor(audience, report)),
      preview: ({ report, isForTeam, ...more }) =>
        told({
          ...more,
          report: reportFor(audience, report),
          isForTeam: isForTeam && audience === 'team',
        }),
      findings: told,
      fault: ({ kind, code, message, remedy, place, forTeam }) =>
        told({ kind, code, message, remedy, place, forTeam }),
      lines: told,
      text: (text) => text,
    },
  };
}

function reportFor(audience: Audience, report: PlanReport): PlanReport {
  return {
    ...accountFor(audience, report),
    steps: report.steps.map((step) => overwritesFor(audience, step)),
    people: audience === 'team' ? report.people : { users: [], groups: [] },
    tags: audience === 'team' ? report.tags : [],
    held: audience === 'team' ? report.held : report.held.map(withoutConflicts),
  };
}

/** The name of the account is the site's; its id is not. */
function accountFor<Value extends { readonly account: { readonly id: number } }>(
  audience: Audience,
  value: Value,
): Value {
  return audience === 'team' ? value : { ...value, account: { ...value.account, name: null } };
}

/** Whose words a step replaces, and whose post it links, is told to the team. */
function overwritesFor<
  Step extends { readonly overwrites: object | null; readonly adopts?: Whose },
>(audience: Audience, step: Step): Step {
  if (audience === 'team') return step;
  const { adopts } = step;
  return {
    ...step,
    overwrites: null,
    ...(adopts && { adopts: { ...adopts, by: null, owner: null, agrees: null } }),
  };
}

interface Whose {
  readonly by: object | null;
  readonly owner: object | null;
  readonly agrees: boolean | null;
}

/** The same of who may edit a post: their ids are in what is sent, their names are the site's. */
function namesFor<Step extends Pick<PlanDocument['steps'][number], 'editors' | 'overwrites'>>(
  audience: Audience,
  step: Step,
): Step {
  const told = overwritesFor(audience, step);
  if (audience === 'team' || !told.editors) return told;
  const nameless = (named: readonly { readonly id: number }[]) =>
    named.map(({ id }) => ({ id, name: null }));
  const { by, users, groups } = told.editors;
  return { ...told, editors: { by, users: nameless(users), groups: nameless(groups) } };
}

/** One side of each is a text of the site. */
function withoutConflicts(held: PlanReport['held'][number]): PlanReport['held'][number] {
  return { ...held, conflicts: [] };
}

/** A copy in which each `forTeam` is a part of its message, or left out. */
function tell(value: unknown, audience: Audience): unknown {
  if (Array.isArray(value)) return value.map((each) => tell(each, audience));
  if (typeof value !== 'object' || value === null) return value;
  const { forTeam, ...members } = value as Beside & Readonly<Record<string, unknown>>;
  const told = Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, tell(member, audience)]),
  );
  if (audience === 'team' && forTeam) told['message'] = `${String(told['message'])} ${forTeam}`;
  return told;
}
