import { fillHoles } from '../../composing/fill-holes.ts';
import { imageDigest } from '../../model/image.ts';
import type { PostContent } from '../../model/post.ts';
import type { BehindAddress, RenderedPost } from '../../report/preview/plan-preview.ts';
import type { Prepared } from '../prepare.ts';

/** What is known of the holes of a text. */
interface Holes {
  /** The address that goes, or went, into one: null for the forge's, undefined where none is known. */
  readonly addressOf: (target: string) => string | null | undefined;
  /** The sources whose posts the plan makes. */
  readonly made: ReadonlySet<string>;
  readonly pictures: Prepared['pictures'];
}

/**
 * The texts of a content with addresses in its holes. What has none yet, a picture to be uploaded or a
 * post to be made, gets one that the texts have nowhere, and that leads nowhere.
 */
export function renderedPost(
  content: PostContent,
  { addressOf, made, pictures }: Holes,
): RenderedPost {
  const behind: Record<string, BehindAddress> = {};
  const nowhere = unusedAddress(content);
  const others = new Map(content.holes?.map((hole) => [hole.for, hole.else]));
  const filled = fillHoles(content, (target) => {
    const known = addressOf(target);
    const picture = imageDigest(target);
    const isMade = picture === null && !known && made.has(target);
    const other = isMade ? undefined : (known ?? others.get(target));
    const address = other ?? `${nowhere}${Object.keys(behind).length}`;
    if (picture !== null) {
      const { path = null, size = null } = pictures.get(target) ?? {};
      behind[address] = { picture, path, size };
    } else if (other === undefined) behind[address] = { step: target };
    return address;
  }).content;
  const answer = filled.kind === 'question' ? filled.answer : null;
  return { title: filled.title, body: filled.body, answer, behind };
}

/** The start of addresses that no text has; `.invalid` is never anybody's host. */
function unusedAddress(content: PostContent): string {
  const texts = [content.body, content.kind === 'question' ? content.answer : ''].join('\n');
  const names = new Set(texts.match(/here-\d+(?=\.invalid)/gi)?.map((each) => each.toLowerCase()));
  let number = 0;
  while (names.has(`here-${number}`)) number += 1;
  return `https://here-${number}.invalid/`;
}
