import type { LogEntry } from '../../../sandbox/index.ts';
import type { Edit, View } from './scenario.ts';
import type { TrialWorld } from './trial-world.ts';

export async function look({ site, scenario, account }: TrialWorld): Promise<View> {
  return scenario.look(await site.posts(), account);
}

/** What the ledger says that is not so on the site, and edits of which it does not know. */
export async function disagreements(
  world: TrialWorld,
  view: View,
  edits: readonly Edit[],
): Promise<string[]> {
  const { records } = await world.ledger();
  const { titles } = world.scenario;
  const sources = new Set([...Object.keys(records), ...Object.keys(titles)]);
  return [...sources].flatMap((source) => {
    const record = records[source];
    if (!record?.post || titles[source] === undefined)
      return [`${source} has no post, or should have none`];
    const { id } = record.post;
    const isEdited = edits.some(({ title }) => title === titles[source]);
    if (!view.posts.some((post) => post.id === id))
      return [`${source} names post ${id}, which is not there`];
    return [
      ...(record.intent ? [`${source} still has an intent`] : []),
      ...(isEdited && !record.edited && record.unsettled === null
        ? [`${source} does not know that post ${id} was edited`]
        : []),
      ...(view.agrees(source, record)
        ? []
        : [`${source} names post ${id}, which shows another text`]),
    ];
  });
}

export function isWrite({ method }: LogEntry): boolean {
  return method !== 'GET' && method !== 'HEAD';
}
