import {
  $ZodISODate,
  $ZodISODateTime,
  $ZodISODuration,
  $ZodISOTime,
  $constructor,
  ZodMiniStringFormat,
  _enum,
  _gte,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  _maxLength,
  _minLength,
  _positive,
  _regex,
  array,
  boolean,
  check,
  globalRegistry,
  int,
  literal,
  nullable,
  nullish,
  optional,
  pipe,
  prefault,
  record,
  refine,
  safeParse,
  strictObject,
  string,
  transform,
  union
} from "./npm.zod.js";
import {
  require_dist
} from "./npm.yaml.js";
import {
  nearestName
} from "./model.nearest-name.js";
import {
  mechanisms
} from "./model.evidence.js";
import {
  articleTypes
} from "./model.draft.js";
import {
  Fault
} from "./model.error.js";
import {
  __export,
  __toESM
} from "./esbuild-helpers.js";

var iso_exports={};__export(iso_exports,{ZodMiniISODate:()=>ZodMiniISODate,ZodMiniISODateTime:()=>ZodMiniISODateTime,ZodMiniISODuration:()=>ZodMiniISODuration,ZodMiniISOTime:()=>ZodMiniISOTime,date:()=>date,datetime:()=>datetime,duration:()=>duration,time:()=>time});var ZodMiniISODateTime=$constructor("ZodMiniISODateTime",(inst,def)=>{$ZodISODateTime.init(inst,def),ZodMiniStringFormat.init(inst,def)});function datetime(params){return _isoDateTime(ZodMiniISODateTime,params)}var ZodMiniISODate=$constructor("ZodMiniISODate",(inst,def)=>{$ZodISODate.init(inst,def),ZodMiniStringFormat.init(inst,def)});function date(params){return _isoDate(ZodMiniISODate,params)}var ZodMiniISOTime=$constructor("ZodMiniISOTime",(inst,def)=>{$ZodISOTime.init(inst,def),ZodMiniStringFormat.init(inst,def)});function time(params){return _isoTime(ZodMiniISOTime,params)}var ZodMiniISODuration=$constructor("ZodMiniISODuration",(inst,def)=>{$ZodISODuration.init(inst,def),ZodMiniStringFormat.init(inst,def)});function duration(params){return _isoDuration(ZodMiniISODuration,params)}
// src/config/known-keys.ts
function shapes(schema) {
  const { def } = schema;
  if (def.type === "object") return [def.shape];
  if (def.type === "pipe") return shapes(def.in);
  if (def.type === "union") return def.options.flatMap(shapes);
  return "innerType" in def ? shapes(def.innerType) : [];
}
function knownKeys(schema, path) {
  let here = shapes(schema);
  for (const key of path) {
    here = here.flatMap((shape) => {
      const inner = shape[String(key)];
      return inner === void 0 ? [] : shapes(inner);
    });
  }
  return here.flatMap((shape) => Object.keys(shape));
}
function knownPaths(schema, prefix = "") {
  return shapes(schema).flatMap(
    (shape) => Object.entries(shape).flatMap(([key, inner]) => [
      prefix + key,
      ...knownPaths(inner, `${prefix}${key}.`)
    ])
  );
}

// src/config/duration.ts
var units = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
var durationPattern = /^[1-9][0-9]{0,4}[smhdw]$/;
function milliseconds(duration2) {
  return Number(duration2.slice(0, -1)) * units[duration2.slice(-1)];
}

