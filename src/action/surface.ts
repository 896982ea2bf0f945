import { resolutionNames } from '../model/resolution.ts';

/** The inputs of the Action, with what each is for, in Markdown. `action.yml` is made from this. */
export const inputs = {
  command: {
    description:
      '`auto`, `check`, `plan`, `publish`, `resolve`, `adopt`, `status` or `doctor`. `auto` checks on `pull_request`, does nothing on `issue_comment`, and plans on everything else. Publishing and deciding are always asked for in so many words. On `issue_comment`, `resolve` also takes `/adopt`.',
    default: 'auto',
  },
  config: {
    description: 'The configuration file, where it is not `.github/stack-publish.yml`.',
    default: '',
  },
  digest: {
    description:
      'For `publish`: the digest of the approved plan. On `issue_comment` it is taken from the comment.',
    default: '',
  },
  except: {
    description:
      'For `publish`: sources whose approved steps are left undone, one a line. On `issue_comment` they are lines `except SOURCE` of the comment.',
    default: '',
  },
  source: {
    description:
      'For `resolve` and `adopt`, where a person starts the run by hand: the key of the source. A comment names its own.',
    default: '',
  },
  resolution: {
    description: `The same for \`resolve\`: ${resolutionNames.map((name) => `\`${name}\``).join(', ')}.`,
    default: '',
  },
  url: {
    description:
      'The same for `adopt`: the address of the post to link. `resolve` with it, and without `resolution`, is `adopt`.',
    default: '',
  },
  'stack-token': {
    description: 'An access token of Stack Internal. To plan, one that only reads is enough.',
    default: '',
  },
  'stack-api-key': {
    description: "The key of an Enterprise site's API v2.3.",
    default: '',
  },
  'github-token': {
    description: 'The token for this repository.',
    default: '${{ github.token }}',
  },
} as const;

/** Outputs that are a number. */
const counts = {
  create: 'How many new posts there are to create.',
  overwrite: 'How many posts there are whose text of somebody else is to be replaced.',
  held: "How many sources wait for a person's decision.",
  created: 'How many posts were created.',
  updated: 'How many posts were updated.',
  merged: "How many posts were merged with a person's edit.",
  adopted: 'How many existing posts were linked.',
  unchanged: 'How many sources needed nothing.',
  refused: 'How many approved steps had changed, and were not carried out.',
  failed: 'How many steps failed.',
} as const;

/** All outputs, with what each says, in Markdown. */
export const outputs = {
  digest:
    'The digest to approve. Empty where there is nothing to do, or where this plan waits for its approval already; a run that was started by hand always gets it.',
  decision: '`approved`, `refused` or `none`.',
  reason: 'The code of the error that ended the run; else empty.',
  plan: 'The path of a JSON file with the plan.',
  preview:
    'The path of an HTML file with the plan: each post as its readers will see it. Empty where there is nothing to look at.',
  result: 'The path of a JSON file with what was done, found, or went wrong.',
  ...counts,
} as const;

export type InputName = keyof typeof inputs;
export type OutputName = keyof typeof outputs;
export type CountName = keyof typeof counts;

/** The names of the outputs that are a number. */
export const countNames = Object.keys(counts) as CountName[];
