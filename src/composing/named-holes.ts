import type { PostContent } from '../model/post.ts';
import { fillHoles } from './fill-holes.ts';

/** A content as people read it before it is sent: what is in its holes stands there by its name. */
export function withNames(content: PostContent): PostContent {
  return fillHoles(content, (target) => target).content;
}
