import { Fault } from '../src/model/error.ts';
import { checkShape } from './control/check-shape.ts';
import type { ControlCall } from './control/control-call.ts';
import { readControl, runControl } from './control/run-control.ts';
import type { SandboxTime } from './exchange/sandbox-time.ts';
import { startServer, type Handler, type RunningServer } from './exchange/start-server.ts';
import type { GitHubTokenName } from './github/tokens.ts';
import { routeGitHubRequest, routeRequest } from './route-request.ts';
import { SandboxState } from './sandbox-state.ts';
import { DataFile } from './stack/data-file.ts';
import type { Tier } from './stack/fake-stack.ts';
import { people } from './stack/people.ts';
import { switchesPatchSchema, type SwitchesPatch } from './stack/switches.ts';
import { clientIds, type ApplicationName } from './stack/oauth/applications.ts';
import type { StackTokens } from './stack/tokens.ts';

export interface SandboxOptions {
  /** 127.0.0.1 where left out. */
  readonly host?: string;
  /** 0, or left out: any free port. */
  readonly port?: number;
  /** Business where left out. */
  readonly tier?: Tier;
  /** The team's slug (sandbox). Enterprise: a private team; the main site where null or left out. */
  readonly team?: string | null;
  /** A file that keeps the posts over a restart; in memory where left out. */
  readonly data?: string;
  /** Where they differ from the defaults; a reset comes back to them. */
  readonly switches?: SwitchesPatch;
  readonly github?: GitHubOptions;
  /** The time that passes; the machine's own where left out. */
  readonly time?: SandboxTime;
}

export interface GitHubOptions {
  /** The one after `port`, or any free one where that is 0 or taken. */
  readonly port?: number;
  /** OWNER/NAME (acme/handbook). */
  readonly repository?: string;
  readonly private?: boolean;
  /** A git repository whose branches and tags the new one begins with; empty where left out. */
  readonly seed?: string;
}

/** A running sandbox. */
export interface Sandbox {
  readonly stack: {
    /**
     * `http://host:port`; the API is below `/v3/teams/{team}` and `/2.3`, or `/api/v3` and `/api/2.3` of
     * an Enterprise.
     */
    readonly url: string;
    readonly tier: Tier;
    /** Null: the main site. */
    readonly team: string | null;
    /** With the key for `X-API-Key`, where it is an Enterprise. */
    readonly tokens: StackTokens;
    /** The client ids of its API applications, for OAuth; of an Enterprise alone. */
    readonly applications?: Readonly<Record<ApplicationName, string>>;
    readonly account: { readonly id: number; readonly name: string };
    /** Where people read the posts. */
    readonly pages: string;
  };
  readonly github: {
    /** Of its own port: REST, `/graphql`, and git at `/{repository}.git`. */
    readonly url: string;
    /** OWNER/NAME. */
    readonly repository: string;
    readonly tokens: Readonly<Record<GitHubTokenName, string>>;
  };
  readonly control: ControlCall;
  close(): Promise<void>;
}

/** Starts a local Stack Internal and a local GitHub. Throws a `Fault` (usage): port taken, data file unreadable. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = await openState(options);
  const { stack, github, closing } = state;
  const host = options.host ?? '127.0.0.1';
  const stackServer = await startServer(host, options.port ?? 0, (...asked) =>
    routeRequest(state, ...asked),
  );
  stack.origin = stackServer.origin;
  let gitHubServer: RunningServer;
  try {
    gitHubServer = await startNear(host, options, async (...asked) => {
      await routeGitHubRequest(state, ...asked);
    });
  } catch (error) {
    await stackServer.stop();
    throw error;
  }
  github.origin = gitHubServer.origin;
  return {
    stack: {
      url: stack.origin,
      tier: stack.tier,
      team: stack.team,
      tokens: stack.tokens,
      ...(stack.tier === 'enterprise' && { applications: clientIds }),
      account: { id: people.account.id, name: people.account.name },
      pages: stack.origin + stack.listPath,
    },
    github: { url: github.origin, repository: github.fullName, tokens: github.tokens },
    control: async (path, body) =>
      body === undefined ? readControl(state, path) : runControl(state, path, body),
    close: async () => {
      closing.abort();
      await Promise.all([stackServer.stop(), gitHubServer.stop()]);
      await state.close();
    },
  };
}

async function openState(options: SandboxOptions): Promise<SandboxState> {
  const tier = options.tier ?? 'business';
  const team = options.team ?? (tier === 'business' ? 'sandbox' : null);
  if (team !== null && !/^[a-z0-9][a-z0-9-]*$/i.test(team))
    throw usage(`the team "${team}" is not a slug.`, 'Use letters, digits and hyphens.');
  const data = options.data === undefined ? null : await DataFile.open(options.data);
  const switches = checkShape(switchesPatchSchema, options.switches ?? {}, 'the switches');
  const repository = options.github?.repository ?? 'acme/handbook';
  if (!/^[a-z\d](?:[a-z\d-]*[a-z\d])?\/(?!\.{1,2}$)[\w.-]+$/i.test(repository))
    throw usage(`"${repository}" is not the name of a repository.`, 'Give it as OWNER/NAME.');
  return new SandboxState(
    { tier, team, switches, data },
    {
      repository,
      private: options.github?.private ?? false,
      seed: options.github?.seed ?? null,
    },
    options.time,
  );
}

/** Listens on the wished port, else on the one after the first server's, else on any. */
async function startNear(
  host: string,
  options: SandboxOptions,
  handler: Handler,
): Promise<RunningServer> {
  const wished = options.github?.port;
  if (wished !== undefined) return startServer(host, wished, handler);
  const next = options.port ? (options.port + 1) % 65_536 : 0;
  try {
    return await startServer(host, next, handler);
  } catch {
    return startServer(host, 0, handler);
  }
}

function usage(seen: string, remedy: string): Fault {
  return new Fault('usage', 'usage', `Cannot start the sandbox: ${seen}`, { remedy });
}
