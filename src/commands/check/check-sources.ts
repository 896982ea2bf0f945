import type { Finding } from '../../model/finding.ts';
import type { CheckDocument } from '../../report/documents/check.ts';
import { findingDocument } from '../finding-document.ts';
import { applySeverity } from '../../curation/apply-severity.ts';
import { composeDrafts } from '../compose-drafts.ts';
import { gather } from '../gather.ts';
import type { OpenCheckout } from '../session.ts';

/** Checks the marked sources of the working tree. Needs no token and no network. */
export async function checkSources({ repository, config, pages, now }: OpenCheckout): Promise<{
  readonly document: CheckDocument;
  readonly findings: readonly Finding[];
}> {
  const tree = await repository.workingTree();
  const gathered = await gather(tree, config, { now });
  const dialect = composeDrafts(gathered.drafts, {
    pictures: { on: 'site' },
    repository: { ...gathered.linked, forge: pages },
  });
  const findings = applySeverity([...gathered.findings, ...dialect.findings], config.rules);
  const erroneous = new Set(gathered.erroneous);
  for (const { source, severity } of findings) if (severity === 'error') erroneous.add(source);
  const drafts = gathered.drafts.filter(({ key }) => !erroneous.has(key));
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
