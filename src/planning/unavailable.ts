import type { LedgerRecord } from '../model/ledger.ts';
import type { PlannedChange, PlannedStep } from './planned-change.ts';

/** A step that changes an Article, whose record it therefore has. */
type ArticleEdit = PlannedStep & { readonly record: LedgerRecord };

/** Leaves alone what an API without an edit of Articles cannot do, and tells which sources that are. */
export function withoutArticleEdits(changes: readonly PlannedChange[]): {
  readonly changes: readonly PlannedChange[];
  readonly uneditable: readonly string[];
} {
  return {
    changes: changes.map((change) => (isArticleEdit(change) ? leftAlone(change) : change)),
    uneditable: changes.filter(isArticleEdit).map(({ source }) => source),
  };
}

function isArticleEdit(change: PlannedChange): change is ArticleEdit {
  return (
    change.outcome === 'step' &&
    change.kind === 'article' &&
    change.record !== null &&
    ['update', 'merge', 'overwrite'].includes(change.step.action)
  );
}

/**
 * Its record stays as it is, so that the source still is known to differ. Only an intent lapses: the post
 * was read and does not show it, and it is too old to be carried out.
 */
function leftAlone({ source, kind, title, post, ...change }: ArticleEdit): PlannedChange {
  const { intent, complete } = change.record;
  const record =
    intent || !complete ? { ...change.record, intent: null, complete: true } : change.record;
  const { edited } = record;
  return { outcome: 'unchanged', source, kind, title, post, record, composed: null, edited };
}
