import { randomInt } from 'node:crypto';
import type { Account } from '../../../model/destination.ts';
import type { PostKind } from '../../../model/draft.ts';
import { Fault } from '../../../model/error.ts';
import { isObject } from '../../../model/is-object.ts';
import { memoize } from '../../../model/memoize.ts';
import type { Instant, PostRef } from '../../../model/post.ts';
import { lacks, type Lack } from '../../../model/site-memory.ts';
import type { Site, SiteAnswer, SitePost, SiteQuirks } from '../../../ports/site.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { idText, userIdText } from '../ids.ts';
import type { Purpose } from '../open-channel.ts';
import { refOf, urlOf } from '../post-address.ts';
import { lookHoldsMs } from '../look-holds.ts';
import {
  answerIn,
  toAccept,
  toAnswerQuestion,
  toCreate,
  toUpdate,
  toUpdateAnswer,
} from '../purposes.ts';
import { requireRefusedText } from '../refused-text.ts';
import { usualArticleIntervalMs } from '../throttle/v2-pacer.ts';
import { editUnavailable } from '../to-fault.ts';
import { openFilter } from './filter.ts';
import { openReader } from './reader.ts';
import {
  isNoMethod,
  onlyItem,
  openV2Exchange,
  successOf,
  unexpected,
  type Answered,
  type V2ExchangeOptions,
} from './v2-exchange.ts';
import {
  collections,
  fromContent,
  toAccount,
  toAnswer,
  toPost,
  toSummary,
  type Model,
} from './v2-models.ts';
import { wrapperOf } from './wrapper.ts';

const dateGrainMs = 1000;
/** A post that is edited second after second is read as it is in the end. */
const mostLooks = 3;

type Form = Readonly<Record<string, string>>;
type Until = Pick<HttpRequest, 'notAfter' | 'freshUntil'>;

interface SiteV2Options extends V2ExchangeOptions {
  /** How long the pacer of `http` waits between Articles, in milliseconds; a minute where left out. */
  readonly articleIntervalMs?: number;
}

/**
 * Speaks API v2.3 with Stack Internal, Business or the main site of an Enterprise. Throws
 * `token-refused` and `api-key-refused` for what cannot be a token or a key.
 */