// src/config/fields.ts
function about(schema, description, more = {}) {
  globalRegistry.add(schema, { description, ...more });
  return schema;
}
var text = (expected, pattern2) => string(expected).check(_regex(pattern2, expected));
var line = (expected) => text(expected, /^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}]{1,1000}(?<!\s)$/u);
var oneOf = (values) => _enum(values, `one of ${values.join(", ")}`);
var flag = () => boolean("true or false");
var list = (item, expected) => {
  const unique = (items) => new Set(items).size === items.length;
  const schema = array(item, expected).check(refine(unique, { error: `${expected}, each once` }));
  globalRegistry.add(schema, { uniqueItems: true });
  return schema;
};
var filled = (item, expected) => list(item, expected).check(_minLength(1, `${expected}, at least one`));
var id = (expected) => int(expected).check(_positive(expected));
var tag = () => text(
  "a tag of 1 to 35 characters: lower-case letters, digits and + # - . only (numbers in quotes)",
  /^[a-z0-9+#.-]{1,35}$/
);
var member = (value, key) => typeof value === "object" && value !== null ? value[key] : void 0;

// src/config/approval-schema.ts
var approval = about(
  prefault(
    strictObject(
      {
        accept: about(
          prefault(filled(oneOf(mechanisms), "a list of mechanisms"), [
            "environment",
            "dispatch",
            "comment"
          ]),
          "How a yes may be given; any one of these is enough. `asserted` takes the digest on the command line for a yes, and nothing proves who said it."
        ),
        environment: about(
          prefault(line("the environment's name"), "stack-internal"),
          "The protected environment's name."
        ),
        roles: about(
          prefault(
            filled(
              text(
                "a repository role above read, such as maintain or admin",
                new RegExp("^(?!(?:none|read|pull)$)(?!\\s)\\P{Cc}{1,100}(?<!\\s)$", "u")
              ),
              "a list of repository roles"
            ),
            ["maintain", "admin"]
          ),
          "Who may approve by dispatch or comment, by role in the repository."
        ),
        self: about(
          prefault(flag(), true),
          "Whether the approver may be the pull request's author."
        ),
        "max-age": about(
          prefault(
            pipe(
              text("a duration such as 7d, 12h or 30m", durationPattern),
              transform(milliseconds)
            ),
            "7d"
          ),
          "How old an approval may be: a whole number and `s`, `m`, `h`, `d` or `w`."
        )
      },
      "a map"
    ),
    {}
  ),
  "Whose yes counts."
);

// src/config/defaults-schema.ts
var person = () => {
  const expected = "a user's id (a positive whole number) or e-mail address";
  return union([id(expected), text(expected, /^[^\s@\p{Cc}]{1,100}@[^\s@\p{Cc}]{1,200}$/u)], {
    error: expected
  });
};
var group = () => {
  const expected = "a user group's id (a positive whole number) or name";
  return union([id(expected), line(expected)], { error: expected });
};
var editors = union(
  [
    _enum(["everyone", "owner"]),
    strictObject({
      users: about(
        prefault(list(person(), "a list of user ids or e-mail addresses"), []),
        "Users by id, or by e-mail address where the token may look it up."
      ),
      groups: about(
        prefault(list(group(), "a list of user groups"), []),
        "User groups by id or name."
      )
    }).check(
      refine(({ users, groups }) => users.length + groups.length > 0, {
        error: "at least one user or group"
      })
    )
  ],
  { error: "everyone, owner, or a map with users and groups" }
);
var given = transform(
  (value) => ({
    tags: value.tags,
    ...value.type ? { type: value.type } : {},
    ...value.editors ? { editors: value.editors } : {}
  })
);
var defaults = about(
  prefault(
    pipe(
      strictObject(
        {
          tags: about(
            prefault(
              list(tag(), "a list of tags").check(_maxLength(5, "a list of at most 5 tags")),
              []
            ),
            "Tags of a source that names none. An Article takes up to 4, a question up to 5."
          ),
          type: about(
            nullish(oneOf(articleTypes)),
            "The type of an Article that names none. Unless given: `announcement`, for docs files `knowledge-article`."
          ),
          editors: about(
            nullish(editors),
            "Who may edit an Article that does not say so. Unless given, a new Article is open to `everyone` and an existing one keeps what it has."
          )
        },
        "a map with tags, type and editors"
      ),
      given
    ),
    {}
  ),
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
              "a team's slug: letters, digits and hyphens, as in stackoverflowteams.com/c/SLUG",
              /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/
            )
          ),
          "Business: the slug of `stackoverflowteams.com/c/{slug}` (required). Enterprise: a private team, or absent for the main site."
        ),
        url: about(
          nullish(url()),
          `Business: the base of the API, \`${businessUrl}\` unless given. Enterprise: the site, as \`https://stack.acme.example\` (required). \`http://\` is accepted for the loopback only.`
        ),
        api: about(
          prefault(oneOf(["v3", "v2.3"]), "v3"),
          "The version of the API: `v3`, or `v2.3` for an older Enterprise."
        ),
        account: about(
          nullish(id("the account's id, a positive whole number")),
          "The posting account's id. Needed only where `plan` and `publish` use tokens of different accounts."
        )
      },
      "a map with tier and team or url"
    ).check(
      refine(
        (value) => member(value, "tier") !== "business" || Boolean(member(value, "team")),
        {
          when: () => true,
          path: ["team"],
          error: "the team's slug, as in stackoverflowteams.com/c/SLUG (tier business needs it)"
        }
      ),
      refine(
        (value) => member(value, "tier") !== "enterprise" || Boolean(member(value, "url")),
        {
          when: () => true,
          path: ["url"],
          error: "the site's address, as https://stack.acme.example (tier enterprise needs it)"
        }
      )
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
  {
    allOf: [
      {
        if: { properties: { tier: { const: "business" } }, required: ["tier"] },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { required: ["team"], properties: { team: { type: "string" } } }
      },
      {
        if: { properties: { tier: { const: "enterprise" } }, required: ["tier"] },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { required: ["url"], properties: { url: { type: "string" } } }
      }
    ]
  }
);

