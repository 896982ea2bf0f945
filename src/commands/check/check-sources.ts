import type { Draft } from '../../model/draft.ts';
import { Fault } from '../../model/error.ts';
import type { Finding } from '../../model/finding.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { CheckDocument } from '../../report/documents/check.ts';
import { findingDocument } from '../finding-document.ts';
import { gather } from '../gather.ts';
import type { CheckedPullRequest } from '../../ports/forge.ts';
import type { OpenCheckout } from '../session.ts';

/** What the configuration says of who can read the repository; nobody is asked. */
const visibilityOf = { auto: null, private: false, public: true } as const;

/** What came of a check. */
interface Checked {
  readonly document: CheckDocument;
  readonly findings: readonly Finding[];
  /** The sources without an error. */
  readonly drafts: readonly Draft[];
  /** The pull request that was checked with them. */
  readonly pull: CheckedPullRequest | null;
}

/**
 * Checks the marked sources of the working tree, and what the pull request of the run will be. Needs no
 * token and no network, but for GitLab's word for a merge request.
 */
export async function checkSources(checkout: OpenCheckout): Promise<Checked> {
  const { repository, config, pages, now, threads } = checkout;
  const { progress } = checkout.log;
  const tree = await repository.workingTree();
  const { pull, requests } = await checkout.readPull();
  const preview =
    pull && (await (await import('./preview-pull.ts')).previewPull(pull, tree, checkout));
  const { drafts, findings, erroneous } = await gather(tree, config, {
    now,
    pages,
    isPublic: () => Promise.resolve(visibilityOf[config.visibility]),
    ...(preview && { also: preview.also }),
    progress,
    threads,
  });
  const counts = { sources: drafts.length + erroneous.size, ready: drafts.length };
  return checked(
    { counts, findings, drafts, pull },
    { entry: preview?.entry ?? null, requests: requestsOf(checkout, requests) },
  );
}

/** Shows what the Article of a release would be: by its tag, or `next`. Asks the forge. */
export async function checkRelease(checkout: OpenCheckout, name: string): Promise<Checked> {
  const { repository, config, pages, now } = checkout;
  await using opened = await checkout.openForge();
  const { forge, history } = opened;
  if (forge === null)
    throw new Fault(
      'usage',
      'usage',
      'Cannot show a release: no repository on GitHub or GitLab is known.',
      {
        remedy:
          'Set GITHUB_REPOSITORY (on GitLab GITLAB_TOKEN), or run it in a clone of the repository.',
      },
    );
  const tree = await repository.workingTree();
  const { previewRelease } = await import('../../sources/release/preview-release.ts');
  const also = await previewRelease(name, { config, tree, forge, history, now });
  const gathered = await gather(tree, config, {
    now,
    pages,
    isPublic: async () => visibilityOf[config.visibility] ?? (await forge.isPublic()),
    also,
  });
  const [draft] = also.drafts;
  const own = new Set([
    ...also.drafts.map(({ key }) => key),
    ...also.findings.map(({ source }) => source),
  ]);
  const findings = gathered.findings.filter(({ source }) => own.has(source));
  const isReady = draft && !gathered.erroneous.has(draft.key);
  const counts = { sources: draft ? 1 : 0, ready: isReady ? 1 : 0 };
  return checked(
    { counts, findings, drafts: [], pull: null },
    {
      release: draft
        ? {
            source: draft.key,
            title: draft.title,
            tags: [...draft.tags],
            type: draft.type,
            body: gathered.composed(draft).content.body,
          }
        : null,
      requests: requestsOf(checkout, forge.requests),
    },
  );
}

/** Only a shared configuration is asked for where the forge is not. */
function requestsOf(
  { configRequests }: Pick<OpenCheckout, 'configRequests'>,
  asked: RequestCount = none,
): CheckDocument['requests'] {
  const total = asked.total + configRequests.total;
  return { site: none, forge: { total, writes: asked.writes + configRequests.writes } };
}

const none = { total: 0, writes: 0 } as const;

function checked(
  {
    counts,
    findings,
    drafts,
    pull,
  }: Omit<Checked, 'document'> & {
    readonly counts: Pick<CheckDocument['counts'], 'sources' | 'ready'>;
  },
  more: Partial<CheckDocument> & Pick<CheckDocument, 'requests'>,
): Checked {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    drafts,
    pull,
    document: {
      schema: 1,
      command: 'check',
      counts: { ...counts, errors: count('error'), warnings: count('warning') },
      findings: findings.map(findingDocument),
      entry: null,
      release: null,
      ...more,
    },
  };
}
