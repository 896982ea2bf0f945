import type { Destination } from '../../src/model/destination.ts';
import type { ArticleType, PostKind } from '../../src/model/draft.ts';
import { Fault } from '../../src/model/error.ts';
import type { Instant, Permissions, PostContent, PostRef } from '../../src/model/post.ts';
import type { PostSummary, Site, SiteAnswer, SitePost } from '../../src/ports/site.ts';
import type { Call, Schedule, WriteName } from './schedule.ts';
import { articleInterval, cachedFor, openV2Finds, type V2Ways } from './v2-ways.ts';

export const destination: Destination = {
  tier: 'business',
  site: 'https://site.example',
  team: 'acme',
  api: 'v3',
};
/** The account that posts, and a colleague. */
export const us = 7;
export const colleague = 8;

const open: Permissions = { editableBy: 'everyone', users: [], groups: [] };
/** How long a call takes, and how much later than sent a late write takes effect: in milliseconds. */
const pace = 7;
const lateBy = 50_000;

/** An answer to a question. */
export interface ModelAnswer {
  readonly id: number;
  readonly owner: number;
  /** As of a post. */
  readonly editor: number | null;
  readonly body: string;
  readonly activity: Instant;
  readonly deleted: boolean;
}

/** What a post says. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly type: ArticleType;
  readonly permissions: Permissions;
  /** All answers to a question, deleted ones too, and which is the accepted one. */
  readonly answers: readonly ModelAnswer[];
  readonly accepted: number | null;
}

export interface ModelPost {
  readonly kind: PostKind;
  readonly id: number;
  readonly owner: number;
  /** Who changed it last; null: nobody yet. */
  readonly editor: number | null;
  readonly created: Instant;
  readonly activity: Instant;
  readonly deleted: boolean;
  readonly locked: boolean;
  readonly shown: Shown;
  /** All that it ever said, the newest last, and since when. */
  readonly past: readonly { readonly shown: Shown; readonly from: Instant }[];
}

/** A write of ours, told where it is sent and again where it takes effect. */
export interface SentWrite {
  readonly run: string;
  readonly name: WriteName;
  /** Null where it is of an answer. */
  readonly content: PostContent | null;
  /** The text of an answer; null for the rest. */
  readonly answer: string | null;
  /** Null for a new post. */
  readonly target: PostRef | null;
  /** The post as it was when the write was sent. */
  readonly before: ModelPost | null;
}

export interface ModelSiteOptions {
  /** How reads show a title and a body. */
  readonly showTitle: (text: string) => string;
  readonly showBody: (text: string) => string;
  /** What the site makes of a body before it keeps it. */
  readonly keepBody: (text: string) => string;
  /** How late lists are, in milliseconds. */
  readonly listLag: number;
  /** How many posts a page of a list has. */
  readonly pageSize: number;
  /** Whether an edit of an answer is activity of its question. */
  readonly answerBumps: boolean;
  /** How it speaks API v2.3; null: v3. */
  readonly v2: V2Ways | null;
  readonly now: Instant;
}

interface Late {
  readonly due: Instant;
  readonly sent: SentWrite;
  readonly current: SitePost | null;
}

/** A Stack Internal in memory: its posts, its clock, and writes that take effect later. */
export class ModelSite {
  readonly posts = new Map<number, ModelPost>();
  readonly options: ModelSiteOptions;
  now: Instant;
  /** Told of every write of ours. */
  onSend: (write: SentWrite) => void = () => {};
  onEffect: (write: SentWrite, post: ModelPost) => void = () => {};
  #late: Late[] = [];
  #answers = 0;
  /** What lists show, and from when on. */
  readonly #listed: { readonly from: Instant; readonly post: ModelPost }[] = [];
  /** What was answered to a question of the same words, and when. */
  readonly #cache = new Map<string, { readonly at: Instant; readonly answer: unknown }>();

  constructor(options: ModelSiteOptions) {
    this.options = options;
    this.now = options.now;
  }

