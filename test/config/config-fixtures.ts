import { readFileSync } from 'node:fs';
import type { Fault } from '../../src/model/error.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { Config } from '../../src/config/schema.ts';

export const rules = {
  ids: ['no-tags', 'relative-link', 'title-too-long', 'title-too-short'],
  fixed: ['no-tags', 'title-too-long'],
};

export const smallest = `destination: { tier: business, team: acme-platform }
defaults: { tags: [platform] }
`;

export const business = 'destination: { tier: business, team: acme }\n';

/** A line after a sound destination, where it is wrong (line:column), and what the sentence must name. */
export const wrong: [line: string, at: string, names: string][] = [
  // unknown keys, with the nearest known one
  ['visiblity: auto', '2:1', 'visibility'],
  ['limits: { creates: 2 }', '2:11', 'create'],
  ['approval: { maxAge: 7d }', '2:13', 'max-age'],
  ['approval: { max_age: 7d }', '2:13', 'max-age'],
  ['sources: { docs: { includes: a } }', '2:20', 'include'],
  ['tags: [a]', '2:1', 'defaults.tags'],
  ['wxyzwxyz: 1', '2:1', 'destination, extends, sources'],
  ['constructor: 1', '2:1', 'destination, extends, sources'],
  ['sources: { docs: { toString: 1 } }', '2:20', 'include, exclude'],
  // values of the wrong type, with what was seen
  ['sources: []', '2:10', 'a list'],
  ['sources:', '2:1', 'nothing'],
  ['sources: { docs: 12 }', '2:18', 'the number 12'],
  ['sources: { docs: true }', '2:18', 'true'],
  ['sources: { docs: "" }', '2:18', 'an empty text'],
  ['sources: { docs: /docs/*.md }', '2:18', 'without a leading'],
  ['sources: { docs: { exclude: ["!a"] } }', '2:30', 'without a leading'],
  ['sources: { docs: { include: [] } }', '2:29', 'at least one'],
  ['sources: { pull-requests: { article: 7 } }', '2:38', 'the number 7'],
  ['sources: { pull-requests: { since: yesterday } }', '2:36', 'YYYY-MM-DD'],
  ['sources: { pull-requests: { since: 2026-02-30 } }', '2:36', 'YYYY-MM-DD'],
  ['sources: { pull-requests: { since: 2026 } }', '2:36', 'the number 2026'],
  ['sources: { pull-requests: { tags: { "area/x": Big } } }', '2:47', '"Big"'],
  ['sources: { pull-requests: { tags: [a] } }', '2:35', 'a list'],
  ['sources: { releases: true }', '2:22', 'true'],
  ['sources: { releases: {} }', '2:22', 'sources.releases.tags is missing'],
  ['sources: { releases: { tags: ["v*"], from: changelog } }', '2:44', 'pull-requests, body'],
  ['defaults: { tags: platform }', '2:19', 'the text "platform"'],
  ['defaults: { tags: [Platform] }', '2:20', 'lower-case'],
  ['defaults: { tags: [a b] }', '2:20', '"a b"'],
  ['defaults: { tags: [a_b] }', '2:20', '"a_b"'],
  [`defaults: { tags: [${'x'.repeat(36)}] }`, '2:20', '1 to 35'],
  ['defaults: { tags: [1.0] }', '2:20', 'the number 1'],
  ['defaults: { tags: [a, a] }', '2:19', 'once'],
  ['defaults: { tags: [a, b, c, d, e, f] }', '2:19', 'at most 5'],
  ['defaults: { type: how-to }', '2:19', 'how-to-guide'],
  ['defaults: { editors: nobody }', '2:22', 'everyone, owner'],
  ['defaults: { editors: {} }', '2:22', 'at least one'],
  ['defaults: { editors: { users: [ada] } }', '2:32', 'e-mail'],
  ['defaults: { editors: { groups: [0] } }', '2:33', 'the number 0'],
  ['limits: { create: 0 }', '2:19', 'from 1'],
  ['limits: { create: 2.5 }', '2:19', 'the number 2.5'],
  ['limits: { create: "2" }', '2:19', 'the text "2"'],
  ['visibility: internal', '2:13', 'auto, private, public'],
  ['approval: { accept: asserted }', '2:21', 'a list'],
  ['approval: { accept: [] }', '2:21', 'at least one'],
  ['approval: { accept: [comments] }', '2:22', 'comment'],
  ['approval: { roles: [read] }', '2:21', 'above read'],
  ['approval: { self: "yes" }', '2:19', 'true or false'],
  ['approval: { max-age: 7 }', '2:22', '7d'],
  ['approval: { max-age: 0d }', '2:22', '7d'],
  ['approval: { max-age: 7 days }', '2:22', '7d'],
  ['approval: { environment: " x" }', '2:26', 'environment'],
  ['rules: { relativ-link: off }', '2:10', 'relative-link'],
  ['rules: { relative-link: warn }', '2:25', 'warning'],
  ['rules: { no-tags: off }', '2:19', 'the site refuses'],
  ['rules: { title-too-long: warning }', '2:26', 'the site refuses'],
  ['ledger: { branch: refs/heads/x }', '2:19', 'without refs/heads/'],
  ['ledger: { branch: -x }', '2:19', 'branch'],
  ['ledger: { branch: a..b }', '2:19', 'branch'],
  ['ledger: { branch: a, file: b }', '2:9', 'either branch or file'],
  ['ledger: { file: "" }', '2:17', 'path'],
  ['ledger: x', '2:9', 'branch or file'],
  // YAML
  ['destination: { tier: business, team: b }', '2:1', 'second time'],
  ['limits: { create: 1, create: 2 }', '2:22', 'second time'],
  ['limits: { create: 1', '3:1', 'Flow map'],
  ['sources: !!js/function "x"', '2:10', 'YAML tag'],
  ['sources: !include x.yml', '2:10', 'YAML tag'],
  ['sources: *nowhere', '2:10', '*nowhere'],
  ['<<: { visibility: auto }', '2:1', '"<<"'],
  ['__proto__: { visibility: auto }', '2:1', 'not plain text'],
  ['rules: { __proto__: off }', '2:10', 'not plain text'],
  ['7: x', '2:1', 'not plain text'],
  ['? [a]\n: x', '2:3', 'not plain text'],
  ['---\na: 1', '2:1', 'second document'],
];

export const everything = readFileSync(new URL('everything.yml', import.meta.url), 'utf8');

export function read(text: string): Config {
  return parseConfig(text, 'stack-publish.yml', rules);
}

/** What is wrong with a file: the code, and `line:column` with the sentence of each problem. */
export function refusal(text: string): { fault: Fault; problems: { at: string; text: string }[] } {
  try {
    read(text);
  } catch (error) {
    const fault = error as Fault;
    const problems = [...fault.message.matchAll(/stack-publish\.yml:(\d+:\d+): (.*)/g)].map(
      ([, at = '', text = '']) => ({ at, text }),
    );
    return { fault, problems };
  }
  throw new Error('the file was accepted');
}
