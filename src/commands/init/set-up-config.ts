import type { Config } from '../../config/schema.ts';
import { placeName } from '../../model/destination.ts';
import { schemaAddress } from '../../model/version.ts';
import type { GivenWish } from './ask-wish.ts';
import { wishOf } from './ask-wish.ts';
import { configText } from './config-text.ts';
import type { InitContext } from './init-context.ts';
import { otherCi } from './other-ci.ts';
import { newFile } from './set-up-files.ts';
import type { Step } from './steps.ts';
import { acceptedOf, configValue, type Way, type Wish } from './wish.ts';

/** A configuration that is to be written, as it would be read again. */
export async function newConfig(
  { github, host, files, parse }: Pick<InitContext, 'github' | 'host' | 'files' | 'parse'>,
  wish: Wish,
  way: Way | null,
) {
  const path = github === null ? 'stack-publish.yml' : '.github/stack-publish.yml';
  const installed = 'node_modules/stack-publish/schema/config.json';
  const hasPackage = (await files.read(installed)) !== 'nothing';
  const schema = hasPackage
    ? `${github === null ? './' : '../'}${installed}`
    : schemaAddress('config.json');
  const text = configText(configValue(wish, sourcesAndApproval()), schema);
  return { path, text, config: await parse(text, path) };

  function sourcesAndApproval(): Parameters<typeof configValue>[1] {
    if (way !== null) return { pulls: true, accept: acceptedOf[way] };
    // At a terminal, what was merged can be read of GitHub alone, with a token.
    if (github !== null || wish.ledgerFile !== null)
      return { pulls: (github?.setup ?? null) !== null, accept: ['asserted'] };
    return otherCi(host);
  }
}

/** Writes a new configuration. */
export async function putConfig(
  files: InitContext['files'],
  { path, text, config }: Awaited<ReturnType<typeof newConfig>>,
  dryRun: boolean,
): Promise<Step> {
  const step = await newFile(files, { kind: 'config', path, text }, dryRun);
  return step.message === null ? { ...step, message: said(config) } : step;
}

/** What is told of a configuration that is there, which no flag changes. */
export function keptConfig(
  { config, name }: NonNullable<InitContext['config']>,
  given: GivenWish,
  wayDiffers: string | null,
): Step {
  const differs = [...differences(config, given), ...(wayDiffers === null ? [] : [wayDiffers])];
  const step = { kind: 'config', name } as const;
  return differs.length === 0
    ? { ...step, state: 'kept', message: said(config) }
    : { ...step, state: 'differs', message: `it is left as it is: ${differs.join('; ')}` };
}

const said = ({ destination: { tier, url, team }, approval }: Config) =>
  `${placeName({ site: url, team })} (${tier}); approved by ${approval.accept.join(', ')}`;

/** What flags ask for and a configuration has otherwise. */
function differences({ destination, defaults, ledger }: Config, given: GivenWish): string[] {
  const wish = wishOf(given);
  const found: readonly (readonly [keyof GivenWish, string, string])[] = [
    ['tier', destination.tier, wish.tier],
    ['team', destination.team ?? 'none', wish.team ?? ''],
    ['url', destination.url, (wish.url ?? '').replace(/\/+$/, '')],
    ['api', destination.api, wish.api ?? ''],
    ['tags', defaults.tags.join(','), wish.tags.join(',')],
    [
      'ledger-file',
      'file' in ledger ? ledger.file : `the branch ${ledger.branch}`,
      wish.ledgerFile ?? '',
    ],
  ];
  return found
    .filter(([flag, has, wanted]) => given[flag] !== null && has !== wanted)
    .map(
      ([flag, has, wanted]) =>
        `--${flag} is ${JSON.stringify(wanted)}, and it has ${JSON.stringify(has)}`,
    );
}
