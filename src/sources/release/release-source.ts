import type { ForgeKind } from '../source-kind.ts';
import { isMadeFromPulls } from './made-from-pulls.ts';

/** Published releases whose tag matches, made from the notes of their pull requests or from their own text. */
export const releaseSource: ForgeKind = {
  from: 'forge',
  list: 'releases',
  owns: ({ kind }) => kind === 'release',
  shaping({ sources }) {
    const { releases, 'pull-requests': pulls } = sources;
    if (releases === false) return {};
    const { from, type = null, sections } = releases;
    const label = isMadeFromPulls(sources) && pulls !== false ? pulls.article : null;
    return { releases: { from, type, sections, label } };
  },
  async gather(context) {
    const { releases } = context.config.sources;
    if (releases === false) return null;
    // Most repositories have none to read.
    const { gatherReleases } = await import('./gather-releases.ts');
    return gatherReleases(releases, context);
  },
};
