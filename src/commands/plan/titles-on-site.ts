import { applySeverity } from '../../curation/apply-severity.ts';
import type { PostKind } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { PlannedStep } from '../../planning/planned-change.ts';
import { unclaimedByTitle } from '../../planning/survey.ts';
import type { Context } from '../context.ts';
import type { Prepared } from '../prepare.ts';

const aPost: Readonly<Record<PostKind, string>> = { article: 'an Article', question: 'a question' };

/**
 * Tells of new sources whose title a post of the site has already, be it a colleague's: of the posts
 * that were active last, in one request for each kind. Nothing is asked where no source is new.
 */
export async function withTitlesOnSite(
  prepared: Prepared,
  { site, config }: Pick<Context, 'site' | 'config'>,
): Promise<Prepared> {
  const steps = prepared.changes.changes.filter(
    (change): change is PlannedStep =>
      change.outcome === 'step' &&
      change.step.action === 'create' &&
      change.step.reason === undefined,
  );
  const everyones = site.everyones?.bind(site);
  if (steps.length === 0 || !everyones) return prepared;
  const claimed = new Set(
    Object.values(prepared.before.records).flatMap(({ post }) => (post ? [post.id] : [])),
  );
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const { items } = await everyones(kind, 1);
      const listed = new Map(items.map((item) => [item.id, item]));
      return [kind, unclaimedByTitle(listed, claimed)] as const;
    }),
  );
  const byTitle = new Map(lists);
  const found = steps.flatMap((step): Finding[] => {
    const [other] = byTitle.get(step.kind)?.(step.title) ?? [];
    if (other === undefined) return [];
    const { kind, id } = other;
    const { provenance } = step.composedFrom;
    return [
      {
        rule: 'title-on-site',
        severity: 'warning',
        source: step.source,
        provenance: provenance ?? { kind: 'file', path: step.source },
        place: null,
        // In public no address holds a title: this one is made of the id.
        message: `The site has ${aPost[kind]} with this title already: ${site.urlOf({ kind, id })}.`,
        remedy:
          'Run `stack-publish adopt SOURCE URL` to go on with that post (`adopt --all` proposes all such posts), or write another title.',
      },
    ];
  });
  const told = applySeverity(found, config.rules);
  const errors = new Set(
    told.flatMap(({ severity, source }) => (severity === 'error' ? source : [])),
  );
  const { changes } = prepared;
  return {
    ...prepared,
    findings: [...prepared.findings, ...told],
    erroneous: new Set([...prepared.erroneous, ...errors]),
    changes: {
      ...changes,
      changes: changes.changes.filter(({ source }) => !errors.has(source)),
    },
  };
}
