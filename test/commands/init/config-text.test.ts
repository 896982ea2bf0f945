import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configText } from '../../../src/commands/init/config-text.ts';
import {
  acceptedOf,
  configValue,
  wayOf,
  ways,
  type Wish,
} from '../../../src/commands/init/wish.ts';
import { yamlScalar } from '../../../src/commands/init/yaml-scalar.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { fixedRuleIds, ruleIds } from '../../../src/curation/rule-ids.ts';

const read = (text: string) =>
  parseConfig(text, 'stack-publish.yml', { ids: ruleIds, fixed: fixedRuleIds });
const schema = 'https://acme.example/config.json';

describe('a configuration is read as it was meant', () => {
  const slug = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
  const word = fc.constantFrom('true', 'null', 'no', '1', '1e3', '0x1F', '07', 'y');
  const wish = fc.record({
    team: fc.oneof(slug, word),
    tags: fc.uniqueArray(fc.oneof(fc.stringMatching(/^[a-z0-9+#.-]{1,35}$/), word), {
      maxLength: 5,
    }),
    ledgerFile: fc.option(fc.stringMatching(/^[^\s\p{Cc}]{1,30}$/u), { nil: null }),
  });
  test('whatever texts are in it', () => {
    fc.assert(
      fc.property(wish, fc.constantFrom(null, ...ways), fc.boolean(), (some, way, pulls) => {
        // Tags are lower case.
        const tags = some.tags.map((tag) => tag.toLowerCase());
        fc.pre(new Set(tags).size === tags.length);
        const accept = way === null ? (['asserted'] as const) : acceptedOf[way];
        const whole: Wish = { tier: 'business', url: null, api: null, ...some, tags };
        const config = read(configText(configValue(whole, { pulls, accept }), schema));
        expect(config.destination.team).toBe(some.team);
        expect(config.defaults.tags).toEqual(tags);
        expect(config.ledger).toEqual(
          some.ledgerFile === null ? { branch: 'stack-publish/ledger' } : { file: some.ledgerFile },
        );
        expect(wayOf(config)).toBe(way);
        expect(config.sources['pull-requests'] === false).toBe(!pulls);
      }),
    );
  });

  test('with the schema in its first line', () => {
    const whole: Wish = {
      tier: 'enterprise',
      team: null,
      url: 'https://stack.acme.example',
      api: 'v2.3',
      tags: [],
      ledgerFile: null,
    };
    const text = configText(
      configValue(whole, { pulls: true, accept: acceptedOf.comments }),
      schema,
    );
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema}`);
    expect(read(text)).toMatchObject({
      destination: {
        tier: 'enterprise',
        team: null,
        url: 'https://stack.acme.example',
        api: 'v2.3',
      },
      approval: { accept: ['comment', 'dispatch'] },
    });
  });
});

test('any text is one scalar, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const spelled = yamlScalar(text.toWellFormed());
      expect(spelled).not.toMatch(/[\r\n\u0085\u2028\u2029]/);
      expect(parse(`{ key: [${spelled}] } # more`)).toEqual({ key: [text.toWellFormed()] });
      expect(parse(`key: ${spelled} # more`)).toEqual({ key: text.toWellFormed() });
    }),
  );
});
