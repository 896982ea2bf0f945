import type { Digest } from '../../model/digest.ts';
import type { PlanReport } from '../plan-report.ts';

/** So many bytes of pictures a page holds; the others are told. */
export const mostPictureBytes = 8_000_000;

/** A plan as its page shows it: what is told of it elsewhere, and each post as its readers will see it. */
export interface PlanPreview {
  readonly report: PlanReport;
  /** What stands beside the steps of the report, in their order. */
  readonly steps: readonly StepPreview[];
  /** Pictures that the page shows, by the digest of their bytes; the others are told by path and size. */
  readonly pictures: Readonly<Record<Digest, EmbeddedPicture>>;
  /** Only the team reads it; else the page says that it holds nothing of the site. */
  readonly isForTeam: boolean;
}

export interface StepPreview {
  /** What is approved of this step. */
  readonly digest: Digest;
  /** What the post shows now; null for a new one, and where it is not read or not to be shown. */
  readonly before: RenderedPost | null;
  /** What it will show. */
  readonly after: RenderedPost;
}

/** The texts of a post with an address in each hole, as Stack renders them. */
export interface RenderedPost {
  readonly title: string;
  readonly body: string;
  /** The accepted answer of a question; null for an Article. */
  readonly answer: string | null;
  /**
   * What stands behind addresses in these texts: a picture, or another step whose post has no address
   * before it is made.
   */
  readonly behind: Readonly<Record<string, BehindAddress>>;
}

/** The step is told by its source. */
export type BehindAddress =
  | { readonly picture: Digest; readonly path: string | null; readonly size: number | null }
  | { readonly step: string };

/** A picture as a part of a page. */
export interface EmbeddedPicture {
  readonly type: string;
  readonly base64: string;
}
