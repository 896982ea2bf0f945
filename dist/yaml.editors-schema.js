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
  __export
} from "./esbuild-helpers.js";

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
  editorsSchema
};
