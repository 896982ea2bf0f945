import { counted } from '../model/counted.ts';
import type { Account } from '../model/destination.ts';
import type { CreateReason } from '../model/plan.ts';
import { line, type Line } from './line.ts';
import type { ReportedLink, ReportedPicture, ReportedStep } from './plan-report.ts';

/** What a step passes over or takes away, before what it writes. */
export function warningLines({ action, reason, overwrites, adopts, url }: ReportedStep): Line[] {
  if (adopts) return adoptedLines(adopts);
  const lines: string[] = [];
  if (overwrites) {
    const { by, at, owner } = overwrites;
    lines.push(`replaces what ${whoName(by)} wrote (last touched ${timeText(at)} UTC)`);
    lines.push(`the post is of ${whoName(owner)}`);
  } else if (action === 'overwrite') {
    lines.push(`replaces what somebody else wrote there: look at ${url ?? 'the post'}`);
  }
  if (reason && action === 'create') lines.push(passedOver[reason]);
  return lines.map((text) => line(text, 'warning'));
}

/** Whose post is linked, and what comes of it. */
function adoptedLines({
  by,
  at,
  owner,
  agrees,
  locked,
}: NonNullable<ReportedStep['adopts']>): Line[] {
  const touched = `last touched ${timeText(at)} UTC`;
  const writer = by?.id === owner?.id ? '' : `, last written by ${whoName(by)}`;
  const whose = `the post is of ${whoName(owner)}${writer}, ${touched}`;
  return [
    line(agrees === null ? `the post was ${touched}` : whose),
    agrees
      ? line('it has the title and the text')
      : line(
          agrees === null
            ? 'it has the title: where its text is another, the next plan holds the source'
            : 'it has the title and another text: the next plan holds the source, and shows both',
          'warning',
        ),
    ...(locked ? [line('the post is locked, or our account may not edit it', 'warning')] : []),
  ];
}

/** What stands in the holes of a step: its pictures, and its links to other sources. */
export function addressLines({ pictures = [], links = [] }: ReportedStep): Line[] {
  return [...pictures.map(pictureLine), ...links.map(linkLine)];
}

/** A picture, by its file, and whether it is new on the site. The text below names it by its whole digest. */
export function pictureLine({ path, size, digest, url }: ReportedPicture): Line {
  const what = path ?? "from the site's own text";
  const bytes = size === null ? [] : [counted(size, 'byte')];
  const where = url === null ? 'to be uploaded' : `on the site as ${url}`;
  const named = digest.slice(0, 'sha256:'.length + 7);
  return line(['image', [what, ...bytes, named, where].join(', ')].join(': '));
}

/** A link to another source, and the address that goes in. */
export function linkLine({ source, url, else: other, was, isMade = false }: ReportedLink): Line {
  const made = isMade ? 'the post that this plan makes of it, else ' : '';
  const to = url ?? `${made}${other ?? 'nothing'}`;
  return line(`link to ${source}: ${to}${was === undefined ? '' : `, was ${was}`}`);
}

const passedOver: Readonly<Record<CreateReason, string>> = {
  deleted: 'a new post, although its post was deleted on the site',
  'kind-changed': 'a new post, as its post is of another kind; the old one stays',
  'title-taken': 'a new post, although our account has one with this title',
};

function timeText(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

function whoName(account: Account | null): string {
  return account ? `${account.name} (${account.id})` : 'an account that is gone';
}
