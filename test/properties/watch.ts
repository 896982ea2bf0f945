import { isDeepStrictEqual } from 'node:util';
import type { Digest } from '../../src/model/digest.ts';
import type { LedgerRecord } from '../../src/model/ledger.ts';
import { createReasons, stepDigest, type IndexedStep, type Step } from '../../src/model/plan.ts';
import type { Instant, PostContent } from '../../src/model/post.ts';
import { us, type ModelPost, type ModelSite, type SentWrite, type Shown } from './model-site.ts';
import type { Process, ModelWorld } from './model-world.ts';
import { unlinked, type PageText } from './pages.ts';

/** A write of ours, and what became of it. */
export interface Sent {
  readonly write: SentWrite;
  /** The approved step that it carries out; null where there is none. */
  readonly step: Digest | null;
  /** The source and the page that the step is of. */
  readonly source: string | null;
  readonly page: number | null;
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
  /** The answers that the ledger has named: others may be gone before anybody knows of them. */
  readonly #recordedAnswers = new Set<number>();
  /** Posts that another one took the place of, because a person said so. */
  readonly #replaced = new Set<number>();
  /** Pages of which a person asked for a new post. */
  readonly #askedNew = new Set<number>();
  /** What a person's word for a new answer was about: a page, and its post where it had one. */
  #askedAnswer: { readonly page: number; readonly post: number | null }[] = [];
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
        if (post.answer !== undefined) this.#recordedAnswers.add(post.answer);
        const text = world.ledger.text(base);
        this.#recorded.set(post.id, {
          key,
          title: text?.title ?? title,
          // Under another heading the same answer may answer another question.
          // With a link it is another text as soon as that leads elsewhere.
          body: text?.kind === 'article' && !text.holes ? text.body : null,
        });
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
    this.#askedAnswer.push({ page, post: id });
    if (!post) {
      this.#askedNew.add(page);
      return;
    }
    for (const { shown } of statesSince(post, from)) this.#givenUp.push({ post: post.id, shown });
  }

  /** A person asked for a new post in the place of the old one, or for a new answer to it. */
  resolvedToRecreate(page: number, post: number | null): void {
    this.#askedAnswer.push({ page, post });
    this.#askedNew.add(page);
  }

  /** A person linked a post to a page: what it says is not ours. */
  linked(page: number, id: number): void {
    this.#askedAnswer.push({ page, post: id });
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
    const { steps = [] } = process?.approved ?? {};
    const step =
      steps.find((each) => fits(each, write, records, process?.texts ?? [], this.#world.site)) ??
      steps.find((each) => answersFound(each, write, records, process?.texts ?? []));
    const page = process?.texts.find(({ key }) => key === step?.source)?.page;
    const isAgain = this.sent.some(
      (each) =>
        each.write.run === write.run &&
        each.write.name === write.name &&
        each.step === step?.digest,
    );
    this.sent.push({
      write,
      step: step?.digest ?? null,
      source: step?.source ?? null,
      page: page ?? null,
      post: null,
    });
    const { name, content, answer } = write;
    if (!process || !step) {
      const what = `${name} ${content?.title ?? answer ?? ''}`;
      this.#broken('only what was approved is written', `${write.run}: ${what}`);
      return;
    }
    const intent = records[step.source]?.intent;
    if (intent?.run.id !== write.run || intent.step !== step.digest)
      this.#broken('an intent stands before a write', `${write.run}: ${step.source}`);
    const text = process.texts.find(({ key }) => key === step.source);
    if (!text) this.#broken('only what the repository says is written', step.source);
    else if (step.action !== 'merge' && !says(text, write))
      this.#broken('what the repository says is written', step.source);
    if (content && write.target === null && text)
      this.#checkCreate(text.page, step.source, content, process.started);
    // Whatever became of the first one.
    if (isAgain && name === 'create') this.#broken('no second post', `${step.source}: sent twice`);
    if (isAgain && name === 'createAnswer')
      this.#broken('no second answer', `${step.source}: sent twice`);
    if (name === 'createAnswer' && text) this.#checkAnswer(text.page, step.source, write);
  }

  /** A question has one answer of ours; only a person's word makes one for a deleted one. */
  #checkAnswer(page: number, key: string, { before, target }: SentWrite): void {
    if (this.#askedAnswer.some((each) => isAbout(each, page, target?.id))) return;
    const { late } = this.#world.site;
    const isLate = late.some(
      (each) => each.name === 'createAnswer' && each.target?.id === target?.id,
    );
    if (isLate) this.#broken('no second answer', `${key}: an earlier one may still take effect`);
    for (const { id, owner, deleted } of before?.shown.answers ?? [])
      if (owner === us && (!deleted || this.#recordedAnswers.has(id)))
        this.#broken(deleted ? 'no new answer for a deleted one' : 'no second answer', key);
  }

  /** A source has one post; only a person's word makes a second one, or one for a deleted one. */
  #checkCreate(page: number, key: string, content: PostContent, started: Instant): void {
    if (this.#askedNew.has(page)) return;
    const { site } = this.#world;
    if (this.sent.some((each) => this.#comesLater(each, page) && isOfSame(each, key, content)))
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
      const titles = [post.shown.title, ...site.listedTitles(id, started)];
      const isListed =
        post.owner === us &&
        post.kind === content.kind &&
        titles.every((title) => title === content.title);
      const isFound = !known && isListed;
      if (!post.deleted && (isSame || isFound)) this.#broken('no second post', `${key}: ${id}`);
    }
  }

  #comesLater({ write, page: of }: Sent, page: number): boolean {
    return write.target === null && of === page && this.#world.site.late.includes(write);
  }

  #onEffect(write: SentWrite, post: ModelPost): void {
    const sent = this.sent.find((each) => each.write === write);
    if (sent) sent.post = post.id;
    const page = sent?.page ?? null;
    const { before, name } = write;
    // What was said of another post holds on: a retitled page may come back to it.
    if (name === 'createAnswer' && page !== null)
      this.#askedAnswer = this.#askedAnswer.filter((each) => !isAbout(each, page, post.id));
    if (!before) {
      if (page === null) return;
      if (this.#askedNew.delete(page))
        for (const [other, of] of this.#pageOf) if (of === page) this.#replaced.add(other);
      this.#pageOf.set(post.id, page);
      return;
    }
    if (name !== 'update' && name !== 'updateAnswer') return;
    /** The words that the write replaces. */
    const part = ({ title, body, tags, answers }: Shown): string =>
      name === 'update'
        ? [title, body, ...tags].join('\n')
        : (answers.find(({ id }) => id === write.target?.answer)?.body ?? '');
    const kept = new Set(marksOf(part(post.shown)));
    const lost = marksOf(part(before.shown)).filter(
      (each) => !kept.has(each) && !this.#brought.has(each),
    );
    const isGivenUp = this.#givenUp.some(
      (each) => each.post === post.id && part(each.shown) === part(before.shown),
    );
    if (lost.length > 0 && !isGivenUp)
      this.#broken("a person's text stays", `post ${post.id}: ${lost.join()}`);
    const process = this.#processes.get(write.run);
    const step = process?.approved?.steps.find(({ digest }) => digest === sent?.step);
    if (lost.length > 0 && step?.action !== 'overwrite')
      this.#broken('that words of a person go is told', `post ${post.id}: ${step?.action}`);
    const { permissions } = before.shown;
    // Over v2.3 nothing is sent of them.
    if (this.#world.site.options.v2) return;
    if (post.kind === 'article' && !isDeepStrictEqual(permissions, post.shown.permissions))
      this.#broken('what nobody manages stays', `post ${post.id}: permissions`);
  }
}

/**
 * Whether an earlier write was of what a new one is of. With another key, title and text at once nothing
 * tells a source from a new one, as with a post that is recorded already.
 */
function isOfSame({ source, write }: Sent, key: string, content: PostContent): boolean {
  const sent = write.content;
  if (source === key || !sent || sent.title === content.title) return true;
  return sent.kind === 'question' && content.kind === 'question'
    ? sameWords(sent.answer, content.answer)
    : sameWords(sent.body, content.body);
}

/** Whether a person's word is about an answer to a post, of a page. */
function isAbout(
  said: { readonly page: number; readonly post: number | null },
  page: number,
  post: number | undefined,
): boolean {
  return said.page === page && (said.post === null || said.post === post);
}

/** Whether a write has just what a page says. */
function says(text: PageText, { content, answer }: SentWrite): boolean {
  if (content === null) return answer === null || sameWords(answer, text.answer);
  const { title, body, tags } = content;
  const whole = content.kind === 'question' ? content.answer : null;
  return (
    title === text.title &&
    sameWords(body, text.body) &&
    sameWords(whole, text.answer) &&
    isDeepStrictEqual(tags, text.tags)
  );
}

function sameWords(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : unlinked(one) === unlinked(other);
}

/** Whether a write carries out an approved step upon what the ledger says of its source. */
function fits(
  { action, source, digest }: IndexedStep,
  { target, content, before, run }: SentWrite,
  records: Readonly<Record<string, LedgerRecord>>,
  texts: readonly PageText[],
  site: ModelSite,
): boolean {
  const record = records[source];
  // A write of an answer is known by the intent that it is carried out under.
  if (content === null)
    return (
      record?.kind === 'question' &&
      record.post?.id === target?.id &&
      record.intent?.run.id === run &&
      record.intent.step === digest
    );
  // Addresses are no part of a step's content, and a link may be filled in by a second write.
  const written = [content.body, content.kind === 'question' ? content.answer : ''];
  if (written.some((text) => unlinked(text) !== text) && action !== 'adopt') {
    const text = texts.find(({ key }) => key === source);
    return (
      record?.intent?.run.id === run &&
      record.intent.step === digest &&
      (target === null
        ? action === 'create' && text?.title === content.title
        : record.post?.id === target.id)
    );
  }
  if (action === 'adopt' || (action === 'create') !== (target === null)) return false;
  const step: Step = {
    action,
    source,
    target,
    base: record?.base ?? null,
    version: record?.version ?? 0,
    content,
    // What a step has beside: an overwrite the activity that it was approved for.
    ...(action === 'overwrite' &&
      before && {
        expects: { activity: site.told(touchedAt(before, target)) },
      }),
  };
  const passedOver = action === 'create' ? [undefined, ...createReasons] : [undefined];
  return passedOver.some((reason) => stepDigest({ ...step, ...(reason && { reason }) }) === digest);
}

/** Whether a write answers a question that was found on the site, and is not recorded yet. */
function answersFound(
  { action, source, digest }: IndexedStep,
  { name, run, answer }: SentWrite,
  records: Readonly<Record<string, LedgerRecord>>,
  texts: readonly PageText[],
): boolean {
  if (action !== 'create') return false;
  const { intent } = records[source] ?? {};
  const text = texts.find(({ key }) => key === source);
  if (answer !== null && !sameWords(text?.answer ?? null, answer)) return false;
  const isAnswer = name === 'createAnswer' || name === 'acceptAnswer';
  return isAnswer && intent?.run.id === run && intent.step === digest;
}

/** When a post, or the answer that is named, was last touched. */
function touchedAt({ activity, shown }: ModelPost, target: SentWrite['target']): Instant {
  const answer = shown.answers.find(({ id, deleted }) => id === target?.answer && !deleted);
  return Math.max(activity, answer?.activity ?? 0);
}

/** What a post showed from a moment on. */
function statesSince({ past }: ModelPost, from: number): ModelPost['past'] {
  return past.filter((_, n) => (past[n + 1]?.from ?? Infinity) >= from);
}

function marksOf(text: string): string[] {
  return text.match(mark) ?? [];
}
