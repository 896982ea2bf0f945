import type { Config } from '../config/schema.ts';
import type { ConfigLack } from '../config/parse-config.ts';
import type { Log } from '../ports/log.ts';
import { readableMechanisms } from './evidence.ts';

/** What of a valid configuration this version cannot do, so that no plan could come of it. */
export function unsupported({ approval, sources }: Config): ConfigLack[] {
  const lacks: ConfigLack[] = [];
  const { releases, 'pull-requests': pulls } = sources;
  if (releases !== false && releases.from === 'pull-requests' && pulls === false)
    lacks.push({
      path: ['sources', 'releases'],
      message:
        'sources.releases is made from pull requests, and sources.pull-requests is false, expected a map there, or `from: body`',
    });
  if (!approval.accept.some(isReadable))
    lacks.push({
      path: ['approval', 'accept'],
      message: `approval.accept lists ${approval.accept.join(', ')}, which this version cannot look up yet, expected at least one of ${readableMechanisms.join(', ')}`,
    });
  return lacks;
}

/** Says what of a configuration this version leaves out. */
export function warnOfUnsupported({ approval }: Config, log: Log): void {
  const others = approval.accept.filter((each) => !isReadable(each));
  if (others.length > 0)
    log.warn(
      `approval.accept lists ${others.join(', ')}, which this version cannot look up yet: nobody can approve so.`,
    );
}

function isReadable(mechanism: Config['approval']['accept'][number]): boolean {
  return readableMechanisms.includes(mechanism);
}
