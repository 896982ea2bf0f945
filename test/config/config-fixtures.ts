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
