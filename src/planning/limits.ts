import { withNames } from '../composing/named-holes.ts';
import type { Action } from '../model/plan.ts';
import { lineHunks, splitLines } from '../model/line-hunks.ts';
import type { PostContent } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import { shownText } from '../model/shown-text.ts';
import { mostWantedFirst } from './link-order.ts';
import type { HeldSource, PlannedChange, PlannedStep } from './planned-change.ts';

/** What of a plan is to be approved at once. */
export interface Limits {
  /** New posts; the others wait for the next plan. */
  readonly create: number;
  /** Only the steps that do this; all others wait. */
  readonly action?: Action;
}

/** Nothing is approved unseen: so many bytes of text a plan shows at most, the first step more. */
const mostShown = 700_000;
const mostAlone = 900_000;
/** With what stands around all of them they fit into a page, of which GitHub shows a million. */
const mostOnPage = 960_000;
const aroundStep = 900;
const aroundHunk = 100;
const aroundPicture = 1000;
export const mostSteps = 500;
/** After so many that do not fit, what is left of the page is not worth the time. */
const mostMisfits = 50;
/** Lines without a change that a difference shows before and after it. */
const unchangedAround = 3;

/** Which steps a plan takes. */
export interface Selection {
  readonly taken: ReadonlySet<PlannedStep>;
  /** Those that no plan could show. */
  readonly tooLong: ReadonlySet<PlannedStep>;
}

/**
 * Chooses the steps of a plan: what fits into what can be shown, in the order of the sources, with at
 * most so many new posts, first those that others link to; then links alone, as many. The rest waits.
 */
export function selectSteps(
  changes: readonly PlannedChange[],
  { create, action }: Limits,
): Selection {
  const taken = new Set<PlannedStep>();
  const tooLong = new Set<PlannedStep>();
  const counts = { creates: 0, links: 0 };
  let shown = 0;
  let onPage = 0;
  let misfits = 0;
  for (const change of inTurn(changes)) {
    if (action && change.step.action !== action) continue;
    if (taken.size >= mostSteps || misfits >= mostMisfits) break;
    const limited = change.links ? 'links' : change.step.action === 'create' ? 'creates' : null;
    if (limited && counts[limited] >= create) continue;
    const size = sizeOf(change);
    if (size.shown > mostAlone || size.onPage > mostOnPage) {
      tooLong.add(change);
      continue;
    }
    const fits = shown + size.shown <= mostShown && onPage + size.onPage <= mostOnPage;
    if (!fits && taken.size > 0) {
      misfits += 1;
      continue;
    }
    taken.add(change);
    if (limited) counts[limited] += 1;
    shown += size.shown;
    onPage += size.onPage;
  }
  return { taken: new Set(linksLast(changes).filter((change) => taken.has(change))), tooLong };
}

/** The steps in the order of a plan: that of the sources, but links alone come last. */
function linksLast(changes: readonly PlannedChange[]): readonly PlannedStep[] {
  const steps = changes.filter((change) => change.outcome === 'step');
  return [...steps.filter(({ links }) => !links), ...steps.filter(({ links }) => links)];
}

/** The steps in the order in which they are chosen: new posts take turns among themselves. */
function inTurn(changes: readonly PlannedChange[]): readonly PlannedStep[] {
  const steps = linksLast(changes);
  const isNew = ({ step }: PlannedStep) => step.action === 'create';
  const creates = mostWantedFirst(steps.filter(isNew)).values();
  return steps.map((step) => (isNew(step) ? (creates.next().value ?? step) : step));
}

/** Holds a step that no plan could show whole. */
export function heldTooLong({
  source,
  kind,
  title,
  post,
  record,
  step,
  composedFrom,
}: PlannedStep): HeldSource {
  return {
    outcome: 'held',
    source,
    kind,
    title,
    post,
    reason: 'too-long',
    message: `What the step changes has more than ${mostAlone} bytes as it would be shown, and nothing is approved unseen.`,
    remedy: 'Split the text into several sources.',
    conflicts: [],
    record,
    renamedFrom: null,
    ours: step.content,
    composedFrom,
    current: null,
  };
}

interface Size {
  /** The text and the removed lines, as they are shown. */
  readonly shown: number;
  /** With the marks of the lines, and what stands around them. */
  readonly onPage: number;
}

/** By what comes, with what goes: comparing takes long, and a plan is decided in rounds. */
const sizes = new WeakMap<
  PostContent,
  { readonly before: PostContent | null; readonly size: Size }
>();

/** How much of a page a step takes, in bytes of UTF-8: never less than what is shown of it. */
function sizeOf(change: PlannedStep): Size {
  const { step, shown: before } = change;
  const after = step.content;
  const known = sizes.get(after);
  // An adopted post is not written: there is no difference to show.
  if (step.action === 'adopt') return { shown: 0, onPage: aroundStep };
  if (known && sameJson(known.before, before)) return known.size;
  let shown = 0;
  // Each `&` of it takes five as HTML.
  let around = aroundStep + 5 * bytesOf(step.source);
  // A line for each picture and each link: what it is of, and its addresses.
  for (const { for: target, else: other = '' } of after.holes ?? [])
    around += aroundPicture + bytesOf(target) + bytesOf(other);
  const count = (texts: readonly string[]) => {
    shown += bytesOf(texts.join(''));
    around += texts.length;
  };
  const [shownBefore, shownAfter] = [before && withNames(before), withNames(after)];
  for (const content of [shownBefore, shownAfter]) if (content) count(fieldsOf(content));
  const old = shownBefore ? textsOf(shownBefore) : [];
  for (const [part, text] of textsOf(shownAfter).entries()) {
    const [from, to] = [splitLines(old[part] ?? ''), splitLines(text)];
    for (const { start, end, lines } of lineHunks(from, to).hunks) {
      count(from.slice(Math.max(0, start - unchangedAround), end + unchangedAround));
      count(lines);
      around += aroundHunk;
    }
  }
  const size = { shown, onPage: shown + around };
  sizes.set(after, { before, size });
  return size;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(shownText(text));
}

function textsOf(content: PostContent): readonly string[] {
  return [content.body, content.kind === 'question' ? content.answer : ''];
}

function fieldsOf(content: PostContent): readonly string[] {
  const permissions = content.kind === 'article' ? JSON.stringify(content.permissions) : '';
  return [content.title, ...content.tags, permissions];
}
