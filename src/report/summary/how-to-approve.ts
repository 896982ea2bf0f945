import type { Mechanism } from '../../model/evidence.ts';
import { codeSpan, linked, type Safe } from '../markdown.ts';

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
    isWaiting: false,
  };
}

/** How to say yes to a digest, how to leave a step out, and how to say no for good. */
export function howToApprove(digest: string, place: ApprovalPlace, safe: Safe): string {
  const told = onGitHub.flatMap((way) => (place.ways.includes(way) ? [way] : []));
  const shown = place.isKnown ? told.slice(0, 1) : told;
  const ways = shown.map((way) => wayText(way, digest, place, safe));
  const other = place.isKnown && told[0] === 'comment' && told.includes('dispatch');
  return [
    '### To approve it\n\n',
    ways.length > 0 ? ways.join('') : `Its digest:\n\n${copied(digest)}`,
    other ? `Or ${byHand(place)} with that digest.\n\n` : '',
    'To leave out for good what a source says now, run `stack-publish resolve SOURCE skip`, and plan again.\n',
  ].join('');
}

/** In the order in which they are taken where a workflow has several. */
const onGitHub = ['environment', 'comment', 'dispatch'] as const;

function wayText(
  way: (typeof onGitHub)[number],
  digest: string,
  place: ApprovalPlace,
  safe: Safe,
): string {
  const except = 'To leave a step out, ';
  switch (way) {
    case 'environment': {
      const name = codeSpan(safe(place.environment));
      if (place.isWaiting)
        return `This very plan waits for its approval in an earlier run already: approve the deployment to ${name} there, or ${byHand(place)} to be asked again. Its digest:\n\n${copied(digest)}`;
      const run = linked('this run', place.run);
      return `Approve the deployment to ${name} that waits in ${run}. It publishes what has this digest, and nothing else:\n\n${copied(digest)}`;
    }
    case 'comment':
      return `Comment on a pull request with this line alone:\n\n${copied(`/publish ${digest}`)}${except}add a line \`except SOURCE\` for it.\n\n`;
    case 'dispatch': {
      const line =
        place.workflow === null
          ? digest
          : `gh workflow run ${place.workflow.file} -f digest=${digest}`;
      const how = place.workflow === null ? '' : ', or at a terminal';
      const more = place.takesExcept ? `${except}name its source in the input \`except\`.\n\n` : '';
      return `${capital(byHand(place))} with its digest${how}:\n\n${copied(line)}${more}`;
    }
  }
}

function byHand({ workflow }: ApprovalPlace): string {
  return `start ${linked('the workflow', workflow?.page ?? null)} by hand`;
}

function copied(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\`\n\n`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
