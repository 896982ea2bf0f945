import type { SiteMemory } from '../../../model/site-memory.ts';
import { isFilterId } from '../../../model/site-memory.ts';
import { apiErrorOf } from '../api-error.ts';
import { onlyItem, unexpected, type Answered, type openV2Exchange } from './v2-exchange.ts';
import { includedFields } from './v2-models.ts';

type Known = NonNullable<SiteMemory['filter']>;

/** A filter, and whether this run made it: one that was remembered is a claim. */
interface Filter extends Known {
  readonly made: boolean;
}

/** The errors with which a site refuses to make a filter that is not safe. */
const refusals = [400, 403, 407];

/**
 * Keeps the one filter that all reads and writes of a run name: the remembered one as long as it does,
 * else one that is made.
 */
export function openFilter({ send }: Pick<ReturnType<typeof openV2Exchange>, 'send'>) {
  let current: Filter | null = null;
  let remembered: Known | null = null;
  let making: Promise<Filter> | null = null;

  async function make(): Promise<Filter> {
    const create = (unsafe: boolean) =>
      send(
        {
          method: 'GET',
          path: '/filters/create',
          parameters: { include: includedFields, base: 'none', ...(unsafe && { unsafe: 'true' }) },
        },
        { doing: 'make a filter of what to read' },
      );
    const unsafe = await create(true);
    const error = apiErrorOf(unsafe.answer.body);
    const isRefused = error !== null && refusals.includes(error.id);
    const answered = isRefused ? await create(false) : unsafe;
    const expected = 'a filter';
    const { filter: id, filter_type: type } = onlyItem(answered, expected);
    if (typeof id !== 'string' || !isFilterId(id)) throw unexpected(answered, expected);
    return { id, safe: type === 'safe' || (isRefused && type !== 'unsafe'), made: true };
  }

  async function get(): Promise<Filter> {
    if (current) return current;
    making ??= make().finally(() => {
      making = null;
    });
    current = await making;
    return current;
  }

  return {
    recall(known: Known | null, trusted: boolean): void {
      remembered = known;
      if (known && trusted && !current) current = { ...known, made: false };
    },

    /** As it is to be remembered; null where none is known. */
    get known(): Known | null {
      const { id, safe } = current ?? remembered ?? {};
      return id === undefined || safe === undefined ? null : { id, safe };
    },

    /**
     * Sends what names the filter. A remembered one is made anew where the site does not know it, or
     * where `isWhole` misses something in the answer; nothing was done then, or it was a read.
     */
    async use(
      sendWith: (filter: string) => Promise<Answered>,
      isWhole: (answered: Answered) => boolean,
    ): Promise<Answered> {
      const used = await get();
      const answered = await sendWith(used.id);
      if (used.made || (!isUnknown(answered) && isWhole(answered))) return answered;
      if (current === used) current = null;
      return sendWith((await get()).id);
    },
  };
}

/** Whether a site refuses a filter by its id. */
function isUnknown({ answer }: Answered): boolean {
  const error = apiErrorOf(answer.body);
  return error?.id === 400 && /filter/i.test(error.message);
}
