/**
 * The fields of each type that is served: those that the filter `default` answers, and those that
 * only another filter does. The wrapper's type has no name.
 */
const types = {
  '': {
    usual: 'backoff error_id error_message error_name has_more items quota_max quota_remaining',
    more: 'page page_size total type',
  },
  article: {
    usual:
      'article_id article_type creation_date last_activity_date last_edit_date link owner score tags title view_count',
    more: 'body body_markdown comment_count comments last_editor',
  },
  question: {
    usual:
      'accepted_answer_id answer_count bounty_amount bounty_closes_date closed_date closed_reason collectives community_owned_date content_license creation_date is_answered last_activity_date last_edit_date link locked_date migrated_from migrated_to owner posted_by_collectives protected_date question_id score tags title view_count',
    more: 'answers body body_markdown bounty_user can_answer can_close can_comment can_edit can_flag can_suggest_edit close_vote_count closed_details comment_count comments delete_vote_count down_vote_count downvoted favorite_count favorited last_editor notice reopen_vote_count share_link up_vote_count upvoted',
  },
  answer: {
    usual:
      'answer_id collectives community_owned_date content_license creation_date is_accepted last_activity_date last_edit_date locked_date owner posted_by_collectives question_id recommendations score',
    more: 'accepted awarded_bounty_amount awarded_bounty_users body body_markdown can_comment can_edit can_flag can_suggest_edit comment_count comments down_vote_count downvoted last_editor link share_link tags title up_vote_count upvoted',
  },
  shallow_user: {
    usual: 'accept_rate account_id display_name link profile_image reputation user_id user_type',
    more: 'badge_counts',
  },
  user: {
    usual:
      'accept_rate account_id age badge_counts collectives creation_date display_name is_employee last_access_date last_modified_date link location profile_image reputation reputation_change_day reputation_change_month reputation_change_quarter reputation_change_week reputation_change_year timed_penalty_date user_id user_type website_url',
    more: 'about_me answer_count down_vote_count question_count up_vote_count view_count',
  },
  filter: { usual: 'filter filter_type included_fields', more: '' },
  error: { usual: 'description error_id error_name', more: '' },
} as const;

export type TypeName = keyof typeof types;

/** Types that the real API has and the sandbox does not: a filter may name any field of theirs. */
const otherTypes: ReadonlySet<string> = new Set(
  (
    'access_token account_merge achievement badge badge_count closed_details collective ' +
    'collective_external_link collective_membership collective_recommendation collective_report ' +
    'comment event exchanged_access_token flag_option github inbox_item info migration_info ' +
    'network_activity network_post network_user notice notification original_question post ' +
    'privilege question_timeline related_site reputation reputation_history revision ' +
    'search_excerpt site styling suggested_edit tag tag_preference tag_score tag_synonym tag_wiki ' +
    'top_tag user_timeline write_permission'
  ).split(' '),
);

function names(type: TypeName, which: 'usual' | 'more'): string[] {
  const words = types[type][which];
  return words === '' ? [] : words.split(' ').map((name) => `${type}.${name}`);
}

const typeNames = Object.keys(types) as TypeName[];
const usualFields = typeNames.flatMap((type) => names(type, 'usual'));

/** Every field, as `type.name`; those of the wrapper as `.name`. */
export const knownFields: readonly string[] = [
  ...usualFields,
  ...typeNames.flatMap((type) => names(type, 'more')),
];

/** Whether a filter may name this field. */
export function isField(field: string): boolean {
  return knownFields.includes(field) || otherTypes.has(/^(\w+)\.\w+$/.exec(field)?.[1] ?? '');
}

/** The fields of the filters that every site has. All of them are safe. */
export const builtInFilters: ReadonlyMap<string, readonly string[]> = new Map([
  ['default', usualFields],
  ['withbody', [...usualFields, 'article.body', 'question.body', 'answer.body']],
  ['none', []],
  ['total', ['.total']],
]);
