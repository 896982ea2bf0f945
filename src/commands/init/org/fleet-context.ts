import type { ConfigText } from '../../../config/parse-config.ts';
import type { Config } from '../../../config/schema.ts';
import type { ForgeAddresses } from '../../../model/forge-addresses.ts';
import type { FleetPlace, FleetRepository, ForgeFleet } from '../../../ports/forge-fleet.ts';
import type { Log } from '../../../ports/log.ts';
import type { InitContext } from '../init-context.ts';

/** What `init --org` works with. All texts of the forge are hostile. */
export interface FleetContext {
  readonly organisation: string;
  readonly fleet: ForgeFleet;
  /** The pages of a repository, by OWNER/NAME. */
  readonly pages: (name: string) => ForgeAddresses;
  /** The workflows that the package brings: those of a repository, and those of many. */
  readonly shipped: InitContext['shipped'];
  readonly shippedForMany: InitContext['shipped'];
  /** Reads a configuration over the shared one, where it extends that. Throws `config-invalid`. */
  parse(own: ConfigText, shared: ConfigText | null): Promise<Config>;
  readonly log: Log;
}

/** A repository of the organisation, with the way to it. */
export interface Member {
  readonly found: FleetRepository;
  readonly place: FleetPlace;
  readonly pages: ForgeAddresses;
}

/** The repository that has what all others share. */
export const sharedName = (organisation: string) => `${organisation}/.github`;
