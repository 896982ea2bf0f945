import { isDeepStrictEqual } from 'node:util';
import type { Digest } from '../../src/model/digest.ts';
import type { LedgerRecord } from '../../src/model/ledger.ts';
import { createReasons, stepDigest, type IndexedStep, type Step } from '../../src/model/plan.ts';
import type { ArticleContent, Instant } from '../../src/model/post.ts';
import { us, type ModelPost, type SentWrite, type Shown } from './model-site.ts';
import type { Process, ModelWorld } from './model-world.ts';

/** A write of ours, and what became of it. */
export interface Sent {
  readonly write: SentWrite;
  /** The approved step that it carries out; null where there is none. */
  readonly step: Digest | null;
  /** The post, once the write took effect. */
  post: number | null;
}

/** What people write on the site carries marks, to be found again wherever it went. */
const mark = /human-\d+/g;

/** Looks at every write at the moment when it happens, and says which promise it breaks. */
export class Watch {
  readonly sent: Sent[] = [];
  readonly #world: ModelWorld;
  readonly #processes = new Map<string, Process>();
  /** Marks that somebody brought into the repository: from then on they are the source's. */
  readonly #brought = new Set<string>();
  readonly #touched = new Set<number>();
  /** Which page a post was made for, or linked to. */
  readonly #pageOf = new Map<number, number>();
  /** What the ledger has said of a post since it was begun: of which source, and its text. */
  readonly #recorded = new Map<number, { key: string; title: string; body: string | null }>();
  /** Posts that another one took the place of, because a person said so. */
  readonly #replaced = new Set<number>();
  readonly #askedNew = new Set<number>();
  /** States of posts that a person gave up for the source. */
  readonly #givenUp: { readonly post: number; readonly shown: Shown }[] = [];
  #marks = 0;

