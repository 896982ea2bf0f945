import type { EvidenceSource } from '../approval/approval.ts';
import type { Decision } from '../approval/decision.ts';
import type { Config } from '../config/schema.ts';
import type { Mechanism } from '../model/evidence.ts';
import type { PlanIndex } from '../model/plan.ts';
import type { Instant } from '../model/post.ts';
import type { Destination } from '../model/destination.ts';
import type { ForgeAddresses } from '../model/forge-addresses.ts';
import type { CheckedPullRequest, Forge } from '../ports/forge.ts';
import type { History } from '../ports/history.ts';
import type { Log } from '../ports/log.ts';
import type { Repository } from '../ports/repository.ts';
import type { RequestCount } from '../ports/site.ts';
import type { SignIn } from '../ports/sign-in.ts';
import type { Disclosure, View } from '../report/audience.ts';
import type { CommandDocument } from '../report/documents/command-document.ts';
import type { SandboxDocument } from '../report/documents/sandbox.ts';
import type { Line } from '../report/line.ts';
import type { SafeText } from '../report/safe-text.ts';
import type { ApprovalPlace } from '../report/how-to-approve.ts';
import type { AssessThreads } from './assess-all.ts';
import type { Context } from './context.ts';
import type { DoctorContext } from './doctor/doctor-context.ts';
import type { FleetContext } from './init/org/fleet-context.ts';
import type { InitContext } from './init/init-context.ts';
import type { CommentPlace } from './telling/telling.ts';

/** A checkout, and when it was opened. */
export interface OpenCheckout {
  readonly repository: Repository;
  readonly config: Config;
  /** The pages of the repository; null where no forge is known. */
  readonly pages: ForgeAddresses | null;
  readonly now: Instant;
  /** What was sent to the forge for the configuration. */
  readonly configRequests: RequestCount;
  readonly log: Log;
  readonly threads: AssessThreads | null;
  /** Reads the pull request that the run is for; null: none, or the forge does not show it, which is told. */
  readPull(): Promise<{
    readonly pull: CheckedPullRequest | null;
    /** What it took. */
    readonly requests: RequestCount;
  }>;
  /** Opens the forge, and the history of its tags. */
  openForge(): Promise<
    { readonly forge: Forge | null; readonly history: History } & AsyncDisposable
  >;
}

/** Who asks for a token, where, and for what. */
export interface SignInWish {
  /** The Enterprise site. */
  readonly site: string;
  readonly clientId: string;
  readonly scope: readonly string[];
}

/** What a publish was told of the plan to carry out. */
export interface GivenPlan {
  /** As it was given; null where none was. */
  readonly digest: string | null;
  /** The index of the plan, where a file with it was named. */
  readonly index: PlanIndex | null;
  /** That file, as it was named. */
  readonly file: string | null;
}

/** Makes a page of texts that it makes harmless. */
export type MakePage = (safe: SafeText) => string | Promise<string>;

/** What wiring opens for a command, each when it is asked for. */
export interface Connections {
  /**
   * Connects to site, forge and ledger. The site is asked for the account at once, unless an approval
   * comes first and some CI can tell of it.
   */
  connect(options?: { readonly approvalFirst: boolean }): Promise<Context & AsyncDisposable>;
  /** Opens what tells who approved a plan. Where a CI can tell at once, a refusal is thrown here. */
  openEvidence(context: Context, given: GivenPlan): Promise<EvidenceSource>;
  /** Opens what tells who decides about a hold. Whose word does not count is refused here. */
  openDecision(context: Context): Promise<Decision>;
  /**
   * Opens the checkout with the configuration of its working tree. `alone`: without what that extends,
   * where it cannot be read; a warning says so.
   */
  openCheckout(options?: { readonly alone: boolean }): Promise<OpenCheckout>;
  openDoctorContext(): Promise<DoctorContext & AsyncDisposable>;
  /** Opens what a set-up begins with. Throws `config-invalid`, `usage`, `insecure-url`. */
  openInit(): Promise<InitContext & AsyncDisposable>;
  /** Opens the repositories of an organisation. Throws `token-missing`, `usage`, `insecure-url`. */
  openFleet(organisation: string): Promise<FleetContext & AsyncDisposable>;
  /** Reads a file that a person named; relative to where the run is. */
  readFile(name: string): Promise<string>;
  writeFile(name: string, text: string): Promise<void>;
  /** Begins a login. Throws `insecure-url`. */
  openSignIn(wish: SignInWish): Promise<SignIn & AsyncDisposable>;
  /** Opens a file that nobody else may read, and does not touch it yet. Throws `file-unwritable`. */
  openSecretFile(name: string): Promise<{ write(text: string): Promise<void> }>;
  /**
   * Opens a file for a page, and does not touch it yet; it is written as a whole or not at all. `make`
   * gets what makes texts harmless. Throws `file-unwritable`.
   */
  openPage(name: string): Promise<{ write(make: MakePage): Promise<void> }>;
  /** Opens the forge's comments; null where the run has nothing to write one with. */
  openComments(): Promise<CommentPlace | null>;
}

/** What counts as an approval, and whose reviewers may be asked. */
export interface Approvable extends Pick<Config['approval'], 'environment'> {
  readonly accept: readonly Mechanism[];
}

/** What a command works with, at whatever edge. */
export interface Session extends Connections {
  /** Who can read what the run tells. */
  readonly disclosure: Disclosure;
  /** How a plan can be approved where the run is, by the ways that count and that there are. */
  readonly approvalPlace: (approval: Approvable) => Promise<ApprovalPlace>;
  /** Shows something to people while the command runs. */
  print(make: (view: View) => readonly Line[]): void;
  /** Asks a yes-or-no question; null where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
}

/** A sandbox that runs. */
export interface RunningSandbox extends AsyncDisposable {
  readonly document: SandboxDocument;
  /** Where a person can look at the posts. */
  readonly pages: string;
  /** Makes the next requests fail as told. */
  addFaults(faults: readonly unknown[]): Promise<void>;
}

interface SandboxSettings {
  readonly port: number;
  readonly tier: Destination['tier'];
  /** Null: as it comes, which is the main site of an Enterprise. */
  readonly team: string | null;
  /** The file that keeps the state; null: in memory. */
  readonly data: string | null;
  readonly switches: Readonly<Record<string, unknown>>;
}

/** What a command works with on a person's own machine. */
export interface LocalSession extends Session {
  startSandbox(settings: SandboxSettings): Promise<RunningSandbox>;
  /** Shows a result before the command ends: the document, or the lines. */
  announce(document: CommandDocument, lines: readonly Line[]): void;
  /** Tells on stderr what somebody has to read for the command to go on. */
  instruct(lines: readonly string[]): void;
  /** Asks for a line, which null stands for where they want no more questions; null: nobody is there. */
  readonly askLine: ((question: string) => Promise<string | null>) | null;
  /** Waits for one line of stdin; empty where there is none. */
  readLine(): Promise<string>;
  /** Shows a secret to the person at the terminal; null where stdout is none, or is for a document. */
  readonly showSecret: ((secret: string) => void) | null;
  /** Waits until somebody stops the command. */
  untilStopped(): Promise<void>;
  /** Plays the demo and returns whether all went as told. Throws `usage` for an unknown destination. */
  playDemo(options: {
    readonly keep: boolean;
    /** Where it plays, as `demo --help` names it; null: the usual one. */
    readonly destination: string | null;
  }): Promise<boolean>;
}
