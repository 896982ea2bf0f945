import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { faultSummaryMarkdown, publishSummaryMarkdown } from '../../src/report/summary.ts';
import { forTheTeam } from './for-the-team.ts';
import { publishedDocument, publishedStep } from './published-document.ts';

const digest = digestOf({});
const asIs = (text: string) => text;

describe('what was published', () => {
  const summary = (steps: PublishDocument['steps'], more: Partial<PublishDocument> = {}) =>
    publishSummaryMarkdown(forTheTeam.document({ ...publishedDocument, steps, ...more }), asIs);
  const post = (url: string) => ({ kind: 'article' as const, id: 1, url });

  test('is linked, with its source as code', () => {
    const step = publishedStep({ source: 'docs/a`b.md', post: post('https://a.example/1') });
    expect(summary([step])).toContain('- created [`` docs/a`b.md ``](https://a.example/1)');
  });

  test('an address cannot end its link, and one that is none of the web is left out', () => {
    const hostile = publishedStep({ post: post('https://a.example/1) [x](https://evil.example') });
    expect(summary([hostile])).toContain(
      '](https://a.example/1%29%20%5Bx%5D%28https://evil.example)',
    );
    expect(summary([publishedStep({ post: post('javascript:alert(1)') })])).not.toContain('](');
  });

  test('says who approved it', () => {
    const approval = {
      mechanism: 'comment',
      verified: true,
      by: { id: 2, login: 'mia' },
      evidence: null,
      digest,
    } as const;
    expect(summary([], { approval })).toContain(
      `Approved by \` mia \` (comment, verified): \`${digest}\``,
    );
    const others = [{ id: 3, login: 'ada' }];
    expect(summary([], { approval: { ...approval, others } })).toContain('` mia `, ` ada ` (');
    expect(summary([], { approval: { ...approval, by: null, verified: false } })).toContain(
      '` nobody known ` (comment, not verified)',
    );
  });
});

test('why nothing was done has its code, its words and what to do', () => {
  const fault = new Fault('usage', 'usage', 'Cannot run.\n```', { remedy: 'Run it.' });
  expect(faultSummaryMarkdown(forTheTeam.fault(fault), asIs)).toBe(
    '## stack-publish: `usage`\n\n````text\nCannot run.\n```\n\nRun it.\n````\n',
  );
});
