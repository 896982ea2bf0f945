import type { Config } from '../../config/schema.ts';
import type { ForgeAddresses } from '../../model/forge-addresses.ts';
import type { ForgeSetup } from '../../ports/forge-setup.ts';
import type { Repository } from '../../ports/repository.ts';
import type { WorkflowFile } from '../doctor/workflow.ts';

/** What stands at a path: nothing, a text, or what is no ordinary file and is left alone. */
export type FoundFile = { readonly text: string } | 'nothing' | 'something else';

/** Files below the root of the checkout. */
export interface CheckoutFiles {
  read(path: string): Promise<FoundFile>;
  /** Writes one that is not there yet. Throws `file-unwritable`. */
  create(path: string, text: string): Promise<void>;
  /** Puts a text in the place of what one has. Throws `file-unwritable`. */
  replace(path: string, text: string): Promise<void>;
}

/** The repository on its GitHub. */
export interface GitHubPlace {
  /** OWNER/NAME. */
  readonly name: string;
  readonly pages: ForgeAddresses;
  /** Null where there is no token to ask it with. */
  readonly setup: ForgeSetup | null;
}

/** What `init` works with. All texts of the checkout, its remote and the forge are hostile. */
export interface InitContext {
  readonly repository: Repository;
  readonly files: CheckoutFiles;
  /** The configuration of the working tree; null where there is none. Throws `config-invalid`. */
  readonly config: { readonly config: Config; readonly name: string } | null;
  /** Reads a configuration that is to be written, under its name. Throws `config-invalid`. */
  readonly parse: (text: string, name: string) => Promise<Config>;
  /** Null where the remote is on none that is known. */
  readonly github: GitHubPlace | null;
  /** The host of the remote `origin`, empty where it is a folder; null: there is no such remote. */
  readonly host: string | null;
  /** The default branch as the checkout knows it, without asking anybody. */
  readonly branch: string;
  /** The workflows of the working tree. */
  readonly workflows: readonly WorkflowFile[];
  /** The workflows that the package brings, by the names of their files. */
  readonly shipped: readonly { readonly name: string; readonly text: string }[];
  /** Whether git ignores a path, from the root. */
  isIgnored(path: string): Promise<boolean>;
}