  /** Moves the clock; what is due on the way takes effect at its time. */
  advance(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (;;) {
      const next = this.#late.toSorted((a, b) => a.due - b.due)[0];
      if (!next || next.due > until) break;
      this.#late = this.#late.filter((each) => each !== next);
      this.now = Math.max(this.now, next.due);
      try {
        this.#effectOf(next.sent, next.current);
      } catch (error) {
        // Refused, and nobody waits for the answer any more.
        if (!(error instanceof Fault)) throw error;
      }
    }
    this.now = Math.max(this.now, until);
  }

  /** Writes that were sent and will take effect. */
  get late(): readonly SentWrite[] {
    return this.#late.map(({ sent }) => sent);
  }

  /** Puts a new state of a post in the place of the old one. */
  put(post: ModelPost): void {
    this.posts.set(post.id, post);
    this.#listed.push({ from: this.now + this.options.listLag, post });
  }

  create(owner: number, kind: PostKind, shown: Shown): ModelPost {
    this.now += 1;
    const { now } = this;
    const kept = { ...shown, body: this.options.keepBody(shown.body) };
    const post: ModelPost = {
      kind,
      id: this.posts.size + 1,
      owner,
      editor: null,
      created: now,
      activity: now,
      deleted: false,
      locked: false,
      shown: kept,
      past: [{ shown: kept, from: now }],
    };
    this.put(post);
    return post;
  }

  edit(post: ModelPost, change: Partial<Shown>, editor = colleague): ModelPost {
    const body = change.body === undefined ? post.shown.body : this.options.keepBody(change.body);
    return this.#show({ ...post, editor }, { ...change, body }, true);
  }

  answer(post: ModelPost, body: string, owner: number): ModelPost {
    this.#answers += 1;
    const kept = this.options.keepBody(body);
    const answer: ModelAnswer = {
      id: 1000 + this.#answers,
      owner,
      editor: null,
      body: kept,
      activity: this.now + 1,
      deleted: false,
    };
    return this.#show(post, { answers: [...post.shown.answers, answer] }, true);
  }

  editAnswer(post: ModelPost, id: number, body: string, editor = colleague): ModelPost {
    const change = { body: this.options.keepBody(body), editor, activity: this.now + 1 };
    return this.#show(post, changed(post, id, change), this.options.answerBumps);
  }

  /** A deletion is no activity. */
  setAnswerDeleted(post: ModelPost, id: number, deleted: boolean): ModelPost {
    return this.#show(post, changed(post, id, { deleted }), false);
  }

  /** Saying again what holds already changes nothing. */
  accept(post: ModelPost, accepted: number | null): ModelPost {
    return post.shown.accepted === accepted ? post : this.#show(post, { accepted }, true);
  }