// src/config/ledger-schema.ts
var defaultBranch = "stack-publish/ledger";
var ledger = about(
  prefault(
    pipe(
      strictObject(
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
          {
            when: () => true,
            error: "either branch or file"
          }
        )
      ),
      transform(
        ({ branch, file }) => file === void 0 ? { branch: branch ?? defaultBranch } : { file }
      )
    ),
    {}
  ),
  "Where the record of what was posted is kept: in a branch, or in a file.",
  { not: { required: ["branch", "file"] } }
);

// src/config/sources-schema.ts
var off = () => literal(false, "false");
var toList = transform((one) => [one]);
var pattern = () => text(
  "a glob pattern relative to the repository's root, without a leading /, ./, ../ or !",
  new RegExp("^(?!\\/|!|\\.\\.?\\/)\\P{Cc}{1,1000}$", "u")
);
var patterns = () => union([pipe(pattern(), toList), filled(pattern(), "a list of glob patterns")], {
  error: "a glob pattern or a list of them"
});
var docs = about(
  prefault(
    union(
      [
        off(),
        pipe(
          patterns(),
          transform((include) => ({ include, exclude: [] }))
        ),
        strictObject({
          include: about(
            prefault(patterns(), ["docs/**/*.md"]),
            "Glob patterns of the files to look at."
          ),
          exclude: about(
            prefault(
              union([pipe(pattern(), toList), list(pattern(), "a list of glob patterns")], {
                error: "a glob pattern or a list of them"
              }),
              []
            ),
            "Glob patterns of files to leave out."
          )
        })
      ],
      { error: "a glob pattern, a list of them, a map with include and exclude, or false" }
    ),
    {}
  ),
  "Docs files: the Markdown files that are looked at for `stack:` front matter. Just a pattern will do; `false` turns the source off."
);
var pullRequests = about(
  prefault(
    union(
      [
        off(),
        strictObject({
          article: about(
            prefault(line("a label's name"), "stack:article"),
            "The label of merged pull requests that become an Article."
          ),
          faq: about(
            prefault(line("a label's name"), "stack:faq"),
            "The label of merged pull requests that become questions."
          ),
          since: about(
            prefault(nullable(iso_exports.date("a day as YYYY-MM-DD")), null),
            "Takes pull requests merged from this day (UTC) on. By default the day of the ledger's first commit; must be given where the ledger cannot be written."
          ),
          tags: about(
            prefault(record(line("a label's name"), tag(), "a map of labels to tags"), {}),
            'Tags from labels, as `{ "area/tls": tls }`.'
          )
        })
      ],
      { error: "a map with article, faq, since and tags, or false" }
    ),
    {}
  ),
  "Merged pull requests that carry a label. `false` turns the source off."
);
var releases = about(
  prefault(
    union(
      [
        off(),
        strictObject({
          tags: about(
            union(
              [
                pipe(line("a glob pattern of git tags"), toList),
                filled(line("a glob pattern of git tags"), "a list of glob patterns of git tags")
              ],
              { error: 'a glob pattern of git tags, such as "v*", or a list of them' }
            ),
            "Glob patterns of the git tags whose releases are taken (required)."
          ),
          from: about(
            prefault(oneOf(["pull-requests", "body"]), "pull-requests"),
            "What the Article is made from: the notes of the release's labelled pull requests, or the release's own body."
          )
        })
      ],
      { error: "a map with tags and from, or false" }
    ),
    false
  ),
  "Releases: one Article per release whose tag matches. Off unless given."
);
var sources = about(
  prefault(
    strictObject(
      { docs, "pull-requests": pullRequests, releases },
      "a map with docs, pull-requests and releases"
    ),
    {}
  ),
  "What is taken from the repository."
);

