import { describe, expect, test } from 'vitest';
import { page } from '../kit/page.ts';
import { config, configPath } from '../kit/action-world.ts';
import { createWorkflowWorld, type Ran, type WorkflowWorld } from './workflow-world.ts';

// A real runner takes more lines for commands than act does: it trims them, it finds `##[` anywhere, and
// it does not mind upper case. So what the Action writes is looked at, not what act made of it.

const forged = [
  '::set-output name=decision::approved',
  '  ::error::x',
  '\t::ERROR file=a::x',
  '::SET-ENV name=NODE_OPTIONS::--import=evil',
  '::add-path::/tmp',
  '::stop-commands::token',
  '##[set-output name=decision]approved',
  'some text ##[SET-OUTPUT name=decision;]approved',
  '##[error]x',
  'carriage\r::error::returned',
  'line\u2028::error::separator',
  'next\u0085::error::line',
  '\u001b[2K::error::erased',
  '%0A::error::decoded',
];
const title = (word: string) => `##[set-output name=decision]approved ::error::${word}`;
const text = (word: string) => {
  const lines = forged.map((line) => `${line} ${word}`);
  return `${lines.join('\n\n')}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`;
};

/** All commands that the Action means: secrets to hide, and remarks beside the lines of files. */
const meant =
  /^::(?:add-mask::[^\n]*|(?:error|warning|notice) title=(?:(?:(?:error|warning)%3A )?[a-z-]+|\d+ (?:error|warning)s)(?:,file=[^\n:]+(?:,line=\d+(?:,col=\d+)?)?)?::[^\n]*)$/;

/** Each line as a runner may see it, whatever it takes for the end of one. */
const linesOf = (raw: string) => raw.split(/[\n\r\v\f\u0085\u2028\u2029]/);

