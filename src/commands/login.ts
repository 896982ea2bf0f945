import { Fault } from '../model/error.ts';
import type { GrantedToken } from '../ports/sign-in.ts';
import { line, type Line } from '../report/line.ts';
import type { LoginDocument } from '../report/documents/login.ts';
import { audienceOf } from './audience-of.ts';
import { defineCommand } from './command.ts';
import { lifeOf, timeOf } from './login/token-life.ts';
import type { LocalSession } from './session.ts';

/** Gets an access token of an Enterprise for the person at the terminal. */
export const login = defineCommand({
  name: 'login',
  summary: 'get an access token of an Enterprise, by way of the browser',
  operands: [],
  options: {
    'client-id': { type: 'string', value: 'ID', about: "the API application's client id" },
    scope: {
      type: 'string',
      value: 'LIST',
      about: 'what to ask for (default: write_access; with destination.team also access_team)',
    },
    'token-file': {
      type: 'string',
      value: 'FILE',
      about: 'put the token into FILE, mode 0600; needed without a terminal',
    },
  },
  notes: `Prints an address to open in a browser, and takes one line on stdin: the address that the
browser ended on, or only the code in it. The token is shown once, or written to FILE.
LIST is joined by commas: write_access, access_team, no_expiry; empty: a token that reads.

Exit code: 0, or 1 where no token came of it, or 2 where it cannot be tried.`,
  needs: 'a client id of the Enterprise site',

  async run(session: LocalSession, { options }) {
    const clientId = options['client-id']?.trim() ?? '';
    const file = options['token-file'];
    const { showSecret } = session;
    if (clientId === '')
      throw usage(
        'no client id was given',
        'Name the API application that an administrator of the site registered, with `--client-id ID`.',
      );
    if (file === null && showSecret === null)
      throw usage(
        'there is no terminal that could show the token',
        'Name the file to put it into with `--token-file FILE`.',
      );
    const { config, repository } = await session.openCheckout();
    session.disclosure.setAudience(await audienceOf({ config, repository, forge: null }));
    const { tier, url, team } = config.destination;
    if (tier !== 'enterprise')
      throw usage(
        `destination.tier is ${tier}, and only an Enterprise has OAuth`,
        'Create a personal access token in the settings of your account on the site.',
      );
    const scope = scopeOf(options.scope ?? (team ? 'write_access,access_team' : 'write_access'));
    const kept = file === null ? null : await session.openSecretFile(file);
    await using signIn = await session.openSignIn({ site: url, clientId, scope });
    session.instruct([
      `Open this address in a browser and allow it${team ? `, for the team ${team}` : ''}:`,
      signIn.address,
      'Then paste the address that the browser ended on, or only the code in it:',
    ]);
    const { token, life } = await signIn.redeem(await session.readLine());
    if (kept) await kept.write(`${token}\n`);
    else showSecret?.(token);
    const expires = life && timeOf(life.until);
    const document: LoginDocument | null =
      file === null ? null : { schema: 1, command: 'login', file, scope, expires };
    return { document, lines: () => linesOf(file, life), exitCode: 0 };
  },
});

function linesOf(file: string | null, life: GrantedToken['life']): Line[] {
  const place = file === null ? 'It is shown this once' : `The token is in ${file}`;
  if (!life) return [line(`${place}, and does not end. Store it in STACK_ACCESS_TOKEN.`)];
  const end = timeOf(life.until);
  return [
    line(
      `${place}, and works for ${lifeOf(life.milliseconds)}, until ${end}. Store it in STACK_ACCESS_TOKEN.`,
    ),
    line(`With STACK_TOKEN_EXPIRES=${end} beside it, doctor tells when it ends soon.`),
  ];
}

/** The parts of a scope, however they were joined. */
function scopeOf(list: string): string[] {
  return [...new Set(list.split(/[\s,]+/).filter((part) => part !== ''))];
}

function usage(seen: string, remedy: string): Fault<'usage'> {
  return new Fault('usage', 'usage', `Cannot log in: ${seen}.`, { remedy });
}