  #show(post: ModelPost, change: Partial<Shown>, isActivity: boolean): ModelPost {
    this.now += 1;
    const shown = { ...post.shown, ...change };
    const next = {
      ...post,
      shown,
      past: [...post.past, { shown, from: this.now }],
      activity: isActivity ? this.now : post.activity,
    };
    this.put(next);
    return next;
  }

  /** A deletion is no activity. */
  setDeleted(post: ModelPost, deleted: boolean): void {
    this.now += 1;
    this.put({ ...post, deleted });
  }

  setLocked(post: ModelPost, locked: boolean): void {
    this.put({ ...post, locked });
  }

  /** The site as one run reaches it. `localClock` is that run's own. */
  connect(run: string, schedule: Schedule, localClock: () => number): Site {
    const requests = { total: 0, writes: 0 };
    let ahead = 0;
    const { v2 } = this.options;
    const finds = v2 && openV2Finds(v2);
    let nextArticle = 0;
    /** How often this run began to look through each list. */
    const looks = new Map<string, number>();
    const ask = <Answer>(
      name: Call['name'],
      post: number | null,
      answer: () => Answer,
    ): Promise<Answer> => {
      requests.total += 1;
      const effect = () => {
        this.advance(pace);
        ahead = this.#headerTime() - localClock();
        if (name !== 'me') finds?.named();
        return answer();
      };
      const failure = () => unavailable(name);
      return schedule.call({ run, name, post }, effect, {
        lost: failure,
        refused: failure,
        later: null,
      });
    };
    const pause = (post: number | null, milliseconds: number) =>
      schedule.call({ run, name: 'wait', post }, () => this.advance(Math.max(0, milliseconds)), {
        lost: notSent,
        refused: notSent,
        later: null,
      });
    /** As the throttle waits, once a write is asked for. */
    const articleTurn = (post: number | null) => pause(post, nextArticle - this.now);
    const write = async <Answer>(
      name: WriteName,
      asked: Pick<SentWrite, 'content' | 'answer' | 'target'>,
      current: SitePost | null,
      notAfter: number,
      answer: (post: ModelPost) => Answer,
    ) => {
      const isArticle = asked.content?.kind === 'article';
      if (v2 && isArticle && this.now < nextArticle) await articleTurn(asked.target?.id ?? null);
      requests.total += 1;
      requests.writes += 1;
      const target = asked.target?.id ?? null;
      const send = (): SentWrite => {
        requireTime(localClock(), notAfter);
        this.advance(pace);
        finds?.named();
        if (isArticle) nextArticle = this.now + articleInterval;
        if (isArticle && target !== null && finds?.tried('article-edit')) throw noEdit();
        const before = (target && this.posts.get(target)) || null;
        const sent = { run, name, ...asked, before };
        this.onSend(sent);
        return sent;
      };
      const effect = () => {
        const post = this.#effectOf(send(), current);
        ahead = this.#headerTime() - localClock();
        return answer(post);
      };
      return schedule.call({ run, name, post: target }, effect, {
        lost: () => unknown(name),
        refused: () => rejected(name),
        later: () => {
          const sent = send();
          this.#late.push({ due: this.now + lateBy, sent, current });
        },
      });
    };
    const read = ({ id, kind, answer }: PostRef): SitePost | null => {
      const post = this.posts.get(id);
      return post && post.kind === kind && !post.deleted ? this.#whole(post, answer) : null;
    };
    const answerOf = (ref: PostRef, answer: string | null) => ({
      content: null,
      answer,
      target: ref,
    });

    return {
      destination: v2 ? { ...destination, api: 'v2.3' } : destination,
      ...(finds && { quirks: finds.quirks }),
      me: () => ask('me', null, () => ({ id: us, name: 'The account' })),
      list: (kind, author, page) =>
        ask('list', null, () => {
          finds?.listed(kind);
          const look = (looks.get(kind) ?? 0) + Number(page === 1);
          looks.set(kind, look);
          // The second time the adapter asks in another way.
          const words = `${look > 1 ? `${run}, ${look}: ` : ''}${kind}s of ${author}, page ${page}`;
          return this.#cached(words, () => {
            const items = this.#list(kind, author);
            const { pageSize } = this.options;
            const from = (page - 1) * pageSize;
            const last = from + pageSize >= items.length;
            return { total: items.length, items: items.slice(from, from + pageSize), last };
          });
        }),
      // The site is asked for a question and for its answer; nothing happens between the two.
      read: async (ref) => {
        for (let look = 1; ; look += 1) {
          const asked = localClock() + ahead;
          const post = await ask('read', ref.id, () => read(ref));
          // As the adapter of v2.3 waits, until later words have a later date.
          const touched = post && Math.max(post.activity, post.answer?.activity ?? 0);
          const wait = touched === null ? 0 : touched + 1000 - asked;
          if (!v2 || wait <= 0 || look === 3) return post;
          await pause(ref.id, Math.min(wait, 2000));
        }
      },
      create: async (content, notAfter) =>
        write('create', { content, answer: null, target: null }, null, notAfter, (post) =>
          this.#whole(post),
        ),
      update: async (current, content, notAfter) =>
        write(
          'update',
          { content, answer: null, target: current.ref },
          current,
          notAfter,
          (post) => ({ ...this.#whole(post, current.ref.answer), answer: current.answer }),
        ),
      answersOf: ({ id }, author) =>
        ask('answers', id, () => {
          const post = this.posts.get(id);
          if (!v2 && (!post || post.deleted)) throw missing();
          // Over v2.3 what is not there has no answers.
          return (post && !post.deleted ? post.shown.answers : [])
            .filter(({ owner, deleted }) => owner === author && !deleted)
            .flatMap((answer) => (post ? [this.#answer(post, answer)] : []));
        }),
      createAnswer: (question, body, notAfter) =>
        write('createAnswer', answerOf(question, body), null, notAfter, (post) => {
          const made = post.shown.answers.at(-1);
          if (!made) throw missing();
          return this.#answer(post, made);
        }),
      updateAnswer: (ref, body, notAfter) =>
        write('updateAnswer', answerOf(ref, body), null, notAfter, (post) =>
          this.#answer(post, standing(post, ref.answer)),
        ),
      async acceptAnswer(ref, notAfter) {
        if (finds?.quirks.isLacking('accept')) return;
        // A write that there is no method for does nothing.
        if (v2?.lacks.includes('accept'))
          await ask('answers', ref.id, () => finds?.tried('accept'));
        else await write('acceptAnswer', answerOf(ref, null), null, notAfter, () => undefined);
      },
      tryWrite: async () => {},
      urlOf: addressOf,
      refOf(url) {
        const [, kinds, id] =
          /^https:\/\/site\.example\/(article|question)s\/(\d+)$/.exec(url) ?? [];
        return kinds ? { kind: kinds as PostKind, id: Number(id) } : null;
      },
      now: () => localClock() + ahead,
      requests,
    };
  }

  #effectOf(sent: SentWrite, current: SitePost | null): ModelPost {
    const post = this.#written(sent, current);
    this.onEffect(sent, post);
    return post;
  }

  #written({ name, content, answer, target }: SentWrite, current: SitePost | null): ModelPost {
    if (content && target === null)
      return this.create(us, content.kind, { ...noAnswers, ...shownBy(content, current) });
    const before = target && this.posts.get(target.id);
    if (!before || before.deleted) throw missing();
    if (before.locked && name !== 'acceptAnswer') throw rejected(name);
    if (content && this.options.v2)
      return this.edit(
        before,
        { ...shownBy(content, current), permissions: before.shown.permissions },
        us,
      );
    if (content) return this.edit(before, shownBy(content, current), us);
    if (name === 'createAnswer') return this.answer(before, answer ?? '', us);
    const { id } = standing(before, target.answer);
    return name === 'acceptAnswer'
      ? this.accept(before, id)
      : this.editAnswer(before, id, answer ?? '', us);
  }

  #headerTime(): Instant {
    return Math.floor(this.now / 1000) * 1000;
  }

  /**
   * The titles under which lists had a post that were answered at a moment; null where they had it not.
   * Where they are answered from a cache, it may be any of them.
   */
  listedTitles(id: number, at: Instant): readonly (string | null)[] {
    const since = this.options.v2 ? at - cachedFor : at;
    const all = this.#listed.filter(({ post }) => post.id === id);
    const first = all.findLastIndex(({ from }) => from <= since);
    const states = all
      .slice(Math.max(first, 0))
      .filter(({ from }) => from <= at || this.options.v2 !== null);
    const titles = states.map(({ post }) => (post.deleted ? null : post.shown.title));
    return first < 0 ? [null, ...titles] : titles;
  }

  /** An instant as the API tells it. */
  told(instant: Instant): Instant {
    return this.options.v2 ? Math.floor(instant / 1000) * 1000 : instant;
  }

  /** Answers the same question as it was answered before, where the API does so. */
  #cached<Answer>(question: string, find: () => Answer): Answer {
    const known = this.#cache.get(question);
    if (this.options.v2 && known && this.now - known.at < cachedFor) return known.answer as Answer;
    const answer = find();
    this.#cache.set(question, { at: this.now, answer });
    return answer;
  }

  /** What the list shows, by last activity, newest first. */
  #list(kind: PostKind, author: number): PostSummary[] {
    const seen = new Map<number, ModelPost>();
    for (const { from, post } of this.#listed) if (from <= this.now) seen.set(post.id, post);
    return [...seen.values()]
      .filter((post) => post.kind === kind && !post.deleted)
      .filter(({ owner }) => owner === author || this.options.v2?.wholeLists)
      .sort((a, b) => b.activity - a.activity)
      .map((post) => ({
        ...this.#summary(post),
        ...(post.owner !== author && { byOthers: true as const }),
      }));
  }

  #summary({ kind, id, shown, created, activity }: ModelPost): PostSummary {
    const title = this.options.showTitle(shown.title);
    return {
      kind,
      id,
      title,
      created: this.told(created),
      activity: this.told(activity),
      url: addressOf({ kind, id }),
    };
  }

  #whole(post: ModelPost, answer?: number): SitePost {
    const { kind, shown, locked, owner, editor } = post;
    const found = shown.answers.find(({ id, deleted }) => id === answer && !deleted);
    return {
      ...this.#summary(post),
      ref: { kind, id: post.id, ...(answer !== undefined && { answer }) },
      body: this.options.showBody(shown.body),
      tags: shown.tags,
      type: kind === 'article' ? shown.type : null,
      permissions: kind === 'article' && !this.options.v2 ? shown.permissions : null,
      owner: accountOf(owner),
      lastEditor: editor === null ? null : accountOf(editor),
      editable: !locked,
      answer: found ? this.#answer(post, found) : null,
      echo: {},
    };
  }

  #answer({ shown }: ModelPost, { id, body, activity, owner, editor }: ModelAnswer): SiteAnswer {
    return {
      id,
      body: this.options.showBody(body),
      activity: this.told(activity),
      owner: accountOf(owner),
      lastEditor: editor === null ? null : accountOf(editor),
      accepted: shown.accepted === id,
    };
  }
}

