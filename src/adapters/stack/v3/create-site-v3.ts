import type { Account } from '../../../model/destination.ts';
import { Fault } from '../../../model/error.ts';
import { memoize } from '../../../model/memoize.ts';
import type { PostKind } from '../../../model/draft.ts';
import type { PostRef } from '../../../model/post.ts';
import type { Site, SiteAnswer } from '../../../ports/site.ts';
import { isObject } from '../../../model/is-object.ts';
import type { Purpose } from '../open-channel.ts';
import { refOf, urlOf } from '../post-address.ts';
import { idText, isId, isUserId, userIdText } from '../ids.ts';
import { imageAddress } from '../image-address.ts';
import { lookHoldsMs } from '../look-holds.ts';
import { multipartFile } from '../multipart-file.ts';
import {
  answerIn,
  toAccept,
  toAnswerQuestion,
  toCreate,
  toUpdate,
  toUpdateAnswer,
} from '../purposes.ts';
import { createDirectoryV3, createSeenTags } from './create-directory-v3.ts';
import { openV3Exchange, type V3ExchangeOptions } from './v3-exchange.ts';
import { fromContent, toAnswer, toPost, toSummary } from './v3-models.ts';

const collections = { article: 'articles', question: 'questions' } as const;

/** Speaks API v3 with Stack Internal, Business or Enterprise. Throws `token-refused` for a token that cannot be one. */
export function createSiteV3(options: V3ExchangeOptions): Site {
  const { destination, http, clock } = options;
  const exchange = openV3Exchange(options);
  const seenTags = createSeenTags();
  const addressOf = (ref: PostRef) => urlOf(destination, ref);
  const fresh = () => ({ freshUntil: clock.now() + lookHoldsMs });
  const pathOf = ({ kind, id }: PostRef) => `/${collections[kind]}/${idText(id)}`;
  const answerPath = (ref: PostRef) => `${pathOf(ref)}/answers/${idText(answerIn(ref))}`;

  async function readAnswer(ref: PostRef): Promise<SiteAnswer | null> {
    const found = await exchange.find(answerPath(ref), { doing: `read answer ${ref.answer}` });
    if (found === null || found.model['isDeleted'] === true) return null;
    return toAnswer(found.model);
  }

  const me = memoize(async (): Promise<Account> => {
    const { model, unexpected } = await exchange.me({ doing: 'look up the account' });
    const { id, name } = model;
    if (!isUserId(id)) throw unexpected('an account');
    return { id, name: typeof name === 'string' ? name : '' };
  });

  async function list(kind: PostKind, whose: string, number: number, purpose: Purpose) {
    const path = `/${collections[kind]}?${whose}sort=activity&order=desc`;
    const expected = `a list of ${kind}s`;
    const page = await exchange.page(path, number, purpose, expected);
    const items = page.items
      .filter((item) => !isObject(item) || item['isDeleted'] !== true)
      .map((item) => {
        seenTags.note(item);
        const summary = toSummary(kind, item, addressOf);
        if (summary === null) throw page.unexpected(expected);
        return exchange.inTime(summary, purpose);
      });
    return { total: page.total, items, last: page.last };
  }

  return {
    destination,

    me,

    list: (kind, author, number) =>
      list(kind, `authorId=${userIdText(author)}&`, number, {
        doing: `list the account's ${kind}s`,
      }),

    everyones: (kind, number) => list(kind, '', number, { doing: `list everybody's ${kind}s` }),

    async read(ref) {
      const purpose = { doing: `read ${ref.kind} ${ref.id}` };
      const found = await exchange.find(pathOf(ref), purpose);
      if (found === null || found.model['isDeleted'] === true) return null;
      seenTags.note(found.model);
      const post = toPost(ref, found.model, addressOf);
      if (post === null) throw found.unexpected(`the ${ref.kind}`);
      exchange.inTime(post, purpose);
      return { ...post, answer: ref.answer === undefined ? null : await readAnswer(ref) };
    },

    async create(content, notAfter) {
      const { kind } = content;
      const json = fromContent(content, null);
      return exchange.write(
        { method: 'POST', path: `/${collections[kind]}`, body: json, notAfter },
        toCreate(content),
        (model) => toPost({ kind }, model, addressOf),
        `the ${kind}`,
      );
    },

    async update(current, content, notAfter) {
      const { kind } = content;
      const { ref, id } = current;
      const json = fromContent(content, current);
      const post = await exchange.write(
        { method: 'PUT', path: pathOf({ kind, id }), body: json, notAfter, ...fresh() },
        toUpdate(kind, current),
        (model) => toPost(ref, model, addressOf),
        `the ${kind}`,
      );
      return { ...post, answer: current.answer };
    },

    async answersOf(question, author) {
      const path = `${pathOf(question)}/answers`;
      const purpose = { doing: `list the answers of question ${question.id}` };
      const own: number[] = [];
      for await (const item of exchange.items(path, purpose, 'a list of answers')) {
        const { id, owner, isDeleted } = item;
        const ours = isObject(owner) && owner['id'] === author;
        if (ours && isDeleted !== true && isId(id)) own.push(id);
      }
      // Lists carry no Markdown.
      const answers = await Promise.all(own.map((answer) => readAnswer({ ...question, answer })));
      return answers.filter((answer) => answer !== null);
    },

    async createAnswer(question, body, notAfter) {
      return exchange.write(
        { method: 'POST', path: `${pathOf(question)}/answers`, body: { body }, notAfter },
        toAnswerQuestion(question),
        toAnswer,
        'the answer',
      );
    },

    async updateAnswer(ref, body, notAfter) {
      return exchange.write(
        { method: 'PUT', path: answerPath(ref), body: { body }, notAfter, ...fresh() },
        toUpdateAnswer(ref),
        toAnswer,
        'the answer',
      );
    },

    async acceptAnswer(ref, notAfter) {
      // What it answers is a summary; that it is JSON of the site's is all that is needed.
      await exchange.write(
        { method: 'POST', path: `${answerPath(ref)}/accept`, body: {}, notAfter },
        toAccept(ref),
        (model) => model,
        'JSON',
      );
    },

    async tryWrite() {
      const permissions = { editableBy: 'ownerOnly', editorUserIds: [], editorUserGroupIds: [] };
      const json = { title: '', body: '', tags: [], type: 'knowledgeArticle', permissions };
      await exchange.tryWrite('/articles', json, { doing: 'try a write' });
    },

    directory: createDirectoryV3(exchange, seenTags.byName),

    images: {
      async upload(image) {
        const { url } = await exchange.write(
          { method: 'POST', path: '/images/upload', body: multipartFile(image) },
          { doing: 'upload an image' },
          (model) => model,
          'JSON',
        );
        const address = typeof url === 'string' ? imageAddress(destination, url) : null;
        if (address === null) throw addressOfOthers(url);
        return address;
      },
      owns: (address) => imageAddress(destination, address) === address,
    },

    urlOf: addressOf,
    refOf: (url) => refOf(destination, url),
    now: exchange.now,
    get requests() {
      return http.requests;
    },
  };
}

/** What the site says of an image may lead readers anywhere. */
function addressOfOthers(url: unknown): Fault<'site'> {
  return new Fault(
    'site',
    'site-not-json',
    'Cannot upload an image: the site gave no address of its own for it, expected one with https of the same host.',
    {
      remedy: 'Check that destination.url is the address of the API.',
      forTeam: `It gave ${JSON.stringify(url ?? null)?.slice(0, 200)}.`,
    },
  );
}
