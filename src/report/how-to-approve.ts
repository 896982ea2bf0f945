import type { Mechanism } from '../model/evidence.ts';

/** How a plan can be approved where it is shown. */
export interface ApprovalPlace {
  /** Those that count there, the first being the one to take. */
  readonly ways: readonly Mechanism[];
  /** Whether the workflow told them; else they are those of the configuration. */
  readonly isKnown: boolean;
  readonly environment: string;
  /** The address of the run that waits; null where there is none. */
  readonly run: string | null;
  /** The workflow to start by hand; null where it is not known. */
  readonly workflow: { readonly file: string; readonly page: string | null } | null;
  /** Whether a run by hand takes steps to leave out. */
  readonly takesExcept: boolean;
  /** How a hold is ended there without a terminal; null where the workflow takes no decision. */
  readonly decision: {
    readonly by: 'comment' | 'dispatch';
    /** What is started by hand. */
    readonly workflow: { readonly file: string; readonly page: string | null };
  } | null;
  /** This very plan waits in an earlier run, and nothing waits in this one. */
  readonly isWaiting: boolean;
}

/** A place of which nothing is known but what the configuration accepts. */
export function anyPlace(accept: readonly Mechanism[], environment: string): ApprovalPlace {
  return {
    ways: accept,
    isKnown: false,
    environment,
    run: null,
    workflow: null,
    takesExcept: false,
    decision: null,
    isWaiting: false,
  };
}

/** A sentence, of words, code and links; a link without an address is its words. */
export type Words = readonly (
  string | { readonly code: string } | { readonly text: string; readonly address: string | null }
)[];

/** One way to approve a plan: what to do, what to copy for it, and what else can be said with it. */
interface WayToApprove {
  readonly sentence: Words;
  readonly line: string;
  readonly more: Words | null;
}

interface HowToApprove {
  readonly ways: readonly WayToApprove[];
  /** What holds whatever the way. */
  readonly rest: readonly Words[];
}

/** In the order in which they are taken where a workflow has several. */
const inOrder = [
  'environment',
  'gitlab',
  'buildkite',
  'azure',
  'comment',
  'dispatch',
  'asserted',
] as const;

/** How to say yes to a digest, how to leave a step out, and how to say no for good. */
export function howToApprove(digest: string, place: ApprovalPlace): HowToApprove {
  const told = inOrder.flatMap((way) => (place.ways.includes(way) ? [way] : []));
  const shown = place.isKnown ? told.slice(0, 1) : told;
  const isEither = place.isKnown && told[0] === 'comment' && told.includes('dispatch');
  return {
    ways: shown.map((way) => wayTo(way, digest, place)),
    rest: [
      ...(isEither ? [['Or ', ...byHand(place), ' with that digest.']] : []),
      ['To leave out for good what a source says now, ', ...skipping(place), ', and plan again.'],
    ],
  };
}

function wayTo(way: (typeof inOrder)[number], digest: string, place: ApprovalPlace): WayToApprove {
  switch (way) {
    case 'environment': {
      const deployment: Words = ['approve the deployment to ', { code: place.environment }];
      const sentence: Words = place.isWaiting
        ? [
            'This very plan waits for its approval in an earlier run already: ',
            ...deployment,
            ' there, or ',
            ...byHand(place),
            ' to be asked again. Its digest:',
          ]
        : [
            ...capital(deployment),
            ' that waits in ',
            { text: 'this run', address: place.run },
            '. It publishes what has this digest, and nothing else:',
          ];
      return { sentence, line: digest, more: null };
    }
    case 'gitlab':
      return {
        sentence: [
          'Start the job of this pipeline that publishes, once the deployment to ',
          { code: place.environment },
          ' has the approvals that it wants. It publishes what has this digest, and nothing else:',
        ],
        line: digest,
        more: null,
      };
    case 'buildkite':
      return {
        sentence: [
          'Unblock the block step of this build that stands before the step that publishes. It publishes what has this digest, and nothing else:',
        ],
        line: digest,
        more: null,
      };
    case 'azure':
      return {
        sentence: [
          'Approve the stage of this run that publishes. It publishes what has this digest, and nothing else:',
        ],
        line: digest,
        more: null,
      };
    case 'comment':
      return {
        sentence: ['Comment on a pull request with this line alone:'],
        line: `/publish ${digest}`,
        more: ['To leave a step out, add a line ', { code: 'except SOURCE' }, ' for it.'],
      };
    case 'dispatch': {
      const { workflow, takesExcept } = place;
      const how = workflow === null ? '' : ', or at a terminal';
      return {
        sentence: [...capital(byHand(place)), ` with its digest${how}:`],
        line: workflow === null ? digest : `gh workflow run ${workflow.file} -f digest=${digest}`,
        more: takesExcept
          ? ['To leave a step out, name its source in the input ', { code: 'except' }, '.']
          : null,
      };
    }
    case 'asserted':
      return {
        sentence: ['Run:'],
        line: `stack-publish publish --digest ${digest}`,
        more: ['To leave a step out, add ', { code: '--except SOURCE' }, ' for it.'],
      };
  }
}

function byHand({ workflow }: ApprovalPlace): Words {
  return ['start ', { text: 'the workflow', address: workflow?.page ?? null }, ' by hand'];
}

function skipping({ decision }: ApprovalPlace): Words {
  switch (decision?.by) {
    case undefined:
      return ['run ', { code: 'stack-publish resolve SOURCE skip' }];
    case 'comment':
      return ['comment on a pull request with ', { code: '/resolve SOURCE skip' }, ' alone'];
    case 'dispatch': {
      const { page } = decision.workflow;
      const given: Words = [{ code: 'source' }, ' and the resolution ', { code: 'skip' }];
      return ['start ', { text: 'the workflow', address: page }, ' by hand with its ', ...given];
    }
  }
}

/** A sentence that begins with a word, with a capital. */
function capital([first = '', ...rest]: Words): Words {
  return typeof first === 'string'
    ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest]
    : [first, ...rest];
}
