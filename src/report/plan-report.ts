import { counted } from '../model/counted.ts';
import { placeName, type Account, type Destination } from '../model/destination.ts';
import type { Digest } from '../model/digest.ts';
import type { Place } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { Action, CreateReason, HoldReason } from '../model/plan.ts';
import type { NamedPeople } from '../model/named.ts';
import type { Instant, PostContent } from '../model/post.ts';
import { provenanceText } from '../model/provenance.ts';
import { contentDiff, textDiff } from './content-diff.ts';
import { line, type Line } from './line.ts';
import { editorLines, tagLines, type TagNote } from './people-lines.ts';
import type { Shown } from './shown.ts';

/** A step as a person reads it before saying yes. */
export interface ReportedStep {
  readonly action: Action;
  readonly source: string;
  readonly url: string | null;
  /** What a person decided to pass over. */
  readonly reason: CreateReason | null;
  /** Whose words are replaced; null where nobody's are, or it is not to be told. */
  readonly overwrites: {
    readonly by: Account | null;
    readonly at: Instant;
    readonly owner: Account | null;
  } | null;
  /** Absent where there are none. */
  readonly pictures?: readonly ReportedPicture[];
  /** Absent where there are none. */
  readonly links?: readonly ReportedLink[];
  /** What it comes from, on the forge; absent where none is known. */
  readonly page?: string;
  /** Both as people read them: what is in their holes stands there by its name. */
  readonly before: PostContent | null;
  readonly after: PostContent;
}

/** A picture that a step puts into a post. */
export interface ReportedPicture {
  /** In the repository; null where a merge has it from the site's own text. */
  readonly path: string | null;
  /** In bytes. */
  readonly size: number | null;
  readonly digest: Digest;
  /** Where it is on the site already; null: it will be uploaded. */
  readonly url: string | null;
}

/** A link of a step to another source. */
export interface ReportedLink {
  readonly source: string;
  /** The address of its post, which goes in; null: it has none, or has it only by this plan. */
  readonly url: string | null;
  /** The address on the forge, which goes in else; null where there is none. */
  readonly else: string | null;
  /** Where it leads now, for a step that changes nothing but links; absent where it leads to the same. */
  readonly was?: string;
  /** The plan makes its post. */
  readonly isMade?: boolean;
}

/** A source that waits for a person's decision. */
interface ReportedHold {
  readonly source: string;
  readonly url: string | null;
  readonly reason: HoldReason;
  readonly message: string;
  readonly remedy: string;
  readonly conflicts: readonly {
    readonly field: string;
    readonly ours: string;
    readonly theirs: string;
  }[];
}

export interface PlanReport {
  readonly destination: Destination;
  /** The commit that sources are read at, and its page on the forge; null where none is known. */
  readonly commit?: { readonly id: string; readonly page: string | null } | null;
  /** Its name is null where not only the team reads it. */
  readonly account: { readonly id: number; readonly name: string | null };
  readonly digest: Digest | null;
  readonly steps: readonly ReportedStep[];
  readonly held: readonly ReportedHold[];
  readonly edited: readonly { readonly source: string; readonly url: string }[];
  readonly orphaned: readonly {
    readonly source: string;
    readonly url: string;
    /** What is wrong with its mark; null where it has none. */
    readonly unread: Finding | null;
  }[];
  readonly waiting: number;
  /** Notes of pull requests that are in no release yet. */
  readonly unreleased: number;
  readonly unchanged: number;
  /** What a person decided not to publish as it is now. */
  readonly skipped: number;
  /** The editors that were looked up; none where not only the team reads it. */
  readonly people: NamedPeople;
  /** The tags of the steps; none where not only the team reads it. */
  readonly tags: readonly TagNote[];
  readonly findings: readonly Finding[];
}

/** A plan as a person reads it, in its order. Only lines of a text begin with a blank, `+` or `-`. */
interface PlanParts {
  /** Where it goes, and under whose name. */
  readonly target: Line;
  /** Every byte that would be sent, a step each: a plan is shown with all of these, or not at all. */
  readonly steps: readonly {
    readonly heading: Line;
    readonly lines: readonly Line[];
  }[];
  /** What stands beside them: each of these may be left out where there is no room, and is counted. */
  readonly beside: readonly (readonly Line[])[];
  /** The counts, and the digest. */
  readonly end: readonly Line[];
}

export function planParts(report: Shown<PlanReport>): PlanParts {
  const { destination, account } = report;
  const target = line(`${targetName(destination)}, as ${posterName(account)}`, 'heading');
  const steps = report.steps.map((step) => {
    const where = step.url ? `  ${step.url}` : '';
    const [pictures, links] = [step.pictures ?? [], step.links ?? []];
    const beside = [...warningLines(step), ...pictures.map(pictureLine), ...links.map(linkLine)];
    return {
      heading: line(`${step.action}  ${step.source}${where}`, 'heading'),
      lines: [...beside, ...contentDiff(step.before, step.after)],
    };
  });
  const contents = report.steps.flatMap(({ before, after }) => [before, after]);
  const beside = [...editorLines(report.people, contents), ...tagLines(report.tags)];
  for (const held of report.held) {
    const url = held.url ? [line(held.url)] : [];
    beside.push([
      line(''),
      line(`held  ${held.source}: ${held.reason}`, 'warning'),
      ...url,
      line(held.message),
      line(held.remedy),
    ]);
    for (const { field, ours, theirs } of held.conflicts) {
      const name = `${field} of ${held.source}, from the site's (-) to the source's (+):`;
      beside.push([line(name, 'faint'), ...textDiff(theirs, ours)]);
    }
  }
  if (report.edited.length > 0)
    beside.push([line(''), line('edited on the site, and left as they are:', 'heading')]);
  for (const edited of report.edited) beside.push([postLine(edited)]);
  if (report.orphaned.length > 0)
    beside.push([
      line(''),
      line('their source is gone, or not marked; nothing is deleted:', 'heading'),
    ]);
  for (const orphan of report.orphaned)
    beside.push([postLine(orphan), ...(orphan.unread ? findingLines([orphan.unread]) : [])]);
  for (const [n, finding] of report.findings.entries())
    beside.push([...(n === 0 ? [line('')] : []), ...findingLines([finding])]);
  const end = [line(''), line(planSummary(report), 'heading')];
  if (report.waiting > 0)
    end.push(line('What waits comes with the next plan, once this one is published.'));
  if (report.digest) end.push(line(report.digest));
  return { target, steps, beside, end };
}

