import type { FoundConfig } from '../adapters/git/find-config.ts';
import type { ConfigText, ReadConfig } from '../config/parse-config.ts';
import type { SharedFile } from '../config/extended.ts';
import { Fault, type Place } from '../model/error.ts';
import type { RequestCount } from '../ports/site.ts';
import type { Repository } from '../ports/repository.ts';
import type { Environment } from './environment.ts';

/** Reads a file of this repository, from where the configuration that names it is from. */
export type ReadOwnFile = (path: string) => Promise<FoundConfig>;

type Extended = NonNullable<ReadConfig['extended']>;

/** Reads what configurations extend; what is shared once, so that a run goes by one state of it. */
export interface SharedConfigs {
  /** Throws `extends-unreadable`; null where it may be missing and is, which is told. */
  read(extended: Extended, readOwn: ReadOwnFile): Promise<ConfigText | null>;
  /** What was sent to the forge so far. */
  readonly requests: RequestCount;
}

/** Opens the way to shared configurations; nothing is loaded or sent before the first. */
export function sharedConfigs(
  environment: Environment,
  repository: Pick<Repository, 'remote'>,
  { mayMiss }: { readonly mayMiss: boolean },
): SharedConfigs {
  const read = new Map<string, Promise<ConfigText>>();
  let sent: RequestCount = { total: 0, writes: 0 };

  async function readShared(from: SharedFile, place: Place): Promise<ConfigText> {
    const { gitHubName, gitHubOptions, gitHubToken } = await import('./forge.ts');
    const { owner, name, paths, ref } = from;
    // The name of a project on another forge may be somebody else's on GitHub.
    const isGitHub = (await gitHubName(environment, repository)) !== null;
    if (!isGitHub || environment.github.isGitea)
      throw unreadable(from, place, 'no GitHub repository is known, and no other forge is read', [
        'Name a file of this repository, or set GITHUB_REPOSITORY where this is one on GitHub.',
      ]);
    const token = gitHubToken(environment);
    const { readSharedFile } = await import('../adapters/github/shared-file.ts');
    const answer = await readSharedFile({
      ...gitHubOptions(environment, { owner, name }, token ?? ''),
      token,
      paths,
      ref,
      // What a run can go on without is asked for once, and not for long.
      ...(mayMiss && {
        retry: false,
        timeouts: { connectMs: 3000, headersMs: 5000, bodyMs: 5000 },
      }),
    });
    sent = { total: sent.total + answer.requests.total, writes: 0 };
    const { file, isSeen } = answer;
    const at = ref === null ? '' : `@${ref}`;
    if (file === null)
      throw isSeen === true
        ? unreadable(from, place, `there is no ${paths.join(' or ')}${at} in it`, [
            `Write the path and, where it is not on the default branch, the ref: \`extends: ${owner}/${name}:PATH@REF\`.`,
          ])
        : unreadable(
            from,
            place,
            `GitHub shows ${token === null ? 'everyone' : 'this token'} no such file`,
            [
              token === null
                ? 'Check the name; for a repository that is not public set GITHUB_TOKEN to a token that may read it.'
                : "Check the name; one that is not public needs a token that may read it, which a job's own is not: give the input `github-token` (elsewhere GITHUB_TOKEN) one that may.",
            ],
          );
    const named = `${owner}/${name}:${file.path}${at}`;
    environment.log.info(`${place.file} extends ${named} (blob ${file.revision.slice(0, 7)}).`);
    return { text: file.text, name: named };
  }

  async function readEither({ from, place }: Extended, readOwn: ReadOwnFile): Promise<ConfigText> {
    try {
      if (from.kind === 'file') return await readOwn(from.path);
      const key = JSON.stringify(from);
      const reading = read.get(key) ?? readShared(from, place);
      read.set(key, reading);
      return await reading;
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'extends-unreadable') throw error;
      if (error.code === 'config-not-found')
        throw unreadable(from, place, 'there is no such file', [
          'Write its path from the root of the repository, also where it lies beside this file.',
        ]);
      throw unreadable(from, place, error.message, [error.remedy, error]);
    }
  }

  return {
    async read(extended, readOwn) {
      try {
        return await readEither(extended, readOwn);
      } catch (error) {
        if (!mayMiss || !(error instanceof Fault)) throw error;
        environment.log.warn(`${error.message} What it says is left out. ${error.remedy}`);
        return null;
      }
    },
    get requests() {
      return sent;
    },
  };
}

function unreadable(
  from: Extended['from'],
  place: Place,
  seen: string,
  [remedy, cause]: readonly [remedy: string, cause?: Fault],
): Fault<'usage'> {
  const what = from.kind === 'file' ? from.path : `${from.owner}/${from.name}`;
  const message = `Cannot read ${what}, which ${place.file}:${place.line}:${place.column} extends: ${seen.replace(/\.$/, '')}.`;
  return new Fault('usage', 'extends-unreadable', message, {
    remedy,
    place,
    ...(cause && { cause }),
  });
}
