import * as z from 'zod/mini';
import { about, member, oneOf, setting, text } from '../yaml/fields.ts';
import { normalUrl, urlProblem } from './service-url.ts';

const businessUrl = 'https://api.stackoverflowteams.com';

const userId = () => {
  const expected = "the account's id, a positive whole number (or -1, the user Community)";
  return z
    .int(expected)
    .check(z.minimum(-1, expected))
    .check(z.refine((value) => value !== 0, expected));
};

const url = () =>
  z.pipe(
    z.string('an address such as https://stack.acme.example').check(
      z.check((check) => {
        const problem = urlProblem(check.value);
        if (problem === null) return;
        check.issues.push({
          code: 'custom',
          input: check.value,
          message: problem.expected,
          params: { insecure: problem.insecure },
        });
      }),
    ),
    z.transform(normalUrl),
  );

const needs = (tier: string, key: string, error: string) =>
  z.refine((value) => member(value, 'tier') !== tier || Boolean(member(value, key)), {
    when: () => true,
    path: [key],
    error,
  });

/** API v2.3 knows no private teams of an Enterprise. */
const reachable = z.refine(
  (value) =>
    member(value, 'tier') !== 'enterprise' ||
    member(value, 'api') !== 'v2.3' ||
    !member(value, 'team'),
  {
    when: () => true,
    path: ['api'],
    error: 'v3, as API v2.3 reaches no private team of an Enterprise',
  },
);

/** The same for an editor, as JSON Schema. */
const onMainSite = {
  if: {
    properties: { tier: { const: 'enterprise' }, api: { const: 'v2.3' } },
    required: ['tier', 'api'],
  },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { properties: { team: { type: 'null' } } },
};

/** The same for an editor, as JSON Schema. */
const mustHave = (tier: string, key: string) => ({
  if: { properties: { tier: { const: tier } }, required: ['tier'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { required: [key], properties: { [key]: { type: 'string' } } },
});

/** Where posts go, in one form for both tiers. */
export const destination = about(
  z.pipe(
    z
      .strictObject(
        {
          tier: about(
            oneOf(['business', 'enterprise']),
            'Which Stack Internal: `business` (stackoverflowteams.com) or `enterprise` (a site of your own).',
          ),
          team: about(
            z.nullish(
              text(
                "a team's slug: letters, digits and hyphens, as in the address of its pages, …/c/SLUG",
                /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
              ),
            ),
            'Business: the slug of `stackoverflowteams.com/c/{slug}` (required). Enterprise: a private team, or absent for the main site.',
          ),
          url: about(
            z.nullish(url()),
            `Business: the base of the API, \`${businessUrl}\` unless given. Enterprise: the site, as \`https://stack.acme.example\` (required). \`http://\` is accepted for the loopback only.`,
          ),
          api: setting(
            oneOf(['v3', 'v2.3']),
            'v3',
            'The version of the API: `v3`; or `v2.3`, for a Business team or the main site of an Enterprise that has no v3.',
          ),
          account: about(
            z.nullish(userId()),
            "The posting account's id. Needed only where `plan` and `publish` use tokens of different accounts.",
          ),
        },
        'a map with tier and team or url',
      )
      .check(
        needs(
          'business',
          'team',
          "the team's slug, as in stackoverflowteams.com/c/SLUG (tier business needs it)",
        ),
        needs(
          'enterprise',
          'url',
          "the site's address, as https://stack.acme.example (tier enterprise needs it)",
        ),
        reachable,
      ),
    z.transform(({ tier, team, url, api, account }) => ({
      tier,
      team: team ?? null,
      url: url ?? businessUrl,
      api,
      account: account ?? null,
    })),
  ),
  'Where posts go.',
  { allOf: [mustHave('business', 'team'), mustHave('enterprise', 'url'), onMainSite] },
);
