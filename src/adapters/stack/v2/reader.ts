import { Fault } from '../../../model/error.ts';
import { isObject } from '../../../model/is-object.ts';
import { mapConcurrent } from '../../../model/map-concurrent.ts';
import { idText } from '../ids.ts';
import type { Purpose } from '../open-channel.ts';
import { answerToFault } from '../to-fault.ts';
import { collected } from './collect.ts';
import type { openFilter } from './filter.ts';
import { freshIds } from './fresh-id.ts';
import {
  isNoMethod,
  successOf,
  unexpected,
  type Answered,
  type openV2Exchange,
} from './v2-exchange.ts';
import { areWhole, collections, idOf, type Model, type ModelKind } from './v2-models.ts';

const mostOnPage = 100;
/** A request takes a hundred ids; one of them is that of no post. */
const mostIds = 99;
/** The ids of the site have 32 bits. A greater one, which a ledger may hold, would spoil its request. */
const largestId = 2 ** 31 - 1;

/** An object that was read, and what is needed to tell that it is none that was asked for. */
export interface Found {
  readonly model: Model;
  readonly answered: Answered;
  readonly purpose: Purpose;
}

/** A page of a list. */
export interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly last: boolean;
  readonly answered: Answered;
}

/** Reads objects and lists of them over API v2.3, with the fields of the filter. */
export function openReader(
  exchange: ReturnType<typeof openV2Exchange>,
  filter: ReturnType<typeof openFilter>,
) {
  const freshId = freshIds();

  /** Ids as the segment of a path that was never asked for. */
  const asFresh = (...ids: readonly number[]): string => [...ids, freshId()].map(idText).join(';');

  const ask = (
    path: string,
    parameters: Readonly<Record<string, string>>,
    purpose: Purpose,
    isWhole: (answered: Answered) => boolean,
  ): Promise<Answered> =>
    filter.use((id) => {
      const call = { method: 'GET', path, parameters: { ...parameters, filter: id } } as const;
      return exchange.send(call, purpose);
    }, isWhole);

  /** Reads what there is of these ids as it is now, in one request. */
  async function findAll(
    kind: ModelKind,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, Found>> {
    const purpose = { doing: `read ${namesOf(kind, ids)}` };
    const path = `/${collections[kind]}/${asFresh(...ids)}`;
    const parameters = { pagesize: String(mostOnPage) };
    const answered = await ask(path, parameters, purpose, isWholeAnswer(kind));
    const found = new Map<number, Found>();
    for (const model of successOf(answered).items) {
      const id = isObject(model) ? idOf(kind, model) : null;
      if (!isObject(model) || id === null) throw unexpected(answered, `the ${kind}`);
      if (ids.includes(id)) found.set(id, { model, answered, purpose });
    }
    return found;
  }

  /** The same; one that may not be read takes none of the others along. */
  async function findAllowed(
    kind: ModelKind,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, Found>> {
    try {
      return await findAll(kind, ids);
    } catch (error) {
      if (!isForbidden(error) || ids.length < 2) throw error;
      const apart = await mapConcurrent(ids, 5, (id) =>
        findAll(kind, [id]).catch((fault: unknown): ReadonlyMap<number, Found> => {
          if (isForbidden(fault)) return new Map();
          throw fault;
        }),
      );
      return new Map(apart.flatMap((each) => [...each]));
    }
  }

  /** A page, or the answer that there is no such list. */
  async function readPage(
    path: string,
    kind: ModelKind,
    number: number,
    purpose: Purpose,
    size = mostOnPage,
  ): Promise<Page | Answered> {
    const parameters = {
      order: 'desc',
      sort: 'activity',
      page: idText(number),
      pagesize: String(size),
    };
    const answered = await ask(path, parameters, purpose, isWholeAnswer(kind, true));
    if (isNoMethod(answered)) return answered;
    const { items, hasMore, total } = successOf(answered);
    const page = {
      items,
      total: Math.max(0, total ?? (number - 1) * size + items.length),
      last: items.length === 0 || !(hasMore ?? items.length >= size),
      answered,
    };
    const ids = items.map((item) => ({ id: isObject(item) ? idOf(kind, item) : null }));
    exchange.watchPage(path, number, { ...page, items: ids }, purpose);
    return page;
  }

  const readers: Readonly<Record<ModelKind, (id: number) => Promise<Found | null>>> = {
    article: collected(mostIds, (ids) => findAllowed('article', ids)),
    question: collected(mostIds, (ids) => findAllowed('question', ids)),
    answer: collected(mostIds, (ids) => findAllowed('answer', ids)),
  };

  return {
    asFresh,

    /** An object as it is now; null where there is none. What is asked for at one time is one request. */
    async find(kind: ModelKind, id: number): Promise<Found | null> {
      idText(id);
      return id <= largestId ? readers[kind](id) : null;
    },

    /** One page of a list (from 1), newest activity first. */
    async page(
      path: string,
      kind: ModelKind,
      number: number,
      purpose: Purpose,
      size?: number,
    ): Promise<Page> {
      const page = await readPage(path, kind, number, purpose, size);
      if ('items' in page) return page;
      throw answerToFault(page.answer, page.asked);
    },

    /** The same; null where the API has no such list. */
    async pageIfThere(
      path: string,
      kind: ModelKind,
      number: number,
      purpose: Purpose,
      size?: number,
    ): Promise<Page | null> {
      const page = await readPage(path, kind, number, purpose, size);
      return 'items' in page ? page : null;
    },
  };
}

/**
 * Makes the test whether all items of an answer, and of a list its wrapper, have what the filter should
 * give. An error tells nothing of it.
 */
function isWholeAnswer(kind: ModelKind, isList = false): (answered: Answered) => boolean {
  return (answered) => {
    if (answered.answer.status >= 300) return true;
    const { items, total, hasMore } = successOf(answered);
    const isCounted = !isList || (total !== null && hasMore !== null);
    return isCounted && areWhole(kind, items);
  };
}

function isForbidden(error: unknown): boolean {
  return error instanceof Fault && error.code === 'site-forbidden';
}

/** For messages: `article 12`, or `articles 12, 13 and others`. */
function namesOf(kind: ModelKind, ids: readonly number[]): string {
  const [first = 0, ...others] = ids;
  if (others.length === 0) return `${kind} ${first}`;
  const named = [first, ...others].slice(0, 5).join(', ');
  return `${collections[kind]} ${named}${ids.length > 5 ? ' and others' : ''}`;
}