// src/config/schema.ts
var configSchema = about(
  strictObject(
    {
      destination,
      sources,
      defaults,
      limits: about(
        prefault(
          strictObject(
            {
              create: about(
                prefault(
                  int("a whole number from 1 on").check(_gte(1, "a whole number from 1 on")),
                  25
                ),
                "How many new posts one plan may hold; the rest waits for the next."
              )
            },
            "a map with create"
          ),
          {}
        ),
        "How much may happen at once."
      ),
      visibility: about(
        prefault(oneOf(["auto", "private", "public"]), "auto"),
        "Who can read the repository: `auto` asks the forge, and no answer counts as public. In a public one, no text of the site is shown."
      ),
      approval,
      rules: about(
        prefault(
          record(
            string("a rule's id"),
            oneOf(["error", "warning", "off"]),
            "a map of rule ids to error, warning or off"
          ),
          {}
        ),
        "Severity by rule id: `error`, `warning` or `off`."
      ),
      ledger
    },
    "a map with destination"
  ),
  "The configuration of stack-publish.",
  { title: "stack-publish configuration" }
);

// src/config/show-value.ts
var invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function visible(text2) {
  return text2.replace(
    invisible,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  );
}
function quote(text2) {
  const safe = text2.replace(/\/\/[^/@\s]*@/g, "//***@").replace(/(?<=:\/\/.*)[?#].*$/s, "?***");
  const characters = Array.from(safe);
  const cut = characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : safe;
  return `"${visible(cut)}"`;
}
function showValue(value) {
  if (value === null || value === void 0) return "nothing";
  if (typeof value === "string") return value === "" ? "an empty text" : `the text ${quote(value)}`;
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "a map";
}

// src/config/schema-problems.ts
var secretName = /token|passw|secret|credential|api[-_]?key|^pat$/i;
var join = (path) => path.reduce((name, key) => {
  if (typeof key === "number") return `${name}[${key}]`;
  return name === "" ? String(key) : `${name}.${String(key)}`;
}, "");
var at = (value, path) => path.reduce(
  (inner, key) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? inner[key] : void 0,
  value
);
function schemaProblems(issues, file) {
  return issues.flatMap((issue) => issueProblems(issue, [], file));
}
function issueProblems(issue, above, file) {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.flatMap((key) => {
      const offset = file.keyAt(path, key);
      return offset === null ? [] : [unknownKey(path, key, offset)];
    });
  }
  if (issue.code === "invalid_union") {
    const meant = meantOption(issue.errors);
    if (meant !== null) return meant.flatMap((inner) => issueProblems(inner, path, file));
  }
  if (issue.code === "invalid_key") {
    const key = String(path.at(-1));
    const offset = file.keyAt(path.slice(0, -1), key);
    const expected = issue.issues[0]?.message ?? "a name";
    return offset === null ? [] : [
      {
        offset,
        message: `the key ${quote(key)} in ${join(path.slice(0, -1))}, expected ${expected}`
      }
    ];
  }
  const value = at(file.value, path);
  const name = path.length === 0 ? "the file" : join(path);
  const seen = value === void 0 ? "is missing" : seenIn(value, path.length === 0);
  const insecure = issue.code === "custom" && issue.params?.["insecure"] === true;
  return [
    {
      offset: file.valueAt(path),
      message: `${name} ${seen}, expected ${issue.message}`,
      ...insecure ? { insecure } : {}
    }
  ];
}
var seenIn = (value, whole) => whole ? `holds ${showValue(value)}` : `is ${showValue(value)}`;
function meantOption(options) {
  const fitting = options.flatMap(withinChoices).filter((issues) => !issues.some(({ code, path }) => path.length === 0 && isForm(code)));
  return fitting.length === 1 ? fitting[0] ?? null : null;
}
var isForm = (code) => code === "invalid_type" || code === "invalid_value";
function withinChoices(issues) {
  const only = issues.length === 1 ? issues[0] : void 0;
  return only?.code === "invalid_union" && only.path.length === 0 ? only.errors.flatMap(withinChoices) : [issues];
}
function unknownKey(path, key, offset) {
  const name = path.length === 0 ? quote(key) : `${quote(key)} in ${join(path)}`;
  if (secretName.test(key)) {
    return {
      offset,
      message: `the key ${name} looks like a secret, expected none in this file`,
      remedy: "Take the secret out of the file, revoke it if it was committed, and set it in the environment: STACK_ACCESS_TOKEN, STACK_API_KEY or GITHUB_TOKEN."
    };
  }
  const known = knownKeys(configSchema, path);
  const nearest = nearestName(key, known) ?? elsewhere(key);
  const expected = nearest === null ? `expected one of ${known.join(", ")}` : `did you mean ${nearest}?`;
  return { offset, message: `unknown key ${name}, ${expected}` };
}
function elsewhere(key) {
  const paths = outermostPaths();
  const nearest = nearestName(key, Array.from(paths.keys()));
  return nearest === null ? null : paths.get(nearest) ?? null;
}
var outermost = null;
function outermostPaths() {
  if (outermost !== null) return outermost;
  outermost = /* @__PURE__ */ new Map();
  const depth = (path) => path.split(".").length;
  for (const path of knownPaths(configSchema).toSorted((a, b) => depth(a) - depth(b))) {
    const name = path.slice(path.lastIndexOf(".") + 1);
    if (!outermost.has(name)) outermost.set(name, path);
  }
  return outermost;
}

// src/config/yaml-file.ts
var import_yaml = __toESM(require_dist(), 1);
var sentences = {
  DUPLICATE_KEY: "the key stands here a second time, expected each key once",
  MULTIPLE_DOCS: "a second document, expected one",
  TAG_RESOLVE_FAILED: "a YAML tag (!…), expected plain values"
};
var maxAliases = 50;
var tooDeep = "too many levels of nesting";
var plainSentence = (message) => message.includes("call stack") ? tooDeep : visible(message.slice(0, 200));
var isSound = ({ errors }) => errors.every(({ code }) => code === "DUPLICATE_KEY" || code === "MULTIPLE_DOCS");
var offsetOf = (node) => node?.range?.[0] ?? null;
function readYaml(text2) {
  const lineCounter = new import_yaml.LineCounter();
  const problems = [];
  let document = null;
  let value = null;
  try {
    document = (0, import_yaml.parseDocument)(text2, {
      lineCounter,
      version: "1.2",
      schema: "core",
      merge: false,
      resolveKnownTags: false,
      prettyErrors: false
    });
    for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
      problems.push({ offset: pos[0], message: sentences[code] ?? plainSentence(message) });
    }
    problems.push(...strangeParts(document));
    document.options.logLevel = "silent";
    if (isSound(document)) {
      value = document.toJS({ maxAliasCount: maxAliases });
    }
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    const what = error instanceof RangeError ? tooDeep : "aliases (*name) that multiply";
    if (problems.length === 0) {
      problems.push({ offset: 0, message: `${what}, expected a small file of plain values` });
    }
    document = null;
  }
  const root = document?.contents ?? null;
  const resolve = (node) => (0, import_yaml.isAlias)(node) && document !== null ? node.resolve(document) : node;
  const indexes = /* @__PURE__ */ new WeakMap();
  const pairOf = (node, key) => {
    if (!(0, import_yaml.isMap)(node)) return void 0;
    const index = indexes.get(node) ?? new Map(node.items.flatMap((pair) => isTextKey(pair.key) ? [[pair.key.value, pair]] : []));
    indexes.set(node, index);
    return index.get(key);
  };
  const valueAt = (path) => {
    let node = root;
    let offset = offsetOf(root) ?? 0;
    for (const key of path) {
      const map = resolve(node);
      const pair = pairOf(map, key);
      const next = (0, import_yaml.isSeq)(map) ? map.items[Number(key)] : pair?.value;
      if (next === void 0 || next === null) {
        return pair === void 0 ? offset : offsetOf(pair.key) ?? offset;
      }
      node = next;
      const empty = (0, import_yaml.isScalar)(next) && next.value === null && next.source === "";
      offset = (empty && pair !== void 0 ? offsetOf(pair.key) : offsetOf(next)) ?? offset;
    }
    return offset;
  };
  return {
    value,
    problems,
    sound: document !== null && isSound(document),
    valueAt,
    keyAt(path, key) {
      let node = resolve(root);
      for (const step of path) {
        node = resolve((0, import_yaml.isSeq)(node) ? node.items[Number(step)] : pairOf(node, step)?.value);
      }
      return offsetOf(pairOf(node, key)?.key);
    },
    position(offset) {
      const { line: line2, col } = lineCounter.linePos(offset);
      return { line: Math.max(line2, 1), column: Math.max(col, 1) };
    }
  };
}
var isTextKey = (key) => (0, import_yaml.isScalar)(key) && typeof key.value === "string" && key.value !== "__proto__";
function strangeParts(document) {
  const problems = [];
  let aliases = 0;
  const visit = (node) => {
    if ((0, import_yaml.isAlias)(node)) {
      aliases += 1;
      if (aliases > maxAliases) throw new ReferenceError("too many aliases");
      if (node.resolve(document) !== void 0) return;
      const message = `the alias ${quote(`*${node.source}`)}, expected an anchor of this name above it`;
      problems.push({ offset: offsetOf(node) ?? 0, message });
    }
    if ((0, import_yaml.isSeq)(node)) node.items.forEach(visit);
    if (!(0, import_yaml.isMap)(node)) return;
    for (const { key, value } of node.items) {
      if (!isTextKey(key)) {
        const message = "a key that is not plain text, expected text (a number in quotes)";
        problems.push({ offset: offsetOf(key) ?? offsetOf(node) ?? 0, message });
      }
      visit(value);
    }
  };
  visit(document.contents);
  return problems;
}

