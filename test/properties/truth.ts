import type { Published } from '../../src/commands/publish/publish-approved.ts';
import type { Process, ModelWorld } from './model-world.ts';
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
    switch (step.result) {
      case 'created':
      case 'updated':
      case 'merged':
        if (!sent.some((each) => shows(each, step.post?.id ?? null, world)))
          lie(step, 'but no post shows it');
        break;
      case 'adopted':
      case 'unchanged':
        if (!world.site.posts.has(step.post?.id ?? 0) && !gaveItsPostUp(step, world))
          lie(step, 'but there is no post');
        if (step.result === 'unchanged' && wroteItself) lie(step, 'but it was written');
        break;
      case 'held':
        if (wroteItself && step.reason !== 'ambiguous') lie(step, 'but it was written');
        break;
      case 'refused':
        if (wroteItself) lie(step, 'but it was written');
        break;
      case 'failed':
        if (step.error?.code === 'response-differs') lie(step, 'but the site keeps what is sent');
        if (step.error?.code !== 'outcome-unknown' && wroteItself) lie(step, 'but it was written');
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

/** Whether a source was forgotten, and its post linked to another one. */
function gaveItsPostUp({ source }: StepDocument, { ledger }: ModelWorld): boolean {
  const record = ledger.index.records[source];
  return record?.forgotten === true && record.post === null;
}

/** Whether a post showed what was sent. */
function shows({ write, post }: Sent, id: number | null, { site }: ModelWorld): boolean {
  if (post !== null) return post === id;
  const { title, body, tags } = write.content;
  const kept = site.options.keepBody(body);
  return (site.posts.get(id ?? 0)?.past ?? []).some(
    ({ shown }) =>
      shown.title === title &&
      shown.body === kept &&
      tags.toSorted().join() === [...shown.tags].sort().join(),
  );
}
