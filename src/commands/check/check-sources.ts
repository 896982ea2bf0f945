import type { Finding } from '../../model/finding.ts';
import type { CheckDocument } from '../../report/documents/check.ts';
import { findingDocument } from '../finding-document.ts';
import { gather } from '../gather.ts';
import type { OpenCheckout } from '../session.ts';

/** What the configuration says of who can read the repository; nobody is asked. */
const visibilityOf = { auto: null, private: false, public: true } as const;

/** Checks the marked sources of the working tree. Needs no token and no network. */
export async function checkSources({ repository, config, pages, now }: OpenCheckout): Promise<{
  readonly document: CheckDocument;
  readonly findings: readonly Finding[];
}> {
  const tree = await repository.workingTree();
  const { drafts, findings, erroneous } = await gather(tree, config, {
    now,
    pages,
    isPublic: () => Promise.resolve(visibilityOf[config.visibility]),
  });
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    document: {
      schema: 1,
      command: 'check',
      counts: {
        sources: drafts.length + erroneous.size,
        ready: drafts.length,
        errors: count('error'),
        warnings: count('warning'),
      },
      findings: findings.map(findingDocument),
      // It asks nobody.
      requests: { site: { total: 0, writes: 0 }, forge: { total: 0, writes: 0 } },
    },
  };
}
