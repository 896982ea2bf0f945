import type { Published } from '../../src/commands/publish/publish-approved.ts';
import { us, type Shown } from './model-site.ts';
import type { Process, ModelWorld } from './model-world.ts';
import { unlinked, type PageText } from './pages.ts';
import type { Sent, Watch } from './watch.ts';

type StepDocument = Published['document']['steps'][number];

/** What a publish said that was not so. */
export function liesOf(
  { document, exitCode }: Published,
  process: Process,
  world: ModelWorld,
  watch: Watch,
): string[] {
  const { steps, counts } = document;
  const lies: string[] = [];
  const lie = (step: StepDocument, what: string) =>
    lies.push(`what is said is so: ${step.source} ${step.result}, ${what}`);

  for (const step of steps) {
    const sent = watch.sent.filter((each) => each.step === step.digest);
    const wroteItself = sent.some(({ write, post }) => write.run === process.id && post !== null);
    /** A question takes several writes: the first may be carried out, and the next refused. */
    const text = process.texts.find(({ key }) => key === step.source);
    /** So may a page with links, whose second write fills them in. */
    const isLinked = text !== undefined && unlinked(text.body) !== text.body;
    const isBegun = (step.kind === 'question' || isLinked) && step.result !== 'refused';
    switch (step.result) {
      case 'created':
      case 'updated':
      case 'merged':
        if (
          !onlyAccepts(step, world) &&
          !sent.some((each) => shows(each, step.post?.id ?? null, world))
        )
          lie(step, 'but no post shows it');
        if (step.kind === 'question' && !isWhole(step, process, world))
          lie(step, 'but the question or its answer never said so');
        break;
      case 'adopted':
      case 'unchanged':
        if (!world.site.posts.has(step.post?.id ?? 0) && !gaveItsPostUp(step, world))
          lie(step, 'but there is no post');
        if (step.result === 'unchanged' && wroteItself) lie(step, 'but it was written');
        break;
      case 'held':
        if (wroteItself && step.reason !== 'ambiguous' && !isBegun) lie(step, 'but it was written');
        break;
      case 'refused':
        if (wroteItself) lie(step, 'but it was written');
        break;
      case 'failed':
        if (step.error?.code === 'response-differs') lie(step, 'but the site keeps what is sent');
        if (step.error?.code !== 'outcome-unknown' && wroteItself && !isBegun)
          lie(step, 'but it was written');
        break;
    }
  }

  const left = steps.filter(({ result }) => result === 'held' || result === 'refused').length;
  const failed = steps.some(({ result }) => result === 'failed');
  const expected = failed ? 4 : left === 0 ? 0 : left === steps.length ? 3 : 5;
  if (exitCode !== expected) lies.push(`the exit code is true: ${exitCode} for ${expected}`);
  const results = ['created', 'updated', 'merged', 'adopted', 'unchanged', 'held'] as const;
  for (const result of [...results, 'refused', 'failed'] as const)
    if (counts[result] !== steps.filter((step) => step.result === result).length)
      lies.push(`the counts are true: ${result}`);
  return lies;
}

/** Whether all that a step had to write may have been an acceptance, which the API lacks. */
function onlyAccepts({ kind }: StepDocument, { site }: ModelWorld): boolean {
  return kind === 'question' && site.options.v2?.lacks.includes('accept') === true;
}

/** Whether a source was forgotten, and its post linked to another one. */
function gaveItsPostUp({ source }: StepDocument, { ledger }: ModelWorld): boolean {
  const record = ledger.index.records[source];
  return record?.forgotten === true && record.post === null;
}

/**
 * Whether a question and an answer of ours once said what their page says: perhaps not at one time, as
 * people edit what was begun. What they say after a merge is not known here.
 */
function isWhole({ source, post, result }: StepDocument, { texts }: Process, { site }: ModelWorld) {
  const text = texts.find(({ key }) => key === source);
  const { keepBody } = site.options;
  const past = (site.posts.get(post?.id ?? 0)?.past ?? []).map(({ shown }) => shown);
  const answers = past
    .flatMap((shown) => shown.answers)
    .filter(({ id, owner }) => id === post?.answer && owner === us);
  if (result === 'merged') return answers.length > 0;
  return (
    text !== undefined &&
    answers.some(({ body }) => unlinked(body) === unlinked(keepBody(text.answer ?? ''))) &&
    past.some((shown) => saysIn(text, keepBody, shown))
  );
}

/** Whether a post showed what was sent. */
function shows({ write, post }: Sent, id: number | null, { site }: ModelWorld): boolean {
  if (post !== null) return post === id;
  const { content, answer } = write;
  const { keepBody } = site.options;
  return (site.posts.get(id ?? 0)?.past ?? []).some(({ shown }) =>
    content
      ? saysIn(content, keepBody, shown)
      : answer === null || shown.answers.some(({ body }) => body === keepBody(answer)),
  );
}

function saysIn(
  { title, body, tags }: Pick<PageText, 'title' | 'body' | 'tags'>,
  keepBody: (text: string) => string,
  shown: Shown,
): boolean {
  return (
    shown.title === title &&
    unlinked(shown.body) === unlinked(keepBody(body)) &&
    tags.toSorted().join() === [...shown.tags].sort().join()
  );
}