export function createSiteV2(options: SiteV2Options): Site {
  const { destination, http, clock, articleIntervalMs = usualArticleIntervalMs } = options;
  const exchange = openV2Exchange(options);
  const filter = openFilter(exchange);
  const reader = openReader(exchange, filter);
  const addressOf = (ref: PostRef) => urlOf(destination, ref);

  const wholeLists = new Set<PostKind>();
  /** How many posts a page of each list has, in this look through it. */
  const sizes = new Map<PostKind, number>();
  const lacking = new Set<Lack>();
  let triesAgain = false;
  const quirks: SiteQuirks = {
    articleIntervalMs,
    coarseDates: true,
    editors: false,
    get memory() {
      return {
        filter: filter.known,
        wholeLists: (['article', 'question'] as const).filter((kind) => wholeLists.has(kind)),
        lacks: lacks.filter((each) => lacking.has(each)),
      };
    },
    isLacking: (what) => lacking.has(what) && !triesAgain,
    recall(memory, { again, writing }) {
      filter.recall(memory.filter, !writing);
      if (!again) for (const kind of memory.wholeLists) wholeLists.add(kind);
      for (const each of memory.lacks) lacking.add(each);
      triesAgain = again;
    },
  };

  const me = memoize(async (): Promise<Account> => {
    const call = { method: 'GET', path: '/me', parameters: {} } as const;
    const answered = await exchange.send(call, { doing: 'look up the account' });
    const account = toAccount(onlyItem(answered, 'an account'));
    if (account === null) throw unexpected(answered, 'an account');
    return account;
  });

  /** Sends a write with the filter; what comes back may be an error. */
  const send = (path: string, form: Form, until: Until, purpose: Purpose): Promise<Answered> =>
    filter.use(
      (id) => {
        const parameters = { ...form, filter: id };
        return exchange.send({ method: 'POST', path, parameters, ...until }, purpose);
      },
      // What was carried out must not be sent again.
      () => true,
    );
  const fresh = () => ({ freshUntil: clock.now() + lookHoldsMs });

  const postIn = (answered: Answered, ref: Pick<PostRef, 'kind' | 'answer'>) =>
    madeOf(answered, (model) => toPost(ref, model, addressOf), `the ${ref.kind}`);

  async function readAnswer(question: number, id: number): Promise<SiteAnswer | null> {
    const found = await reader.find('answer', id);
    if (found === null || found.model['question_id'] !== question) return null;
    const answer = toAnswer(found.model);
    if (answer === null) throw unexpected(found.answered, 'the answer');
    return answer;
  }

  async function readNow(ref: PostRef): Promise<SitePost | null> {
    const [found, answer] = await Promise.all([
      reader.find(ref.kind, ref.id),
      ref.answer === undefined ? null : readAnswer(ref.id, ref.answer),
    ]);
    if (found === null) return null;
    const post = toPost(ref, found.model, addressOf);
    if (post === null) throw unexpected(found.answered, `the ${ref.kind}`);
    exchange.inTime(post, found.purpose);
    return { ...post, answer };
  }

  return {
    destination,

    me,

    async list(kind, author, number) {
      const expected = `a list of ${kind}s`;
      const purpose = { doing: `list the account's ${kind}s` };
      const path = `/${collections[kind]}`;
      // Looked through again, a list shows what moved meanwhile: so it must not come from a minute ago.
      if (number === 1) sizes.set(kind, sizes.has(kind) ? randomInt(50, 100) : 100);
      const size = sizes.get(kind);
      const own = wholeLists.has(kind)
        ? null
        : await reader.pageIfThere(
            `/users/${userIdText(author)}${path}`,
            kind,
            number,
            purpose,
            size,
          );
      if (own === null) wholeLists.add(kind);
      const page = own ?? (await reader.page(path, kind, number, purpose, size));
      const items = page.items.map((item) => {
        const summary = toSummary(kind, item, addressOf);
        if (summary === null) throw unexpected(page.answered, expected);
        const isOwn = own !== null || (isObject(item) && toAccount(item['owner'])?.id === author);
        return exchange.inTime(isOwn ? summary : { ...summary, byOthers: true as const }, purpose);
      });
      return { total: page.total, items, last: page.last };
    },

    async everyones(kind, number) {
      const purpose = { doing: `list everybody's ${kind}s` };
      const page = await reader.page(`/${collections[kind]}`, kind, number, purpose, 100);
      const items = page.items.map((item) => {
        const summary = toSummary(kind, item, addressOf);
        if (summary === null) throw unexpected(page.answered, `a list of ${kind}s`);
        return exchange.inTime(summary, purpose);
      });
      return { total: page.total, items, last: page.last };
    },

    async read(ref) {
      for (let look = 1; ; look += 1) {
        const asked = exchange.now();
        const post = await readNow(ref);
        // Until its second is over, other words may come under the same date.
        const wait = post === null ? 0 : nextDateAfter(post) - asked;
        if (wait <= 0 || look === mostLooks) return post;
        await clock.sleep(Math.min(wait, 2 * dateGrainMs));
      }
    },

    async answersOf(question, author) {
      // What it tells decides whether one is posted: it must not come from a minute ago.
      const path = `/questions/${reader.asFresh(question.id)}/answers`;
      const purpose = { doing: `list the answers of question ${question.id}` };
      const own: SiteAnswer[] = [];
      for (let number = 1; ; number += 1) {
        const page = await reader.page(path, 'answer', number, purpose);
        for (const item of page.items) {
          const answer = isObject(item) ? toAnswer(item) : null;
          if (!isObject(item) || answer === null)
            throw unexpected(page.answered, 'a list of answers');
          if ((item['question_id'] ?? question.id) !== question.id) continue;
          if (answer.owner?.id === author) own.push(answer);
        }
        if (page.last) return own;
      }
    },

    async create(content, notAfter) {
      const { kind } = content;
      const path = `/${collections[kind]}/add`;
      const answered = await send(path, fromContent(content), { notAfter }, toCreate(content));
      return postIn(answered, { kind });
    },

    async update(current, content, notAfter) {
      const { kind } = content;
      const { ref, id } = current;
      const answered = await send(
        `/${collections[kind]}/${idText(id)}/edit`,
        fromContent(content),
        { notAfter, ...fresh() },
        toUpdate(kind, current),
      );
      if (kind === 'article' && isNoMethod(answered)) {
        lacking.add('article-edit');
        throw editUnavailable(answered.asked);
      }
      const post = postIn(answered, ref);
      if (kind === 'article') lacking.delete('article-edit');
      return { ...post, answer: current.answer };
    },

    async createAnswer(question, body, notAfter) {
      const path = `/questions/${idText(question.id)}/answers/add`;
      const answered = await send(path, { body }, { notAfter }, toAnswerQuestion(question));
      return madeOf(answered, toAnswer, 'the answer');
    },

    async updateAnswer(ref, body, notAfter) {
      const path = `/answers/${idText(answerIn(ref))}/edit`;
      const answered = await send(path, { body }, { notAfter, ...fresh() }, toUpdateAnswer(ref));
      return madeOf(answered, toAnswer, 'the answer');
    },

    async acceptAnswer(ref, notAfter) {
      if (quirks.isLacking('accept')) return;
      const id = answerIn(ref);
      const answered = await send(`/answers/${idText(id)}/accept`, {}, { notAfter }, toAccept(ref));
      if (isNoMethod(answered)) {
        lacking.add('accept');
        return;
      }
      try {
        successOf(answered);
      } catch (error) {
        // One that is accepted already may be refused.
        const refused = error instanceof Fault && error.outcome === 'rejected';
        if (!refused || !(await readAnswer(ref.id, id))?.accepted) throw error;
      }
      lacking.delete('accept');
    },

    async tryWrite() {
      const parameters = { title: '', body: '', tags: '', article_type: 'knowledge-article' };
      const call = { method: 'POST', path: '/articles/add', parameters } as const;
      const { answer, asked } = await exchange.send(call, { doing: 'try a write' });
      requireRefusedText(answer, asked, wrapperOf(answer)?.items?.[0]);
    },

    urlOf: addressOf,
    refOf: (url) => refOf(destination, url),
    now: exchange.now,
    get requests() {
      return http.requests;
    },
    quirks,
  };
}

/**
 * From when on, by the site's clock as its headers tell it, an edit of a post surely has a later date
 * than the post now. Both tell whole seconds.
 */
function nextDateAfter({ activity, answer }: SitePost): Instant {
  return Math.max(activity, answer?.activity ?? activity) + dateGrainMs;
}

/** What a write made, as its answer tells. */
function madeOf<Made>(
  answered: Answered,
  read: (model: Model) => Made | null,
  expected: string,
): Made {
  const made = read(onlyItem(answered, expected));
  if (made === null) throw unexpected(answered, expected);
  return made;
}
