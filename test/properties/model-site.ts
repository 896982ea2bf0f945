import type { Destination } from '../../src/model/destination.ts';
import type { ArticleType } from '../../src/model/draft.ts';
import { Fault } from '../../src/model/error.ts';
import type { ArticleContent, Instant, Permissions, PostContent } from '../../src/model/post.ts';
import type { PostSummary, Site, SitePost } from '../../src/ports/site.ts';
import type { Call, Schedule } from './schedule.ts';

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

/** What a post says. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly type: ArticleType;
  readonly permissions: Permissions;
}

export interface ModelPost {
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
  readonly content: ArticleContent;
  /** Null for a new post. */
  readonly target: number | null;
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
  readonly now: Instant;
}

interface Late {
  readonly due: Instant;
  readonly sent: SentWrite;
  readonly current: SitePost | null;
}

/** A Stack Internal of articles, in memory: its posts, its clock, and writes that take effect later. */
export class ModelSite {
  readonly posts = new Map<number, ModelPost>();
  readonly options: ModelSiteOptions;
  now: Instant;
  /** Told of every write of ours. */
  onSend: (write: SentWrite) => void = () => {};
  onEffect: (write: SentWrite, post: ModelPost) => void = () => {};
  #late: Late[] = [];
  /** What lists show, and from when on. */
  readonly #listed: { readonly from: Instant; readonly post: ModelPost }[] = [];

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

  create(owner: number, shown: Shown): ModelPost {
    this.now += 1;
    const { now } = this;
    const kept = { ...shown, body: this.options.keepBody(shown.body) };
    const post: ModelPost = {
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
    this.now += 1;
    const body = change.body === undefined ? post.shown.body : this.options.keepBody(change.body);
    const shown = { ...post.shown, ...change, body };
    const next = {
      ...post,
      editor,
      shown,
      past: [...post.past, { shown, from: this.now }],
      activity: this.now,
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
    const ask = <Answer>(
      name: Call['name'],
      post: number | null,
      answer: () => Answer,
    ): Promise<Answer> => {
      requests.total += 1;
      const effect = () => {
        this.advance(pace);
        ahead = this.#headerTime() - localClock();
        return answer();
      };
      const failure = () => unavailable(name);
      return schedule.call({ run, name, post }, effect, {
        lost: failure,
        refused: failure,
        later: null,
      });
    };
    const write = (content: PostContent, current: SitePost | null, notAfter: number) => {
      requests.total += 1;
      requests.writes += 1;
      const article = articleOnly(content);
      const target = current?.id ?? null;
      const name = current ? 'update' : 'create';
      const send = (): SentWrite => {
        requireTime(localClock(), notAfter);
        this.advance(pace);
        const before = (target && this.posts.get(target)) || null;
        const sent = { run, content: article, target, before };
        this.onSend(sent);
        return sent;
      };
      const effect = () => {
        const post = this.#effectOf(send(), current);
        ahead = this.#headerTime() - localClock();
        return this.#whole(post);
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
    const read = (id: number): SitePost | null => {
      const post = this.posts.get(id);
      return post && !post.deleted ? this.#whole(post) : null;
    };

    return {
      destination,
      me: () => ask('me', null, () => ({ id: us, name: 'The account' })),
      list: (kind, author, page) =>
        ask('list', null, () => {
          const items = kind === 'article' ? this.#list(author) : [];
          const { pageSize } = this.options;
          const from = (page - 1) * pageSize;
          const last = from + pageSize >= items.length;
          return { total: items.length, items: items.slice(from, from + pageSize), last };
        }),
      read: ({ id }) => ask('read', id, () => read(id)),
      create: async (content, notAfter) => write(content, null, notAfter),
      update: async (current, content, notAfter) => write(content, current, notAfter),
      answersOf: onlyArticles,
      createAnswer: onlyArticles,
      updateAnswer: onlyArticles,
      acceptAnswer: onlyArticles,
      userByEmail: async () => null,
      groupByName: async () => null,
      urlOf: ({ id }) => addressOf(id),
      refOf(url) {
        const id = Number(/^https:\/\/site\.example\/articles\/(\d+)$/.exec(url)?.[1]);
        return Number.isNaN(id) ? null : { kind: 'article', id };
      },
      now: () => localClock() + ahead,
      requests,
    };
  }

  #effectOf(sent: SentWrite, current: SitePost | null): ModelPost {
    const { title, body, tags, type } = sent.content;
    const permissions = sent.content.permissions ?? current?.permissions ?? open;
    const shown = { title, body, tags, type, permissions };
    let post: ModelPost;
    if (current === null) {
      post = this.create(us, shown);
    } else {
      const before = this.posts.get(current.id);
      if (!before || before.deleted) throw missing();
      if (before.locked) throw rejected('update');
      post = this.edit(before, shown, us);
    }
    this.onEffect(sent, post);
    return post;
  }

  #headerTime(): Instant {
    return Math.floor(this.now / 1000) * 1000;
  }

  /** The title under which the lists had a post at a moment; null where they did not. */
  listedTitle(id: number, at: Instant): string | null {
    const post = this.#listed.findLast(({ from, post }) => post.id === id && from <= at)?.post;
    return post && !post.deleted ? post.shown.title : null;
  }

  /** What the list shows, by last activity, newest first. */
  #list(author: number): PostSummary[] {
    const seen = new Map<number, ModelPost>();
    for (const { from, post } of this.#listed) if (from <= this.now) seen.set(post.id, post);
    return [...seen.values()]
      .filter(({ owner, deleted }) => owner === author && !deleted)
      .sort((a, b) => b.activity - a.activity)
      .map((post) => this.#summary(post));
  }

  #summary({ id, shown, created, activity }: ModelPost): PostSummary {
    const title = this.options.showTitle(shown.title);
    return { kind: 'article', id, title, created, activity, url: addressOf(id) };
  }

  #whole(post: ModelPost): SitePost {
    const { shown, locked, owner, editor } = post;
    return {
      ...this.#summary(post),
      ref: { kind: 'article', id: post.id },
      body: this.options.showBody(shown.body),
      tags: shown.tags,
      type: shown.type,
      permissions: shown.permissions,
      owner: accountOf(owner),
      lastEditor: editor === null ? null : accountOf(editor),
      editable: !locked,
      answer: null,
      echo: {},
    };
  }
}

const accountOf = (id: number) => ({ id, name: `user ${id}` });

export function addressOf(id: number): string {
  return `https://site.example/articles/${id}`;
}

async function onlyArticles(): Promise<never> {
  throw new TypeError('this site has only articles');
}

function articleOnly(content: PostContent): ArticleContent {
  if (content.kind === 'article') return content;
  throw new TypeError('this site has only articles');
}

function requireTime(now: number, notAfter: number): void {
  if (now > notAfter)
    throw new Fault('site', 'throttled', 'Too late to be sent.', { remedy: 'Run it again.' });
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

function rejected(name: string): Fault {
  return new Fault('site', 'site-rejected', `The site refused ${name}.`, { remedy: 'Change it.' });
}

function missing(): Fault {
  return new Fault('site', 'site-not-found', 'There is no such post.', { remedy: 'Plan again.' });
}
