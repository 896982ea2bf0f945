import { releaseModel } from './models.ts';
import { paged } from './paged.ts';
import { notFound } from './records.ts';
import type { Route } from './route.ts';

/** Releases: the newest first, those that are still to come before all. */
export const releaseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'releases',
    jobs: true,
    open: true,
    run({ gitlab, query }) {
      const by = query.get('order_by') === 'created_at' ? 'created' : 'released';
      const sign = query.get('sort') === 'asc' ? 1 : -1;
      const all = [...gitlab.releases.values()].toSorted((a, b) => sign * (a[by] - b[by]));
      return paged(all, query, (release) => releaseModel(gitlab, release));
    },
  },
  {
    method: 'GET',
    path: 'releases/*',
    jobs: true,
    open: true,
    run({ gitlab, parts: [tag = ''] }) {
      const release = gitlab.releases.get(tag);
      if (!release) throw notFound('');
      return { body: releaseModel(gitlab, release) };
    },
  },
];