export const noAnswers = { answers: [], accepted: null } as const;

function shownBy(content: PostContent, current: SitePost | null) {
  const { title, body, tags } = content;
  const { type, permissions } =
    content.kind === 'article'
      ? content
      : { type: 'knowledge-article' as const, permissions: null };
  return { title, body, tags, type, permissions: permissions ?? current?.permissions ?? open };
}

/** The answers of a question, one of them changed. */
function changed({ shown }: ModelPost, id: number, change: Partial<ModelAnswer>) {
  return { answers: shown.answers.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

/** The answer with this id; a deleted one is missing. */
function standing({ shown }: ModelPost, answer: number | undefined): ModelAnswer {
  const found = shown.answers.find(({ id, deleted }) => id === answer && !deleted);
  if (!found) throw missing();
  return found;
}

const accountOf = (id: number) => ({ id, name: `user ${id}` });

export function addressOf({ kind, id }: Pick<PostRef, 'kind' | 'id'>): string {
  return `https://site.example/${kind}s/${id}`;
}

function requireTime(now: number, notAfter: number): void {
  if (now > notAfter) throw notSent();
}

function unknown(name: string): Fault {
  return new Fault('site', 'outcome-unknown', `No answer to ${name}.`, {
    remedy: 'Run it again.',
    outcome: 'unknown',
  });
}

function unavailable(name: string): Fault {
  return new Fault('site', 'site-unavailable', `No answer to ${name}.`, {
    remedy: 'Run it again.',
  });
}

/** The throttle gave up. */
function notSent(): Fault {
  return new Fault('site', 'throttled', 'Too late to be sent.', { remedy: 'Run it again.' });
}

function noEdit(): Fault {
  return new Fault('site', 'article-edit-unavailable', 'There is no such method.', {
    remedy: 'Use v3.',
  });
}

function rejected(name: string): Fault {
  return new Fault('site', 'site-rejected', `The site refused ${name}.`, { remedy: 'Change it.' });
}

function missing(): Fault {
  return new Fault('site', 'site-not-found', 'There is no such post.', { remedy: 'Plan again.' });
}
