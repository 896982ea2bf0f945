import { Fault } from '../../model/error.ts';
import { mapConcurrent } from '../../model/map-concurrent.ts';
import type { NamedPeople } from '../../model/named.ts';
import type { Plan } from '../../planning/assemble.ts';
import type { Directory, KnownTag } from '../../ports/directory.ts';
import type { TagNote } from '../../report/people-lines.ts';
import type { Context } from '../context.ts';
import type { Prepared } from '../prepare.ts';

/** So many requests look for the tags of a plan; one does on a small site. */
const mostForTags = 5;
/** Of so many tags the experts are asked for, by a request each. */
const mostWithExperts = 10;

/**
 * What the site knows of the tags that a plan's steps write, and who their experts are: to be told to
 * whoever approves, and no part of any digest. Null where only words of our own may be told, where
 * there is nothing to tell, or the site does not: that is no reason to have no plan.
 */
export async function lookUpTags(
  { site, log }: Pick<Context, 'site' | 'log'>,
  { audience }: Pick<Prepared, 'audience'>,
  plan: Pick<Plan, 'steps'>,
): Promise<readonly TagNote[] | null> {
  const { directory } = site;
  const uses = tagUses(plan);
  if (!directory || audience !== 'team' || uses.length === 0) return null;
  try {
    const names = new Set(uses.flatMap(({ tag, replacedBy }) => replacedBy ?? [tag]));
    const known = await directory.tags([...names], mostForTags);
    /** The tag that stands on the posts. */
    const standing = ({ tag, replacedBy }: TagUse): KnownTag | null => {
      const [name = tag, ...others] = replacedBy ?? [];
      return others.length > 0 ? null : (known.get(name) ?? null);
    };
    const experts = await expertsOf(
      uses.flatMap((use) => standing(use) ?? []),
      directory,
    );
    return uses.map((use) => {
      const found = standing(use);
      return {
        tag: use.tag,
        state: use.replacedBy
          ? 'replaced'
          : found
            ? 'exists'
            : known.has(use.tag)
              ? 'missing'
              : 'unknown',
        replacedBy: use.replacedBy ?? [],
        sources: use.sources,
        expertCount: found?.experts ?? null,
        experts: (found && experts.get(found.id)) ?? null,
      };
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.info(`Nothing is told of the tags, and whom to ask about them: ${error.message}`);
    return null;
  }
}

interface TagUse extends Pick<TagNote, 'tag' | 'sources'> {
  /** What the posts show in its place, where that is known. */
  readonly replacedBy: readonly string[] | null;
}

/** The tags that steps write, in the order of the steps. */
function tagUses({ steps }: Pick<Plan, 'steps'>): TagUse[] {
  const uses = new Map<string, { sources: string[]; replacedBy: Set<string> | null }>();
  for (const { source, step, replaced } of steps) {
    if (step.action === 'adopt') continue;
    for (const tag of step.content.tags) {
      const use = uses.get(tag) ?? { sources: [], replacedBy: null };
      uses.set(tag, use);
      use.sources.push(source);
      if (!replaced?.ours.includes(tag)) continue;
      use.replacedBy ??= new Set();
      for (const other of replaced.theirs) use.replacedBy.add(other);
    }
  }
  return [...uses].map(([tag, { sources, replacedBy }]) => ({
    tag,
    sources,
    replacedBy: replacedBy && [...replacedBy],
  }));
}

/** The experts of the first of these tags that have some; the first no ends the questions. */
async function expertsOf(
  tags: readonly KnownTag[],
  directory: Directory,
): Promise<ReadonlyMap<number, NamedPeople>> {
  const ids = new Set(tags.flatMap(({ id, experts }) => (experts ? [id] : [])));
  const found = new Map<number, NamedPeople>();
  let refused = false;
  await mapConcurrent([...ids].slice(0, mostWithExperts), 3, async (id) => {
    if (refused) return;
    try {
      found.set(id, await directory.expertsOf(id));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refused = true;
    }
  });
  return found;
}
