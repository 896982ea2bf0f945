import {
  nearestName
} from "./model.nearest-name.js";
import {
  $ZodISODate,
  $ZodISODateTime,
  $ZodISODuration,
  $ZodISOTime,
  $constructor,
  ZodMiniStringFormat,
  _enum,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  _minLength,
  _positive,
  _regex,
  array,
  boolean,
  globalRegistry,
  int,
  nullable,
  pipe,
  prefault,
  refine,
  strictObject,
  string,
  transform,
  union
} from "./npm.zod.js";
import {
  quote,
  showValue
} from "./yaml.yaml-file.js";
import {
  __export
} from "./esbuild-helpers.js";

// src/yaml/known-keys.ts
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

// src/yaml/schema-problems.ts
function schemaProblems(issues, tree, schema) {
  return issues.flatMap((issue) => problemsOf(issue, [], { tree, schema }));
}
function problemsOf(issue, above, source) {
  const { tree, schema } = source;
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({
      offset: tree.keyAt(path, key),
      seen: `unknown key ${keyName(path, key)}`,
      expected: `one of ${known.join(", ")}`,
      nearest: nearestName(key, known),
      unknown: { key, name: keyName(path, key) },
      missing: false,
      params: {}
    }));
  }
  if (issue.code === "invalid_union") {
    const meant = meantOption(issue.errors);
    if (meant !== null) return meant.flatMap((inner) => problemsOf(inner, path, source));
  }
  const common = { nearest: null, unknown: null, missing: false, params: {} };
  if (issue.code === "invalid_key") {
    const map = path.slice(0, -1);
    const key = String(path.at(-1));
    const expected = issue.issues[0]?.message ?? "a name";
    const seen = `the key ${keyName(map, key)}`;
    return [{ ...common, offset: tree.keyAt(map, key), seen, expected }];
  }
  const value = valueOf(tree.value, path);
  return [
    {
      ...common,
      offset: tree.valueAt(path),
      seen: seenAt(path, value),
      missing: value === void 0,
      expected: issue.message,
      nearest: typeof value === "string" ? nearestName(value, wordsOf(issue)) : null,
      params: (issue.code === "custom" ? issue.params : null) ?? {}
    }
  ];
}
function seenAt(path, value) {
  if (path.length === 0) return `the file holds ${showValue(value)}`;
  return `${join(path)} is ${value === void 0 ? "missing" : showValue(value)}`;
}
function keyName(path, key) {
  return path.length === 0 ? quote(key) : `${quote(key)} in ${join(path)}`;
}
function join(path) {
  return path.reduce((name, key) => {
    if (typeof key === "number") return `${name}[${key}]`;
    return name === "" ? String(key) : `${name}.${String(key)}`;
  }, "");
}
function valueOf(value, path) {
  return path.reduce(
    (inner, key) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? inner[key] : void 0,
    value
  );
}
function wordsOf(issue) {
  if (issue.code === "invalid_union") {
    return issue.errors.flat().filter(({ path }) => path.length === 0).flatMap(wordsOf);
  }
  const values = issue.code === "invalid_value" ? issue.values : [];
  return values.filter((value) => typeof value === "string");
}
function meantOption(options) {
  const fitting = options.flatMap(withinChoices).filter((issues) => !issues.some(({ code, path }) => path.length === 0 && isForm(code)));
  return fitting.length === 1 ? fitting[0] ?? null : null;
}
function isForm(code) {
  return code === "invalid_type" || code === "invalid_value";
}
function withinChoices(issues) {
  const only = issues.length === 1 ? issues[0] : void 0;
  return only?.code === "invalid_union" && only.path.length === 0 ? only.errors.flatMap(withinChoices) : [issues];
}

var iso_exports={};__export(iso_exports,{ZodMiniISODate:()=>ZodMiniISODate,ZodMiniISODateTime:()=>ZodMiniISODateTime,ZodMiniISODuration:()=>ZodMiniISODuration,ZodMiniISOTime:()=>ZodMiniISOTime,date:()=>date,datetime:()=>datetime,duration:()=>duration,time:()=>time});var ZodMiniISODateTime=$constructor("ZodMiniISODateTime",(inst,def)=>{$ZodISODateTime.init(inst,def),ZodMiniStringFormat.init(inst,def)});function datetime(params){return _isoDateTime(ZodMiniISODateTime,params)}var ZodMiniISODate=$constructor("ZodMiniISODate",(inst,def)=>{$ZodISODate.init(inst,def),ZodMiniStringFormat.init(inst,def)});function date(params){return _isoDate(ZodMiniISODate,params)}var ZodMiniISOTime=$constructor("ZodMiniISOTime",(inst,def)=>{$ZodISOTime.init(inst,def),ZodMiniStringFormat.init(inst,def)});function time(params){return _isoTime(ZodMiniISOTime,params)}var ZodMiniISODuration=$constructor("ZodMiniISODuration",(inst,def)=>{$ZodISODuration.init(inst,def),ZodMiniStringFormat.init(inst,def)});function duration(params){return _isoDuration(ZodMiniISODuration,params)}
// src/yaml/fields.ts
function about(schema, description, more = {}) {
  globalRegistry.add(schema, { description, ...more });
  return schema;
}
var setting = (schema, unlessGiven, description) => about(prefault(schema, unlessGiven), description);
var text = (expected, pattern) => string(expected).check(_regex(pattern, expected));
var line = (expected) => text(expected, /^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{1,1000}(?<!\s)$/u);
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

// src/yaml/editors-schema.ts
var aPerson = "a user's id (a positive whole number) or e-mail address";
var aGroup = "a user group's id (a positive whole number) or name";
var address = /^[^\s@\p{Cc}\p{Cs}]{1,100}@[^\s@\p{Cc}\p{Cs}]{1,200}$/u;
var listOf = (item, expected, description) => about(prefault(nullable(array(item, expected)), []), description);
function editorsSchema(idOf) {
  const person = union([idOf(aPerson), text(aPerson, address)], aPerson);
  const group = union([idOf(aGroup), line(aGroup)], aGroup);
  const named = strictObject({
    users: listOf(
      person,
      "a list of user ids or e-mail addresses",
      "Users by id, or by e-mail address where the token may look it up."
    ),
    groups: listOf(group, "a list of user groups", "User groups by id or name.")
  });
  const each = transform(({ users, groups }) => ({
    users: [...new Set(users)],
    groups: [...new Set(groups)]
  }));
  const somebody = refine(
    ({ users, groups }) => users.length + groups.length > 0,
    "at least one user or group"
  );
  return union(
    [_enum(["everyone", "owner"]), pipe(named, each).check(somebody)],
    "everyone, owner, or a map with users and groups"
  );
}

export {
  iso_exports,
  knownPaths,
  about,
  setting,
  text,
  line,
  oneOf,
  flag,
  list,
  filled,
  id,
  tag,
  member,
  editorsSchema,
  schemaProblems
};