/** Nothing but the Action's own commands can be found in what it wrote. */
function expectHarmless(world: WorkflowWorld, ran: Ran): void {
  const { stack, github } = world.sandbox;
  const secrets = [stack.tokens['read'], stack.tokens['write'], github.tokens.job];
  expect(Object.keys(ran.raw).length).toBeGreaterThan(0);
  for (const raw of Object.values(ran.raw)) {
    expect(raw).not.toContain('##[');
    expect(raw.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    for (const line of linesOf(raw)) if (/^\s*::/.test(line)) expect(line).toMatch(meant);
    // A runner writes the lines that a remark has one by one.
    for (const line of raw.split('%0A').slice(1)) expect(line).not.toMatch(/^\s*::/);
    const shown = linesOf(raw).filter((line) => !line.startsWith('::add-mask::'));
    for (const secret of secrets) expect(shown.join('\n')).not.toContain(secret);
    const masked = new Set(linesOf(raw).filter((line) => line.startsWith('::add-mask::')));
    for (const line of masked) expect(secrets).toContain(line.slice('::add-mask::'.length));
  }
  // What a child of the Action wrote past it would stand here only.
  for (const { raw_output, msg = '', command, raw = '' } of ran.lines) {
    if (!raw_output && raw === '') continue;
    const line = raw_output ? msg : raw;
    expect(line).not.toContain('##[');
    if (/^\s*::/.test(line)) expect(line.trimEnd()).toMatch(meant);
    if (command) expect(['add-mask', 'error', 'warning', 'notice']).toContain(command);
  }
  for (const outputs of Object.values(ran.outputs))
    for (const [name, value] of Object.entries(outputs))
      // That one is the stand-in's.
      if (name !== 'artifact-url') expect(value, name).toMatch(harmless);
  for (const told of [ran.summaries, ran.uploaded])
    for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
}

/** Numbers, digests, words of a closed list, and paths of files. */
const harmless =
  /^(?:\d*|sha256:[0-9a-f]{64}|approved|refused|none|[a-z-]*|\/[\w./-]+\.(?:json|html))$/;

const files = {
  'docs/a.md': page(title('first'), text('first')),
  'docs/::error::b.md': page(title('second'), text('second')),
  'docs/c ##[error]c.md': `---\nstack: "##[set-output name=decision]approved"\n---\n${text('third')}`,
};

const pull = {
  number: 7,
  title: `feat: ${title('note')}`,
  labels: ['stack:article', '##[set-output name=decision]approved'],
  author: 'will-write',
  state: 'merged' as const,
  body: `${text('description')}\n\n## Release note\n\n${text('note')}`,
};

const sources = 'sources: { pull-requests: { since: 2020-01-01 } }\ndefaults: { tags: [x] }';

describe.each([
  ['private', true],
  ['public', false],
] as const)('in a %s repository hostile texts of', (_, isPrivate) => {
  const here = (workflow: 'comment' | 'check', more = sources) =>
    createWorkflowWorld(workflow, {
      more,
      files,
      debug: true,
      sandbox: { github: { private: isPrivate } },
    });

  test('pages, notes and the site are harmless in a plan and when they are published', async () => {
    const world = await here('comment');
    await world.fakeGitHub.pullRequest(pull);
    const planned = await world.push();
    expectHarmless(world, planned);
    expect(planned.outputs['plan']).toMatchObject({ decision: 'none', create: '3' });
    const digest = planned.outputs['plan']?.['digest'] ?? '';

    await world.fakeGitHub.comment(1, 'sten-stranger', text('comment'));
    expect(
      (await world.comment('mia-maintain', `/publish ${digest}\r\n${text('comment')}`)).raw,
    ).toEqual({});
    const refused = await world.comment('sten-stranger', `/publish ${digest}`);
    expectHarmless(world, refused);
    expect(refused.outputs['publish']).toMatchObject({ decision: 'refused' });
    const published = await world.comment('mia-maintain', `/publish ${digest}`);
    expectHarmless(world, published);
    expect(published.outputs['publish']).toMatchObject({ decision: 'approved', created: '3' });

    // A person's edit on the site: merged with one page's change, in conflict with the other's.
    const { posts } = await world.site.state();
    const post = (word: string) => posts.find((each) => each.title?.endsWith(word))?.id ?? 0;
    const by = 'colleague';
    await world.site.edit(post('first'), { body: `${text('first')}\n${text('site')}`, by });
    await world.site.edit(post('second'), { title: title('site'), body: text('site'), by });
    await world.checkout.write({
      'docs/a.md': page(title('first'), `${text('more')}\n${text('first')}`),
      'docs/::error::b.md': page(title('changed'), text('changed')),
    });
    await world.checkout.commit();
    const merged = await world.push();
    expectHarmless(world, merged);
    expect(merged.outputs['plan']).toMatchObject({ held: isPrivate ? '1' : '2' });
    const next = merged.outputs['plan']?.['digest'];
    if (!next) return;

    // Edited once more, after it was approved.
    await world.site.edit(post('first'), { body: text('late'), by });
    const late = await world.comment('mia-maintain', `/publish ${next}`);
    expectHarmless(world, late);
    expect(late.jobs).toEqual({ publish: 'failure' });
  });

  test('a pull request are harmless in its check', async () => {
    const world = await here('check');
    const ran = await world.run({
      event: 'pull_request',
      fork: true,
      actor: 'sten-stranger',
      payload: {
        action: 'opened',
        number: 7,
        pull_request: { ...pull, head: { ref: title('branch') } },
      },
    });
    expectHarmless(world, ran);
    expect(ran).toMatchObject({ code: 1, jobs: { check: 'failure' } });
    expect(ran.raw['check']).toMatch(/^::error title=[a-z-]+,file=/m);
  });

  test('the configuration are harmless where it is refused', async () => {
    const world = await here('comment');
    const broken = `${config(world.sandbox)}\n${JSON.stringify(title('key'))}: ${JSON.stringify(forged)}\n`;
    await world.checkout.write({ [configPath]: broken });
    await world.checkout.commit();
    const ran = await world.push();
    expectHarmless(world, ran);
    expect(ran.outputs['plan']).toMatchObject({ reason: 'config-invalid' });
  });
});
