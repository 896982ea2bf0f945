import { disableComments, type DisableComment } from '../../markdown/disable-comments.ts';
import { quoted } from '../../markdown/quoted.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Rule } from '../rule.ts';
import { ruleIds } from '../rule-ids.ts';
import { canBeDisabled, isUsable } from '../usable-comment.ts';

const form = '`<!-- stack-publish-disable RULE: reason -->`';

/** That a comment lets nothing pass, `disabledBy` tells, which knows all findings. */
export const disableComment: Rule = {
  id: 'disable-comment',
  severity: 'warning',
  about:
    'A comment `<!-- stack-publish-disable RULE: reason -->` names a rule that may pass, gives a reason, and lets something pass.',
  check(draft, context) {
    return context.texts(draft).flatMap(({ name: field, text, tree }) =>
      tree === null
        ? []
        : disableComments(text, tree)
            .filter((comment) => !isUsable(comment))
            .map((comment) => ({ at: { field, offset: comment.start }, ...flawOf(comment) })),
    );
  },
};

function flawOf({ rule, suffix }: DisableComment): { message: string; remedy: string } {
  if (suffix !== '')
    return {
      message: `The comment ${quoted(`stack-publish-disable${suffix}`)} is unknown, expected ${form}.`,
      remedy: `Write ${form}; it counts for the block behind it, or for its line.`,
    };
  if (rule === '')
    return {
      message: `The comment names no rule, expected ${form}.`,
      remedy: 'Name the rule, which stands behind each finding.',
    };
  if (!ruleIds.includes(rule)) {
    const nearest = nearestName(rule, ruleIds);
    return {
      message: `The comment names ${quoted(rule)}, which is no rule${nearest === null ? '.' : `, did you mean \`${nearest}\`?`}`,
      remedy: `Write ${form}, with one rule.`,
    };
  }
  if (!canBeDisabled(rule))
    return {
      message: `The comment names \`${rule}\`, which no comment lets pass.`,
      remedy: 'Take the comment out, and correct what the rule finds.',
    };
  return {
    message: `The comment gives no reason, so that it lets nothing pass, expected ${form}.`,
    remedy: 'Write behind a colon why this place is right as it is.',
  };
}
