import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { questions } from './questions.ts';
import type { Api } from './api.ts';
import type { Scenario } from './scenario.ts';
import type { Harm } from './trial.ts';

/** A safeguard taken out of a copy of the command, so that the trials can show that they notice. */
export interface Weakness {
  readonly name: string;
  /** In `src/`: the file, what stands there once, and what takes its place. */
  readonly changes: readonly (readonly [file: string, from: string, to: string])[];
  /** Where it is not tried with Articles. */
  readonly scenario?: Scenario;
  /** Where it is not tried over API v3. */
  readonly api?: Api['name'];
  /** The faults that are tried, by name. */
  readonly faults: readonly string[];
  /** What has to be found. */
  readonly harm: Harm;
}

export const weaknesses: readonly Weakness[] = [
  {
    name: 'no intents before a write',
    changes: [['publishing/claim-steps.ts', 'records[change.source] = {', 'void {']],
    faults: ['killed, done later', 'done later'],
    harm: 'duplicates',
  },
  {
    name: 'no search for a write of unknown outcome',
    changes: [
      ['publishing/find-written.ts', 'found.push(post);', 'void found;'],
      ['planning/look.ts', 'candidates = posts.filter((post) => post !== null);', 'void posts;'],
    ],
    faults: ['answer lost', 'killed, done', 'status 500, done'],
    harm: 'duplicates',
  },
  {
    name: 'no look at a post before it is changed',
    changes: [['publishing/write-step.ts', 'if (!asPlanned) {', 'if (false as boolean) {']],
    faults: ['edit on the site'],
    harm: 'lost edits',
  },
  {
    name: 'other bytes than the approved ones',
    changes: [
      [
        'adapters/stack/v3/v3-models.ts',
        'const { title, body, tags, type } = content;',
        'const { title, tags, type } = content; const body = `${content.body}\\nMore.\\n`;',
      ],
    ],
    faults: ['reset'],
    harm: 'unapproved writes',
  },
  {
    name: 'an exit code that hides failures',
    changes: [['commands/publish/publish-approved.ts', 'if (counts.failed > 0) return 4;', '']],
    faults: ['reset', 'token refused'],
    harm: 'untrue exits',
  },
  {
    name: 'no search for an answer of unknown outcome',
    changes: [
      [
        'publishing/write-question.ts',
        '(await site.answersOf(question, account)).find(',
        '(await site.answersOf(question, account)).slice(0, 0).find(',
      ],
      ['planning/resume-question.ts', 'if (same) return [same];', 'if (content) return [];'],
    ],
    scenario: questions,
    faults: ['answer lost', 'killed, done', 'status 500, done'],
    harm: 'duplicates',
  },
  {
    name: 'an answer that is not accepted',
    changes: [
      [
        'publishing/write-question.ts',
        'await site.acceptAnswer(ref, notAfter);\n  const post',
        'const post',
      ],
    ],
    scenario: questions,
    faults: ['throttled, with Retry-After'],
    harm: 'untrue exits',
  },
  {
    name: 'a look at a post that may be a minute old',
    changes: [['adapters/stack/v2/reader.ts', '[...ids, freshId()]', '[...ids]']],
    scenario: questions,
    api: 'v2.3',
    faults: ['edit on the site, old reads'],
    harm: 'lost edits',
  },
  {
    name: 'no second look at what was written',
    changes: [['publishing/settle-written.ts', 'if (isSame) settled', 'void isSame; settled']],
    api: 'v2.3',
    faults: ['edit on the site'],
    harm: 'ledger wrong',
  },
];

/** Changes the sources while they are bundled. Throws where a text does not stand there just once. */
export function weaken(root: string, weakness: Weakness): Plugin {
  return {
    name: 'weaken',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const contents = await weakened(root, weakness, path);
        return contents === null ? null : { contents, loader: 'ts' };
      });
    },
  };
}

/** The source of a file without the safeguard; null where the weakness leaves the file alone. */
export async function weakened(
  root: string,
  { name, changes }: Weakness,
  path: string,
): Promise<string | null> {
  const own = changes.filter(([file]) => path === join(root, 'src', file));
  if (own.length === 0) return null;
  let contents = await readFile(path, 'utf8');
  for (const [file, from, to] of own) {
    if (contents.split(from).length !== 2)
      throw new Error(`Cannot take a safeguard out (${name}): src/${file} has changed.`);
    contents = contents.replace(from, () => to);
  }
  return contents;
}