/** The whole plan as lines: where it goes, every byte that would be sent, what is held and why. */
export function planLines(report: Shown<PlanReport>): readonly Line[] {
  const { target, steps, beside, end } = planParts(report);
  const each = steps.flatMap(({ heading, lines }) => [line(''), heading, ...lines]);
  return [target, ...each, ...beside.flat(), ...end];
}

/** What a step passes over or takes away, before what it writes. */
export function warningLines({ action, reason, overwrites, url }: ReportedStep): Line[] {
  const told: string[] = [];
  if (overwrites) {
    const { by, at, owner } = overwrites;
    const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    told.push(`replaces what ${whoName(by)} wrote (last touched ${when} UTC)`);
    told.push(`the post is of ${whoName(owner)}`);
  } else if (action === 'overwrite') {
    told.push(`replaces what somebody else wrote there: look at ${url ?? 'the post'}`);
  }
  if (reason) told.push(passedOver[reason]);
  return told.map((text) => line(text, 'warning'));
}

/** A picture, by its file, and whether it is new on the site. The text below names it by its whole digest. */
export function pictureLine({ path, size, digest, url }: ReportedPicture): Line {
  const what = path ?? "from the site's own text";
  const bytes = size === null ? [] : [counted(size, 'byte')];
  const where = url === null ? 'to be uploaded' : `on the site as ${url}`;
  const named = digest.slice(0, 'sha256:'.length + 7);
  return line(['image', [what, ...bytes, named, where].join(', ')].join(': '));
}

/** A link to another source, and the address that goes in. */
export function linkLine({ source, url, else: other, was, isMade = false }: ReportedLink): Line {
  const made = isMade ? 'the post that this plan makes of it, else ' : '';
  const to = url ?? `${made}${other ?? 'nothing'}`;
  return line(`link to ${source}: ${to}${was === undefined ? '' : `, was ${was}`}`);
}

const passedOver: Readonly<Record<CreateReason, string>> = {
  deleted: 'a new post, although its post was deleted on the site',
  'kind-changed': 'a new post, as its post is of another kind; the old one stays',
  'title-taken': 'a new post, although our account has one with this title',
};

function whoName(account: Account | null): string {
  return account ? `${account.name} (${account.id})` : 'an account that is gone';
}

/** Under whose name posts are written, for people. */
export function posterName({ id, name }: PlanReport['account']): string {
  return name === null ? `account ${id}` : `${name} (${id})`;
}

/** What is asked before a plan is carried out at a terminal. */
export function planQuestion(report: Shown<PlanReport>): string {
  const { destination, account } = report;
  return `Publish just this to ${targetName(destination)}, as ${posterName(account)}: ${planSummary(report)}?`;
}

/** Counts in one sentence: "2 to create, 1 to update, 198 unchanged". */
export function planSummary(report: Shown<PlanReport>): string {
  const count = (action: Action) => report.steps.filter((step) => step.action === action).length;
  const parts = [
    [count('create'), 'to create'],
    [count('update'), 'to update'],
    [count('merge'), 'to merge'],
    [count('overwrite'), 'to overwrite'],
    [count('adopt'), 'to adopt'],
    [report.held.length, 'held'],
    [report.waiting, 'waiting'],
    [report.unreleased, 'of no release yet'],
    [report.unchanged, 'unchanged'],
    [report.skipped, 'skipped'],
  ] as const;
  const named = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return named.length === 0 ? 'Nothing is marked for publication.' : named.join(', ');
}

/** Findings as lines, each with its place, and what to do under it. */
export function findingLines(findings: readonly Finding[]): Line[] {
  return findings.flatMap(({ rule, severity, provenance, place, message, remedy }) => {
    const where = place ? placeText(place) : provenanceText(provenance);
    // The name of a file may begin as lines of a text do.
    const at = where.replace(/^(?=[-+ @\\])/, './');
    return [line(`${at}: ${severity}: ${message} [${rule}]`, severity), line(`> ${remedy}`)];
  });
}

/** `file:line:column`, as far as it is known. */
export function placeText({ file, line: row, column }: Place): string {
  return [file, row, column].filter((part) => part !== null).join(':');
}

/** Where posts go, for people. */
export function targetName(destination: Destination): string {
  const { tier, api } = destination;
  return `${placeName(destination)} (${tier}, API ${api})`;
}

function postLine({ source, url }: PlanReport['edited'][number]): Line {
  return line(`* ${source}  ${url}`);
}
