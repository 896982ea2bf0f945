import { quoted } from '../markdown/quoted.ts';
import type { Draft } from '../model/draft.ts';
import { listed, type Finding } from '../model/finding.ts';
import { placesOf } from './texts.ts';

/**
 * A remark on each picture of the repository that readers of the site would not see, as the site takes
 * none and it has no address on the forge.
 */
export function unavailableImages(
  draft: Draft,
  addressOf: (path: string) => string | null,
): readonly Finding[] {
  const { images = [], key: source, provenance } = draft;
  const missing = images.filter(
    ({ file }) => typeof file !== 'string' && addressOf(file.path) === null,
  );
  if (missing.length === 0) return [];
  const placeOf = placesOf(draft);
  const points = missing.map(({ url, field, start }) => ({ url, at: { field, offset: start } }));
  const findings = points.map(({ url, at }): Finding => ({
    rule: 'image-unavailable',
    severity: 'warning',
    source,
    provenance,
    place: placeOf(at) ?? draft.place,
    at,
    message: `The image ${quoted(url)} will not show: API v2.3 takes no images, and the repository is not known to be open to every reader.`,
    remedy:
      'Set `destination.api` to v3, or write the whole address of an image that every reader can open.',
  }));
  return listed(findings);
}
