import { expect, it } from 'vitest';
import { fixedRuleIds, ruleIds } from '../../src/curation/rule-ids.ts';
import { ruleInfos } from '../../src/curation/rules.ts';

it('names every rule once, sorted', () => {
  expect(ruleIds).toEqual(ruleInfos.map(({ id }) => id));
});

it('names the rules that nobody can switch off, all of them errors', () => {
  expect(fixedRuleIds).toEqual(ruleInfos.flatMap(({ id, fixed }) => (fixed ? [id] : [])));
  for (const { fixed, severity } of ruleInfos) if (fixed) expect(severity).toBe('error');
});

it('says of every rule what it is about, in one sentence for a table', () => {
  for (const { about } of ruleInfos) expect(about).toMatch(/^[A-Z][^|\n]*[^.]\.$/);
});
