import { test } from 'vitest';
import { expectFewRequests } from '../../action/expect-few-requests.ts';
import { wayNames } from '../../action/many-posts.ts';

test.each(wayNames)(
  'a publish of 200 posts by %s asks GitHub no more than one of 12 does',
  (name) => expectFewRequests(name, 200),
);