  constructor(world: ModelWorld) {
    this.#world = world;
    world.site.onSend = (write) => this.#onSend(write);
    world.site.onEffect = (write, post) => this.#onEffect(write, post);
    world.ledger.onWrite = ({ records }) => {
      const told = marksOf(world.ledger.words).filter((each) => !this.#brought.has(each));
      if (told.length > 0) this.#broken("the ledger tells nothing of the site's", told.join());
      for (const [key, { post, base, title }] of Object.entries(records)) {
        const page = world.owners.get(key);
        if (!post || page === undefined) continue;
        this.#pageOf.set(post.id, page);
        const text = world.ledger.text(base) ?? { title, body: null };
        this.#recorded.set(post.id, { key, title: text.title, body: text.body });
      }
    };
  }

  watch(process: Process): void {
    this.#processes.set(process.id, process);
  }

  newMark(): string {
    this.#marks += 1;
    return `human-${this.#marks}`;
  }

  touched(post: number): void {
    this.#touched.add(post);
  }

  wasTouched(post: number): boolean {
    return this.#touched.has(post);
  }

  /** After that nothing tells an old text of ours from a person's. */
  ledgerLost(): void {
    for (const id of this.#world.site.posts.keys()) this.#touched.add(id);
    this.#recorded.clear();
  }

  /** The step that last wrote a post. */
  lastStepOf(post: number): Digest | null {
    return this.sent.findLast((each) => each.post === post)?.step ?? null;
  }

  broughtIntoSource(text: string): void {
    for (const each of marksOf(text)) this.#brought.add(each);
  }

  /** A person gave up what a post shows, or showed since `from`. */
  resolvedForSource(page: number, id: number | null, from: number): void {
    const post = id === null ? undefined : this.#world.site.posts.get(id);
    if (!post) {
      this.#askedNew.add(page);
      return;
    }
    for (const { shown } of statesSince(post, from)) this.#givenUp.push({ post: post.id, shown });
  }

  /** A person asked for a new post in the place of the old one. */
  resolvedToRecreate(page: number): void {
    this.#askedNew.add(page);
  }

  /** A person linked a post to a page: what it says is not ours. */
  linked(page: number, id: number): void {
    this.#touched.add(id);
    for (const [other, of] of this.#pageOf)
      if (of === page && other !== id) this.#replaced.add(other);
    this.#pageOf.set(id, page);
    this.#replaced.delete(id);
  }

  #broken(promise: string, details: string): void {
    this.#world.violations.push(`${promise}: ${details}`);
  }

  #onSend(write: SentWrite): void {
    const process = this.#processes.get(write.run);
    const { records } = this.#world.ledger.index;
    const step = process?.approved?.steps.find((each) => fits(each, write, records));
    this.sent.push({ write, step: step?.digest ?? null, post: null });
    if (!process || !step) {
      this.#broken('only what was approved is written', `${write.run}: ${write.content.title}`);
      return;
    }
    const intent = records[step.source]?.intent;
    if (intent?.run.id !== write.run || intent.step !== step.digest)
      this.#broken('an intent stands before a write', `${write.run}: ${step.source}`);
    const text = process.texts.find(({ key }) => key === step.source);
    const { title, body, tags } = write.content;
    if (!text) this.#broken('only what the repository says is written', step.source);
    else if (step.action !== 'merge' && !isDeepStrictEqual({ ...text, title, body, tags }, text))
      this.#broken('what the repository says is written', step.source);
    if (write.target === null && text)
      this.#checkCreate(text.page, step.source, write.content, process.started);
  }

  /** A source has one post; only a person's word makes a second one, or one for a deleted one. */
  #checkCreate(page: number, key: string, content: ArticleContent, started: Instant): void {
    if (this.#askedNew.has(page)) return;
    const { site } = this.#world;
    if (this.sent.some((each) => each.post === null && this.#comesLater(each, page)))
      this.#broken('no second post', `${key}: an earlier write may still take effect`);
    for (const [id, of] of this.#pageOf) {
      const post = site.posts.get(id);
      if (of !== page || !post || this.#replaced.has(id)) continue;
      const known = this.#recorded.get(id);
      // Renamed: title or text tell that it is the same.
      const isSame =
        known &&
        (known.key === key || known.title === content.title || known.body === content.body);
      if (post.deleted && isSame) this.#broken('no new post for a deleted one', `${key}: ${id}`);
      // What no record names is found in the list of our own posts, by its title.
      const titles = [post.shown.title, site.listedTitle(id, started)];
      const isListed = post.owner === us && titles.every((title) => title === content.title);
      const isFound = !known && isListed;
      if (!post.deleted && (isSame || isFound)) this.#broken('no second post', `${key}: ${id}`);
    }
  }

  #comesLater({ write, step }: Sent, page: number): boolean {
    if (write.target !== null || !this.#world.site.late.includes(write)) return false;
    const process = this.#processes.get(write.run);
    const source = process?.approved?.steps.find(({ digest }) => digest === step)?.source;
    return process?.texts.find(({ key }) => key === source)?.page === page;
  }

  #onEffect(write: SentWrite, post: ModelPost): void {
    const sent = this.sent.find((each) => each.write === write);
    if (sent) sent.post = post.id;
    const process = this.#processes.get(write.run);
    const { before } = write;
    if (!before) {
      const step = process?.approved?.steps.find(({ digest }) => digest === sent?.step);
      const page = process?.texts.find(({ key }) => key === step?.source)?.page;
      if (page === undefined) return;
      if (this.#askedNew.delete(page))
        for (const [other, of] of this.#pageOf) if (of === page) this.#replaced.add(other);
      this.#pageOf.set(post.id, page);
      return;
    }
    const kept = new Set(marksOf(wordsOf(post.shown)));
    const lost = marksOf(wordsOf(before.shown)).filter(
      (each) => !kept.has(each) && !this.#brought.has(each),
    );
    const isGivenUp = this.#givenUp.some(
      (each) => each.post === post.id && isDeepStrictEqual(each.shown, before.shown),
    );
    if (lost.length > 0 && !isGivenUp)
      this.#broken("a person's text stays", `post ${post.id}: ${lost.join()}`);
    const step = process?.approved?.steps.find(({ digest }) => digest === sent?.step);
    if (lost.length > 0 && step?.action !== 'overwrite')
      this.#broken('that words of a person go is told', `post ${post.id}: ${step?.action}`);
    if (!isDeepStrictEqual(before.shown.permissions, post.shown.permissions))
      this.#broken('what nobody manages stays', `post ${post.id}: permissions`);
  }
}

/** Whether a write carries out an approved step upon what the ledger says of its source. */
function fits(
  { action, source, digest }: IndexedStep,
  { target, content, before }: SentWrite,
  records: Readonly<Record<string, LedgerRecord>>,
): boolean {
  if (action === 'adopt' || (action === 'create') !== (target === null)) return false;
  const record = records[source];
  const step: Step = {
    action,
    source,
    target: target === null ? null : { kind: 'article', id: target },
    base: record?.base ?? null,
    version: record?.version ?? 0,
    content,
    // What a step has beside: an overwrite the activity that it was approved for.
    ...(action === 'overwrite' && before && { expects: { activity: before.activity } }),
  };
  const passedOver = action === 'create' ? [undefined, ...createReasons] : [undefined];
  return passedOver.some((reason) => stepDigest({ ...step, ...(reason && { reason }) }) === digest);
}

/** What a post showed from a moment on. */
function statesSince({ past }: ModelPost, from: number): ModelPost['past'] {
  return past.filter((_, n) => (past[n + 1]?.from ?? Infinity) >= from);
}

function wordsOf({ title, body, tags }: Shown): string {
  return [title, body, ...tags].join('\n');
}

function marksOf(text: string): string[] {
  return text.match(mark) ?? [];
}