// src/config/parse-config.ts
var longest = 256 * 1024;
function parseConfig(text2, file, rules) {
  if (text2.length > longest) {
    throw new Fault(
      "usage",
      "config-invalid",
      `Cannot read the configuration ${visible(file)}: ${text2.length} characters, expected at most ${longest}.`,
      { remedy: "Name a configuration file.", place: { file, line: null, column: null } }
    );
  }
  const yaml = readYaml(text2);
  const problems = [...yaml.problems];
  const parsed = yaml.sound ? safeParse(configSchema, yaml.value ?? {}) : null;
  if (parsed !== null) {
    if (!parsed.success) problems.push(...schemaProblems(parsed.error.issues, yaml));
    problems.push(...ruleProblems(yaml, rules));
    if (parsed.success && problems.length === 0) return parsed.data;
  }
  throw faultOf(problems, file, yaml);
}
function ruleProblems(yaml, known) {
  const rules = yaml.value?.rules;
  if (typeof rules !== "object" || rules === null || Array.isArray(rules)) return [];
  return Object.entries(rules).flatMap(([id2, severity]) => {
    if (!known.ids.includes(id2)) {
      const offset = yaml.keyAt(["rules"], id2);
      if (offset === null) return [];
      const nearest = nearestName(id2, known.ids);
      const expected = nearest === null ? `expected one of ${known.ids.join(", ")}` : `did you mean ${nearest}?`;
      return [{ offset, message: `unknown rule ${quote(id2)}, ${expected}` }];
    }
    if (!known.fixed.includes(id2) || severity !== "off" && severity !== "warning") return [];
    return [
      {
        offset: yaml.valueAt(["rules", id2]),
        message: `rules.${id2} is ${quote(severity)}, expected error: the site refuses such a post`
      }
    ];
  });
}
function faultOf(problems, file, yaml) {
  const sorted = problems.map((problem) => ({ ...problem, ...yaml.position(problem.offset) })).sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = new Set(
    sorted.map(({ line: line2, column, message }) => `${visible(file)}:${line2}:${column}: ${message}`)
  );
  const first = sorted[0];
  const place = first === void 0 ? null : { file, line: first.line, column: first.column };
  const insecure = sorted.length > 0 && sorted.every((problem) => problem.insecure === true);
  const heading = lines.size === 1 ? "Cannot read the configuration: " : `Cannot read the configuration, ${lines.size} problems:
`;
  return new Fault(
    "usage",
    insecure ? "insecure-url" : "config-invalid",
    heading + [...lines].join("\n"),
    {
      remedy: sorted.find(({ remedy }) => remedy !== void 0)?.remedy ?? (insecure ? "Use an https:// address." : "Correct these places; docs/configuration.md describes every key."),
      place
    }
  );
}
export {
  parseConfig
};
