import { articleTypes } from '../../model/draft.ts';
import { imageDigest } from '../../model/image.ts';
import { isObject } from '../../model/is-object.ts';
import { actions, type PlanIndex } from '../../model/plan.ts';
import type { ArticleContent, Hole, PostContent, QuestionContent } from '../../model/post.ts';
import { list, Misfit, nullable, object, oneOf, text, whole, type Shape } from '../shape.ts';
import { digest } from './record-shape.ts';

export const tier = oneOf('business', 'enterprise');

export const planShape = object<PlanIndex>({
  schema: oneOf(1),
  tier,
  site: text,
  team: nullable(text),
  api: oneOf('v3', 'v2.3'),
  // Below 0 is the user Community, whose service keys are.
  account: whole(-1),
  steps: list(object({ source: text, action: oneOf(...actions), digest })),
});

const permissions = object({
  editableBy: oneOf('everyone', 'owner', 'specific'),
  users: list(whole(0)),
  groups: list(whole(0)),
});

const anyHole = object<Hole>(
  { field: oneOf('body', 'answer'), at: whole(0), for: text, else: text },
  ['else'],
);

/** Only an image may be without an address of the forge: nothing is posted without it. */
const holes: Shape<readonly Hole[]> = list((value) => {
  const hole = anyHole(value);
  if (hole.else === undefined && imageDigest(hole.for) === null)
    throw new Misfit('an address for a source without a post', undefined, 'else');
  return hole;
});

const shared = { title: text, body: text, tags: list(text), holes };
const article = object<ArticleContent>(
  {
    ...shared,
    kind: oneOf('article'),
    type: oneOf(...articleTypes),
    permissions: nullable(permissions),
  },
  ['holes'],
);
const question = object<QuestionContent>({ ...shared, kind: oneOf('question'), answer: text }, [
  'holes',
]);

export const contentShape: Shape<PostContent> = (value) => {
  const found = isObject(value) && value['kind'];
  if (found === 'article') return article(value);
  if (found === 'question') return question(value);
  throw new Misfit('an article or a question', value);
};
