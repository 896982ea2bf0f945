import type { Config } from '../config/schema.ts';
import type { ForgeAddresses } from '../model/forge-addresses.ts';
import type { Run } from '../model/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Forge } from '../ports/forge.ts';
import type { History } from '../ports/history.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Log } from '../ports/log.ts';
import type { CommitTree, Repository } from '../ports/repository.ts';
import type { RequestCount, Site } from '../ports/site.ts';
import type { AssessThreads } from './assess-all.ts';

/** What every command that looks at the site works with. The edges put it together. */
export interface Context {
  readonly config: Config;
  readonly repository: Repository;
  /** The commit that sources, rules and policy are read from. */
  readonly tree: CommitTree;
  readonly site: Site;
  /** Null where there is no forge to ask. */
  readonly forge: Forge | null;
  /** What was sent to the forge for the configuration. */
  readonly configRequests: RequestCount;
  /** The history of the remote's branches and tags. */
  readonly history: History;
  /** The pages of the repository, for links to lead to; null where no forge is known. */
  readonly pages: ForgeAddresses | null;
  readonly ledger: LedgerStore;
  readonly clock: Clock;
  readonly log: Log;
  /** What there is to look at many sources; null: this thread alone. */
  readonly threads: AssessThreads | null;
  /** Aborted once nothing more may be begun; null where nobody can stop the run so. */
  readonly stop: AbortSignal | null;
  /** This process, as intents name it. */
  readonly run: Run;
  /** Whether another process still runs; null where that cannot be told. */
  readonly isRunning: (run: Run) => boolean | null;
}
