import { forgePages } from '../kit/linked-pages.ts';
import { encode } from 'he';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Context } from '../../src/commands/context.ts';
import { fixedRuleIds, ruleIds } from '../../src/curation/rule-ids.ts';
import type { HoldReason, PlanIndex } from '../../src/model/plan.ts';
import type { Instant } from '../../src/model/post.ts';
import { silent } from '../../src/ports/log.ts';
import type { LedgerStore } from '../../src/ports/ledger-store.ts';
import type { CommitTree } from '../../src/ports/repository.ts';
import type { Site } from '../../src/ports/site.ts';
import { ModelLedger } from './model-ledger.ts';
import { destination, ModelSite } from './model-site.ts';
import { repositoryOf, treeOf } from './model-tree.ts';
import { filesOf, newPages, textsOf, type Page, type PageText } from './pages.ts';
import { Schedule } from './schedule.ts';
import type { Setting } from './steps.ts';
import { safeFilter } from './v2-ways.ts';

/** Safeguards that a test takes out, to see that their loss is noticed. */
export interface Sabotage {
  readonly site?: (site: Site) => Site;
  readonly ledger?: (ledger: LedgerStore) => LedgerStore;
}

/** One process that runs a command, and what it starts from. */
export interface Process {
  readonly id: string;
  /** By the site's clock. */
  readonly started: Instant;
  readonly context: Context;
  readonly texts: readonly PageText[];
  /** The plan that it was told to publish. */
  approved: PlanIndex | null;
}

export interface ModelWorld {
  readonly site: ModelSite;
  readonly ledger: ModelLedger;
  readonly schedule: Schedule;
  readonly pages: Page[];
  readonly plans: PlanIndex[];
  /** What the last plan held. */
  held: readonly { readonly source: string; readonly reason: HoldReason | null }[];
  /** Which page a source key was given to. */
  readonly owners: Map<string, number>;
  /** What went wrong. */
  readonly violations: string[];
  process(here: boolean): Process;
}

const begin = Date.parse('2026-11-22T12:00:00Z');

const five = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[char]};`,
  );

/** How a read shows a text: as it is, encoded once, twice, and with letters as references too. */
export const readings: readonly ((text: string) => string)[] = [
  (text) => text,
  five,
  (text) => five(five(text)),
  (text) => encode(text, { decimal: true }),
];

/** What a site makes of a body before it keeps it. */
export const keepings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\n+$/, ''),
  (text) => text.replace(/\r\n?|\n/g, '\r\n'),
  (text) => text.replace(/[ \t]+$/gm, ''),
];

export function createModelWorld(setting: Setting, sabotage: Sabotage = {}): ModelWorld {
  const site = siteOf(setting);
  const ledger = new ModelLedger();
  const schedule = new Schedule();
  const pages = newPages(setting.mix);
  const owners = new Map<string, number>();
  let processes = 0;
  return {
    site,
    ledger,
    schedule,
    pages,
    plans: [],
    held: [],
    owners,
    violations: [],
    process(here) {
      processes += 1;
      const id = `run-${processes}`;
      const texts = textsOf(pages);
      for (const { key, page } of texts) owners.set(key, page);
      const tree = treeOf(filesOf(pages));
      const context = contextOf({
        id,
        host: here ? 'here' : id,
        tree,
        site,
        ledger,
        schedule,
        setting,
        sabotage,
      });
      return { id, started: site.now, context, texts, approved: null };
    },
  };
}

/** A site of this kind, with nothing on it. */
export function siteOf(setting: Setting): ModelSite {
  const safe = setting.v2?.safeFilter ? safeFilter() : null;
  return new ModelSite({
    showTitle: safe ?? readings[setting.title] ?? same,
    showBody: safe ?? readings[setting.body] ?? same,
    keepBody: keepings[setting.keeps] ?? same,
    listLag: setting.listLag,
    pageSize: setting.pageSize,
    answerBumps: setting.answerBumps,
    v2: setting.v2,
    now: begin,
  });
}

/** What a command works with when it runs in a process of its own. */
export function contextOf(parts: {
  readonly id: string;
  readonly host: string;
  readonly tree: CommitTree;
  readonly site: ModelSite;
  readonly ledger: ModelLedger;
  readonly schedule: Schedule;
  readonly setting: Setting;
  readonly sabotage?: Sabotage;
}): Context {
  const { id, host, tree, schedule, setting, sabotage = {} } = parts;
  const localClock = () => parts.site.now + setting.skew;
  const site = parts.site.connect(id, schedule, localClock);
  const ledger = parts.ledger.connect(id, schedule);
  return {
    config: configOf(setting),
    repository: repositoryOf(tree),
    tree,
    forge: null,
    configRequests: { total: 0, writes: 0 },
    history: noHistory,
    pages: forgePages,
    site: sabotage.site?.(site) ?? site,
    ledger: sabotage.ledger?.(ledger) ?? ledger,
    clock: {
      now: localClock,
      async sleep(milliseconds) {
        const pass = () => parts.site.advance(milliseconds);
        const failed = () => new Error('a clock goes on');
        const failure = { lost: failed, refused: failed, later: null };
        await schedule.call({ run: id, name: 'wait', post: null }, pass, failure).catch(pass);
      },
    },
    log: silent,
    threads: null,
    stop: null,
    run: { id, host, pid: 1, started: 'then' },
    isRunning: (other) => (other.host === host ? schedule.isAlive(other.id) : null),
  };
}

function same(text: string): string {
  return text;
}

const noHistory: Context['history'] = {
  fetch: async () => new Map(),
  range: async () => ({ ids: new Set(), since: null }),
  contains: async () => false,
};

const configs = new Map<string, Config>();

function configOf(setting: Setting): Config {
  const visibility = setting.public ? 'public' : 'private';
  const text = [
    `destination: { tier: business, team: ${destination.team}, url: "${destination.site}" }`,
    'approval: { accept: [asserted] }',
    'ledger: { file: ledger.json }',
    'sources: { pull-requests: false }',
    `visibility: ${visibility}`,
    `limits: { create: ${setting.createLimit} }`,
  ].join('\n');
  const known = configs.get(text);
  if (known) return known;
  const config = parseConfig(text, 'stack-publish.yml', { ids: ruleIds, fixed: fixedRuleIds });
  configs.set(text, config);
  return config;
}
