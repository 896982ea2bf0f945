import { Fault } from '../../../model/error.ts';
import { nearestName } from '../../../model/nearest-name.ts';
import type { FleetRepository } from '../../../ports/forge-fleet.ts';
import { flagFault } from '../flag-values.ts';
import type { InitOptions } from '../set-up.ts';
import { sharedName } from './fleet-context.ts';

/** What the flags say about an organisation's repositories. */
export interface OrgOptions extends InitOptions {
  readonly org: string | null;
  readonly topic: string | null;
  readonly match: string | null;
  readonly repositories: string | null;
  readonly all: boolean;
  readonly yes: boolean;
}

/** Which repositories are meant: those that fit all of it. */
export interface Choice {
  readonly topic: string | null;
  /** Of the names without the organisation. */
  readonly match: RegExp | null;
  /** OWNER/NAME each, in lower case; null: any. */
  readonly named: ReadonlySet<string> | null;
}

/** Those that were chosen, and the names of a list that nothing has. */
export interface Chosen {
  readonly found: readonly FleetRepository[];
  readonly missing: readonly string[];
}

const choosers = ['topic', 'match', 'repositories'] as const;

/** Reads the flags; `list` is the text of the file that `--repositories` names. Throws `usage`. */
export function readChoice(options: OrgOptions, organisation: string, list: string | null): Choice {
  const given = choosers.filter((flag) => options[flag] !== null);
  if (options.all && given.length > 0)
    throw flagFault(`--all and --${given[0]} are both given, expected one`, null);
  if (!options.all && given.length === 0)
    throw flagFault(
      'nothing says which repositories, expected --topic, --match, --repositories or --all',
      null,
    );
  const { topic, match } = options;
  return {
    topic: topic === null ? null : topic.toLowerCase(),
    match: match === null ? null : patternOf(match),
    named: list === null ? null : namesIn(list, organisation, options.repositories ?? ''),
  };
}

/** The repositories that fit, by name, without the shared one. Throws `usage` where none does. */
export function chooseRepositories(
  all: readonly FleetRepository[],
  { topic, match, named }: Choice,
  organisation: string,
): Chosen {
  const others = all.filter(({ name }) => keyOf(name) !== keyOf(sharedName(organisation)));
  const bare = ({ name }: FleetRepository) => name.slice(name.indexOf('/') + 1);
  const found = others.filter(
    (each) =>
      (topic === null || each.topics.some((one) => one.toLowerCase() === topic)) &&
      (match === null || match.test(bare(each))) &&
      (named === null || named.has(keyOf(each.name))),
  );
  const known = new Set(others.map(({ name }) => keyOf(name)));
  const missing = [...(named ?? [])].filter((name) => !known.has(name));
  if (found.length === 0 && missing.length === 0) {
    const topics = [...new Set(others.flatMap((each) => each.topics))];
    const near = topic === null ? null : nearestName(topic, topics);
    throw new Fault(
      'usage',
      'usage',
      `Cannot set up: of ${others.length} repositories of ${organisation} that the token sees, none fits.`,
      {
        remedy:
          near === null
            ? 'Check the flags that choose them, and that the token may see private ones.'
            : `Did you mean --topic ${near}?`,
      },
    );
  }
  return { found: found.toSorted((a, b) => (keyOf(a.name) < keyOf(b.name) ? -1 : 1)), missing };
}

const keyOf = (name: string) => name.toLowerCase();

/** `*` stands for any characters, `?` for one. */
function patternOf(text: string): RegExp {
  if (!/^[\w.*?-]+$/.test(text))
    throw flagFault(
      `--match is ${JSON.stringify(text)}, expected the name of a repository, in which * and ? may stand`,
      null,
    );
  const source = text
    .replaceAll('.', String.raw`\.`)
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i');
}

/** A name a line, with or without the organisation; `#` begins a remark. Throws `usage`. */
function namesIn(text: string, organisation: string, file: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const written = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (written === '') continue;
    const [, owner = organisation, name = ''] = /^(?:([\w.-]+)\/)?([\w.-]+)$/.exec(written) ?? [];
    if (name === '' || keyOf(owner) !== keyOf(organisation)) {
      const place = { file, line: at + 1, column: 1 };
      throw new Fault(
        'usage',
        'usage',
        `${file}:${place.line}: Cannot set up: ${JSON.stringify(written)} is no repository of ${organisation}, expected a name a line.`,
        { remedy: `Write NAME or ${organisation}/NAME.`, place },
      );
    }
    names.add(keyOf(`${owner}/${name}`));
  }
  if (names.size === 0)
    throw flagFault(
      `--repositories ${JSON.stringify(file)} names none, expected a name a line`,
      null,
    );
  return names;
}
