import type { PostContent } from '../model/post.ts';
import { shownText } from '../model/shown-text.ts';
import type { HeldSource, PlannedChange, PlannedStep } from './planned-change.ts';

/** What of a plan is to be approved at once. */
export interface Limits {
  /** New posts; the others wait for the next plan. */
  readonly create: number;
}

/** Nothing is approved unseen: so many bytes of text a plan shows at most, the first step more. */
const mostShown = 700_000;
const mostAlone = 900_000;
/** With what stands around them they fit into a page of 1 MiB, which is all that GitHub takes. */
const mostOnPage = 1_000_000;
const aroundStep = 600;
export const mostSteps = 500;
/** Lines without a change that a difference shows before and after it. */
const unchangedAround = 3;

/** Which steps a plan takes. */
export interface Selection {
  readonly taken: ReadonlySet<PlannedStep>;
  /** Those that no plan could show. */
  readonly tooLong: ReadonlySet<PlannedStep>;
}

/**
 * Chooses the steps of a plan, in the order of the sources: what fits into what can be shown, and at
 * most so many new posts. The rest waits.
 */
export function selectSteps(changes: readonly PlannedChange[], { create }: Limits): Selection {
  const taken = new Set<PlannedStep>();
  const tooLong = new Set<PlannedStep>();
  let creates = 0;
  let shown = 0;
  let onPage = 0;
  for (const change of changes) {
    if (taken.size >= mostSteps) break;
    if (change.outcome !== 'step') continue;
    const isNew = change.step.action === 'create';
    if (isNew && creates >= create) continue;
    const size = sizeOf(change);
    if (size.shown > mostAlone || size.onPage > mostOnPage) {
      tooLong.add(change);
      continue;
    }
    const fits = shown + size.shown <= mostShown && onPage + size.onPage <= mostOnPage;
    if (!fits && taken.size > 0) continue;
    taken.add(change);
    if (isNew) creates += 1;
    shown += size.shown;
    onPage += size.onPage;
  }
  return { taken, tooLong };
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
  /** With the marks of the lines, and what stands around the step. */
  readonly onPage: number;
}

const sizes = new WeakMap<PlannedStep, Size>();

/** How much of a page a step takes, in bytes of UTF-8: never less than what its difference shows. */
function sizeOf(change: PlannedStep): Size {
  const known = sizes.get(change);
  if (known) return known;
  const { step, shown: before } = change;
  const after = step.content;
  let shown = 0;
  let lines = 0;
  const count = (text: readonly string[]) => {
    const seen = shownText(text.join('\n'));
    shown += Buffer.byteLength(seen);
    lines += text.length;
  };
  // An adopted post is not written: there is no difference to show.
  if (step.action !== 'adopt') {
    const texts = (content: PostContent) => [
      content.body,
      content.kind === 'question' ? content.answer : '',
    ];
    const old = before ? texts(before) : [];
    for (const [part, text] of texts(after).entries()) {
      const { removed, added } = changedLines(old[part] ?? '', text);
      count(removed);
      count(added);
    }
    for (const content of [before, after]) if (content) count([content.title, ...content.tags]);
  }
  const size = { shown, onPage: shown + lines + aroundStep };
  sizes.set(change, size);
  return size;
}

/** The lines from the first to the last that differs, on both sides, and those that are shown around. */
function changedLines(
  before: string,
  after: string,
): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  if (before === after) return { removed: [], added: [] };
  const [old, now] = [before.split('\n'), after.split('\n')];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return {
    removed: old.slice(head, old.length - tail),
    added: now.slice(Math.max(0, head - unchangedAround), now.length - tail + unchangedAround),
  };
}
