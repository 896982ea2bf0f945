import { oneItem, type Call, type Method, type Model, type Page } from './call.ts';
import { findFilter, makeFilter, type Filter } from './filters.ts';
import {
  badParameter,
  errorIds,
  errorNames,
  MethodProblem,
  noMethod,
  type ErrorId,
} from './problem.ts';

/** What the API says of itself: its filters and its errors. */
export const meta: readonly Method[] = [
  { method: 'GET', path: 'filters/create', needs: 'anyone', run: createFilter },
  { method: 'POST', path: 'filters/create', needs: 'anyone', run: createFilter },
  {
    method: 'GET',
    path: 'filters/*',
    needs: 'anyone',
    run: ({ stack, segments }) => {
      const ids = (segments[0] ?? '').split(';').filter((id) => id !== '');
      if (ids.length > 20) throw badParameter('filters');
      return listOf(
        'filter',
        ids.map((id) => filterModel(id, findFilter(stack.filterSite, id))),
      );
    },
  },
  {
    method: 'GET',
    path: 'errors',
    needs: 'anyone',
    run: () => listOf('error', errorIds.map(errorModel)),
  },
  {
    method: 'GET',
    path: 'errors/*',
    needs: 'anyone',
    run: ({ segments }) => {
      const id = errorIds.find((known) => String(known) === segments[0]);
      if (id === undefined) throw noMethod();
      throw new MethodProblem(id, 'simulated');
    },
  },
];

function createFilter({ stack, parameters }: Call): Page {
  const unsafe = parameters.flag('unsafe');
  if (unsafe && !stack.switches.unsafeFilters) throw badParameter('unsafe');
  const filter = makeFilter(stack.filterSite, {
    include: parameters.list('include'),
    exclude: parameters.list('exclude'),
    base: parameters.text('base'),
    unsafe,
  });
  return oneItem(filterModel(filter.id, filter));
}

function filterModel(id: string, filter: Filter | null): Model {
  const type = filter === null ? 'invalid' : filter.safe ? 'safe' : 'unsafe';
  const fields = filter === null ? null : [...filter.fields].sort();
  return { type: 'filter', fields: { filter: id, filter_type: type, included_fields: fields } };
}

function errorModel(id: ErrorId): Model {
  const name = errorNames[id];
  return { type: 'error', fields: { error_id: id, error_name: name, description: name } };
}

function listOf(type: Page['type'], items: readonly Model[]): Page {
  return { type, items, total: items.length, page: 1, pageSize: items.length };
}
