import { apiArticleTypes, type ApiArticleType } from '../post.ts';

/** How this version of the API spells the types of Articles. */
export const wireArticleTypes = {
  knowledgeArticle: 'knowledge-article',
  announcement: 'announcement',
  policy: 'policy',
  howToGuide: 'how-to-guide',
} as const satisfies Record<ApiArticleType, string>;

/** The type with this spelling, or null. */
export function articleTypeOf(text: string): ApiArticleType | null {
  return apiArticleTypes.find((type) => wireArticleTypes[type] === text) ?? null;
}
