import type { Element } from 'hast';
import type { Finding } from '../../model/finding.ts';
import { provenanceText } from '../../model/provenance.ts';
import { placeText } from '../finding-lines.ts';
import { element } from './element.ts';

/** Findings, each with its place, and what to do about it. */
export function findingList(findings: readonly Finding[]): Element {
  return element(
    'ul',
    { className: ['findings'] },
    findings.map(({ rule, severity, place, provenance, message, remedy }) =>
      element(
        'li',
        { className: [severity] },
        element('strong', {}, severity),
        ' ',
        element('code', {}, place ? placeText(place) : provenanceText(provenance)),
        ': ',
        `${message} [${rule}]`,
        element('span', { className: ['remedy'] }, remedy),
      ),
    ),
  );
}
