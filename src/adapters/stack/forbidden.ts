import type { Refusal } from './refusal.ts';
import type { Asked } from './asked.ts';

/**
 * What it may mean that the site forbids something. Its answer does not tell a token that only reads
 * from a role that is missing, a tier without, and a lock: where nothing else tells, all are named.
 */
export function forbidden(asked: Asked): Refusal {
  const { effect, changesPost = false, hasWritten } = asked;
  if (asked.forbidden !== undefined)
    return { code: 'site-forbidden', seen: 'the site forbids it', remedy: asked.forbidden };
  if (effect === 'read') return forbiddenRead(asked);
  const lock = changesPost ? ', or the post is locked' : '';
  const unlock = changesPost ? ', or unlock the post' : '';
  if (hasWritten())
    return {
      code: 'site-forbidden',
      seen: `the site forbids it, and took other writes of this token: the account's role does not allow it${lock}`,
      remedy: `Let an administrator of the site give the account the role${unlock}.`,
    };
  const basic = isTeam(asked) ? ', or the team is of the Basic tier, whose API only reads' : '';
  const upgrade = isTeam(asked) ? ', or upgrade the team' : '';
  return {
    code: 'token-read-only',
    seen: `the site forbids it: the token only reads, or the role of its account does not allow it${lock}${basic}`,
    remedy: `Use a token with write access; if it has that, let an administrator of the site give its account the role${unlock}${upgrade}.`,
  };
}

function forbiddenRead(asked: Asked): Refusal {
  const free = isTeam(asked) ? ', or the team is of the Free tier, which has no API' : '';
  const upgrade = isTeam(asked) ? ', or upgrade the team' : '';
  return {
    code: 'site-forbidden',
    seen: `the site forbids it: the account may not see this${free}`,
    remedy: `Use a token of the ${asked.team === null ? 'main site' : 'team'} whose account is a member there and may see this${upgrade}.`,
  };
}

/** Whether it is a team of the cloud service, which alone has tiers. */
function isTeam({ tier }: Asked): boolean {
  return tier === 'business';
}
