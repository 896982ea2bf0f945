import {
  about,
  editorsSchema,
  filled,
  flag,
  id,
  iso_exports,
  line,
  list,
  member,
  oneOf,
  setting,
  tag,
  text
} from "./yaml.editors-schema.js";
import {
  _gte,
  _maxLength,
  check,
  int,
  literal,
  nullable,
  nullish,
  optional,
  pipe,
  prefault,
  record,
  refine,
  strictObject,
  string,
  transform,
  union
} from "./npm.zod.js";
import {
  mechanisms
} from "./model.evidence.js";
import {
  configPaths
} from "./config.config-paths.js";
import {
  articleTypes
} from "./model.draft.js";

// src/config/extended.ts
var aSharedConfig = "OWNER/NAME, OWNER/NAME:PATH@REF (path and ref may be left out), or the path of a .yml file from the root of this repository";
var name = "[A-Za-z0-9._-]{1,100}";
var segment = String.raw`(?!\.\.?(?:/|$|@))[^\s/\\:@\p{C}]{1,200}`;
var path = `${segment}(?:/${segment}){0,20}`;
var ref = String.raw`(?!.*(?:\.\.|//))[A-Za-z0-9][A-Za-z0-9._/+-]{0,200}`;
var extendedPattern = new RegExp(
  String.raw`^(?:(?!\.\.?/)${name}/(?!\.\.?(?:[:@]|$))${name}(?::${path})?(?:@${ref})?|(?:\./)?${path}\.ya?ml)$`,
  "u"
);
function parseExtended(text2) {
  if (!extendedPattern.test(text2)) return null;
  if (/^[^:@]+\.ya?ml$/.test(text2)) return { kind: "file", path: text2.replace(/^\.\//, "") };
  const [, owner = "", repository = "", file = null, at = null] = /^([^/]+)\/([^:@/]+)(?::([^@]+))?(?:@(.+))?$/.exec(text2) ?? [];
  const paths = file === null ? configPaths : [file];
  return { kind: "shared", owner, name: repository, paths, ref: at };
}

// src/config/approval-schema.ts
var role = text(
  "a repository role above read, such as maintain or admin",
  new RegExp("^(?!(?:none|read|pull)$)(?!\\s)\\P{Cc}{1,100}(?<!\\s)$", "u")
);
var units = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
var duration = pipe(
  text("a duration such as 7d, 12h or 30m", /^[1-9][0-9]{0,4}[smhdw]$/),
  transform((text2) => Number(text2.slice(0, -1)) * units[text2.slice(-1)])
);
var approval = setting(
  strictObject(
    {
      accept: setting(
        filled(oneOf(mechanisms), "a list of mechanisms"),
        ["environment", "dispatch", "comment"],
        "How a yes may be given; any one of these is enough. `gitlab`: GitLab tells who approved the deployment of the job, or who started the job by hand. `buildkite`: Buildkite tells who unblocked the block step before the job. `azure`: Azure DevOps tells who approved the stage. `asserted` takes the digest on the command line for a yes, and nothing proves who said it."
      ),
      environment: setting(
        line("the environment's name"),
        "stack-internal",
        "The protected environment's name."
      ),
      roles: setting(
        filled(role, "a list of repository roles"),
        ["maintain", "admin"],
        "Who may approve, or decide about a hold, by dispatch or comment: by role in the repository."
      ),
      self: setting(flag(), true, "Whether the approver may be the pull request's author."),
      "max-age": setting(
        duration,
        "7d",
        "How old an approval may be: a whole number and `s`, `m`, `h`, `d` or `w`."
      )
    },
    "a map"
  ),
  {},
  "Whose yes counts."
);

// src/config/defaults-schema.ts
var map = strictObject(
  {
    tags: setting(
      list(tag(), "a list of tags").check(_maxLength(5, "a list of at most 5 tags")),
      [],
      "Tags of a source that names none. An Article takes up to 4, a question up to 5."
    ),
    type: about(
      nullish(oneOf(articleTypes)),
      "The type of an Article that names none. Unless given: `announcement`, for docs files `knowledge-article`."
    ),
    editors: about(
      nullish(editorsSchema(id)),
      "Who may edit an Article that does not say so. Unless given, a new Article is open to `everyone` and an existing one keeps what it has."
    )
  },
  "a map with tags, type and editors"
);
var given = transform(({ tags, type, editors }) => ({
  tags,
  ...type && { type },
  ...editors && { editors }
}));
var defaults = setting(
  pipe(map, given),
  {},
  "What a source has that does not say otherwise."
);

// src/config/service-url.ts
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
function urlProblem(text2) {
  const wrong = (expected) => ({ expected, insecure: false });
  const url2 = /[\s\\\p{Cc}]/u.test(text2) ? null : URL.parse(text2);
  if (url2 === null || !/^https?:\/\//i.test(text2))
    return wrong("an address such as https://stack.acme.example");
  if (url2.username !== "" || url2.password !== "")
    return wrong("an address without a user name or password");
  if (/[?#]/.test(text2)) return wrong("an address without a query or fragment");
  if (url2.protocol === "http:" && !isLoopback(url2.hostname)) {
    return { expected: "https:// (http:// is accepted for the loopback only)", insecure: true };
  }
  if (url2.hostname === "stackoverflowteams.com") {
    return wrong("the API's address, https://api.stackoverflowteams.com");
  }
  if (/\/(?:api|v3|2\.3)(?:\/|$)/.test(url2.pathname)) {
    return wrong("the address without the API's own path (/api, /v3, /2.3)");
  }
  return null;
}
function normalUrl(text2) {
  const url2 = new URL(text2);
  return url2.origin + url2.pathname.replace(/\/+$/, "");
}

// src/config/destination-schema.ts
var businessUrl = "https://api.stackoverflowteams.com";
var userId = () => {
  const expected = "the account's id, a positive whole number (or -1, the user Community)";
  return int(expected).check(_gte(-1, expected)).check(refine((value) => value !== 0, expected));
};
var url = () => pipe(
  string("an address such as https://stack.acme.example").check(
    check((check2) => {
      const problem = urlProblem(check2.value);
      if (problem === null) return;
      check2.issues.push({
        code: "custom",
        input: check2.value,
        message: problem.expected,
        params: { insecure: problem.insecure }
      });
    })
  ),
  transform(normalUrl)
);
var needs = (tier, key, error) => refine((value) => member(value, "tier") !== tier || Boolean(member(value, key)), {
  when: () => true,
  path: [key],
  error
});
var reachable = refine(
  (value) => member(value, "tier") !== "enterprise" || member(value, "api") !== "v2.3" || !member(value, "team"),
  {
    when: () => true,
    path: ["api"],
    error: "v3, as API v2.3 reaches no private team of an Enterprise"
  }
);
var onMainSite = {
  if: {
    properties: { tier: { const: "enterprise" }, api: { const: "v2.3" } },
    required: ["tier", "api"]
  },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { properties: { team: { type: "null" } } }
};
var mustHave = (tier, key) => ({
  if: { properties: { tier: { const: tier } }, required: ["tier"] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { required: [key], properties: { [key]: { type: "string" } } }
});
var destination = about(
  pipe(
    strictObject(
      {
        tier: about(
          oneOf(["business", "enterprise"]),
          "Which Stack Internal: `business` (stackoverflowteams.com) or `enterprise` (a site of your own)."
        ),
        team: about(
          nullish(
            text(
              "a team's slug: letters, digits and hyphens, as in the address of its pages, …/c/SLUG",
              /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/
            )
          ),
          "Business: the slug of `stackoverflowteams.com/c/{slug}` (required). Enterprise: a private team, or absent for the main site."
        ),
        url: about(
          nullish(url()),
          `Business: the base of the API, \`${businessUrl}\` unless given. Enterprise: the site, as \`https://stack.acme.example\` (required). \`http://\` is accepted for the loopback only.`
        ),
        api: setting(
          oneOf(["v3", "v2.3"]),
          "v3",
          "The version of the API: `v3`; or `v2.3`, for a Business team or the main site of an Enterprise that has no v3."
        ),
        account: about(
          nullish(userId()),
          "The posting account's id. Needed only where `plan` and `publish` use tokens of different accounts."
        )
      },
      "a map with tier and team or url"
    ).check(
      needs(
        "business",
        "team",
        "the team's slug, as in stackoverflowteams.com/c/SLUG (tier business needs it)"
      ),
      needs(
        "enterprise",
        "url",
        "the site's address, as https://stack.acme.example (tier enterprise needs it)"
      ),
      reachable
    ),
    transform(({ tier, team, url: url2, api, account }) => ({
      tier,
      team: team ?? null,
      url: url2 ?? businessUrl,
      api,
      account: account ?? null
    }))
  ),
  "Where posts go.",
  { allOf: [mustHave("business", "team"), mustHave("enterprise", "url"), onMainSite] }
);

// src/config/ledger-schema.ts
var defaultBranch = "stack-publish/ledger";
var map2 = strictObject(
  {
    branch: about(
      optional(
        text(
          "a branch's name, without refs/heads/",
          /^(?!@$|[-/.]|refs\/|.*(?:\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)))[^\s~^:?*[\\\p{Cc}]{1,200}(?<![/.])$/u
        )
      ),
      "An orphan branch of the remote `origin`.",
      { default: defaultBranch }
    ),
    file: about(
      optional(line("the path of a file or folder")),
      "A file, or a folder (a path that ends with `/`), in place of the branch: for trials and for a terminal."
    )
  },
  "a map with either branch or file"
).check(
  refine(
    (value) => member(value, "branch") === void 0 || member(value, "file") === void 0,
    { when: () => true, error: "either branch or file" }
  )
);
var place = transform(
  ({ branch, file }) => file === void 0 ? { branch: branch ?? defaultBranch } : { file }
);
var ledger = about(
  prefault(pipe(map2, place), {}),
  "Where the record of what was posted is kept: in a branch, or in a file.",
  { not: { required: ["branch", "file"] } }
);

// src/config/sources-schema.ts
var orFalse = (options, expected) => union([literal(false, "false"), ...options], expected);
var orOne = (one, several, expected) => union(
  [
    pipe(
      one,
      transform((only) => [only])
    ),
    several
  ],
  expected
);
var pattern = () => text(
  "a glob pattern relative to the repository's root, without a leading /, ./, ../ or !",
  new RegExp("^(?!\\/|!|\\.\\.?\\/)\\P{Cc}{1,1000}$", "u")
);
var aPattern = "a glob pattern or a list of them";
var patterns = () => orOne(pattern(), filled(pattern(), "a list of glob patterns"), aPattern);
var docs = setting(
  orFalse(
    [
      pipe(
        patterns(),
        transform((include) => ({ include, exclude: [] }))
      ),
      strictObject({
        include: setting(
          patterns(),
          ["docs/**/*.md"],
          "Glob patterns of the files to look at; a folder means all in it."
        ),
        exclude: setting(
          orOne(pattern(), list(pattern(), "a list of glob patterns"), aPattern),
          [],
          "Glob patterns of files to leave out; a folder means all in it."
        )
      })
    ],
    "a glob pattern, a list of them, a map with include and exclude, or false"
  ),
  {},
  "Docs files: the Markdown files that are looked at for `stack:` front matter. Just a pattern will do; `false` turns the source off."
);
var pullRequests = setting(
  orFalse(
    [
      strictObject({
        article: setting(
          line("a label's name"),
          "stack:article",
          "The label of merged pull requests that become an Article."
        ),
        faq: setting(
          line("a label's name"),
          "stack:faq",
          "The label of merged pull requests that become questions."
        ),
        since: setting(
          nullable(iso_exports.date("a day as YYYY-MM-DD")),
          null,
          "Takes pull requests merged from this day (UTC) on. By default the day of the ledger's first commit; must be given where the ledger cannot be written."
        ),
        tags: setting(
          record(line("a label's name"), tag(), "a map of labels to tags"),
          {},
          'Tags from labels, as `{ "area/tls": tls }`.'
        )
      })
    ],
    "a map with article, faq, since and tags, or false"
  ),
  {},
  "Merged pull requests that carry a label. `false` turns the source off."
);
var tagPattern = () => line("a glob pattern of git tags");
var releases = setting(
  orFalse(
    [
      strictObject({
        tags: about(
          orOne(
            tagPattern(),
            filled(tagPattern(), "a list of glob patterns of git tags"),
            'a glob pattern of git tags, such as "v*", or a list of them'
          ),
          "Glob patterns of the git tags whose releases are taken (required)."
        ),
        from: setting(
          oneOf(["pull-requests", "body"]),
          "pull-requests",
          "What the Article is made from: the notes of the release's labelled pull requests, which then are not published one by one, or the release's own body."
        ),
        since: setting(
          nullable(iso_exports.date("a day as YYYY-MM-DD")),
          null,
          "Takes releases published from this day (UTC) on. By default the day of the ledger's first commit."
        ),
        type: about(
          nullish(oneOf(articleTypes)),
          "The type of the Article of a release. By default `defaults.type`, else `announcement`."
        ),
        sections: setting(
          record(line("a label's name"), line("a title"), "a map of labels to titles"),
          {},
          'Sections by label, as `{ "kind/bug": Fixed }`, where the repository has no `.github/release.yml`.'
        )
      })
    ],
    "a map with tags, from, since, type and sections, or false"
  ),
  false,
  "Releases: one Article per release whose tag matches. Off unless given."
);
var sources = setting(
  strictObject(
    { docs, "pull-requests": pullRequests, releases },
    "a map with docs, pull-requests and releases"
  ),
  {},
  "What is taken from the repository."
);

// src/config/schema.ts
var aCount = "a whole number from 1 on";
var configSchema = about(
  strictObject(
    {
      destination,
      extends: about(
        optional(nullable(text(aSharedConfig, extendedPattern))),
        "A shared configuration, which stands under this one: `acme/.github` (its first file of these names), `acme/.github:PATH@REF`, or a `.yml` file of this repository. What this file says goes before it."
      ),
      sources,
      defaults,
      limits: setting(
        strictObject(
          {
            create: setting(
              int(aCount).check(_gte(1, aCount)),
              25,
              "How many new posts one plan may hold, and how many updates that change only where links lead; the rest waits for the next."
            ),
            "articles-per-minute": setting(
              int(aCount).check(_gte(1, aCount)),
              1,
              "How many Articles API v2.3 writes in a minute: a site takes one from an account, unless an administrator changed that. API v3 has no such limit."
            )
          },
          "a map with create and articles-per-minute"
        ),
        {},
        "How much may happen at once."
      ),
      visibility: setting(
        oneOf(["auto", "private", "public"]),
        "auto",
        "Who can read the repository: `auto` asks the forge, and no answer counts as public. In a public one, no text of the site is shown."
      ),
      approval,
      rules: setting(
        record(
          string("a rule's id"),
          oneOf(["error", "warning", "off"]),
          "a map of rule ids to error, warning or off"
        ),
        {},
        "Severity by rule id: `error`, `warning` or `off`."
      ),
      ledger
    },
    "a map with destination"
  ),
  "The configuration of stack-publish.",
  { title: "stack-publish configuration" }
);

export {
  parseExtended,
  configSchema
};
