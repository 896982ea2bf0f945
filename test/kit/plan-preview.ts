import { digestOf } from '../../src/model/digest.ts';
import type { PostContent } from '../../src/model/post.ts';
import type { ReportedStep } from '../../src/report/plan-report.ts';
import type { PlanPreview, StepPreview } from '../../src/report/preview/plan-preview.ts';

/** One step of a plan, and what stands beside it. */
interface Previewed {
  readonly step: ReportedStep;
  readonly preview: StepPreview;
}

export const anArticle: Extract<PostContent, { kind: 'article' }> = {
  kind: 'article',
  title: 'Rotating the keys',
  body: 'Text.\n',
  tags: ['tls'],
  type: 'policy',
  permissions: null,
};

export const aQuestion: Extract<PostContent, { kind: 'question' }> = {
  kind: 'question',
  title: 'Who rotates the keys?',
  body: 'Who?\n',
  answer: 'The *platform* team.\n',
  tags: ['tls'],
};

/** A step that writes a content, of texts whose holes are filled. */
export function previewed(
  after: PostContent,
  more: Partial<ReportedStep> = {},
  behind: StepPreview['after']['behind'] = {},
): Previewed {
  const rendered = (content: PostContent) => ({
    title: content.title,
    body: content.body,
    answer: content.kind === 'question' ? content.answer : null,
    behind,
  });
  const step: ReportedStep = {
    action: 'create',
    source: 'docs/keys.md',
    url: null,
    reason: null,
    overwrites: null,
    before: null,
    after,
    ...more,
  };
  return {
    step,
    preview: {
      digest: digestOf(after),
      before: step.before && rendered(step.before),
      after: rendered(after),
    },
  };
}

/** A plan of such steps. */
export function planPreview(
  steps: readonly Previewed[],
  { report, ...more }: Partial<Omit<PlanPreview, 'report'>> & { report?: object } = {},
): PlanPreview {
  return {
    report: {
      destination: { tier: 'business', site: 'https://a.example', team: 'acme', api: 'v3' },
      account: { id: 12, name: 'docs-bot' },
      digest: steps.length > 0 ? digestOf(steps) : null,
      steps: steps.map(({ step }) => step),
      held: [],
      edited: [],
      orphaned: [],
      waiting: 0,
      unreleased: 0,
      skipped: 0,
      unchanged: 0,
      people: { users: [], groups: [] },
      tags: [],
      findings: [],
      ...report,
    },
    steps: steps.map(({ preview }) => preview),
    pictures: {},
    isForTeam: true,
    ...more,
  };
}
