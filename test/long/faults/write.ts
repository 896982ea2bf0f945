import type { ArticleContent, QuestionContent } from '../../../src/model/post.ts';

/** A title, a text and tags, as a question has them apart from its answer. */
export type Asked = Pick<QuestionContent, 'title' | 'body' | 'tags'>;

/** What a request wants written, whatever the API. */
export type Write = {
  /** The request's. */
  readonly number: number;
} & (
  | {
      readonly kind: 'article';
      /** Null: a new one. */
      readonly id: number | null;
      /** What its bytes may stand for. */
      readonly contents: readonly ArticleContent[];
    }
  | { readonly kind: 'question'; readonly id: number | null; readonly asked: Asked }
  | {
      readonly kind: 'answer';
      readonly id: number | null;
      /** Null where the request does not name it. */
      readonly question: number | null;
      readonly body: string;
    }
  | { readonly kind: 'acceptance'; readonly id: number; readonly question: number | null }
);
