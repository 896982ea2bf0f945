import {
  isObject
} from "./model.is-object.js";

// src/adapters/shape.ts
var Misfit = class extends Error {
  path;
  expected;
  seen;
  constructor(expected, value, ...path) {
    super(`expected ${expected}`);
    this.path = path;
    this.expected = expected;
    this.seen = describe(value);
  }
  /** `records["docs/tls.md"].post.id`, or the empty text for the whole. */
  get place() {
    return this.path.map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      if (!/^[A-Za-z_]\w*$/.test(part)) return `[${JSON.stringify(part)}]`;
      return index === 0 ? part : `.${part}`;
    }).join("");
  }
};
var text = (value) => {
  if (typeof value !== "string") throw new Misfit("a text", value);
  return value;
};
var anyObject = (value) => {
  if (isObject(value)) return value;
  throw new Misfit("an object", value);
};
var flag = (value) => {
  if (typeof value !== "boolean") throw new Misfit("true or false", value);
  return value;
};
function whole(least, most = Number.MAX_SAFE_INTEGER) {
  return (value) => {
    const isWhole = typeof value === "number" && Number.isSafeInteger(value);
    if (isWhole && value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} on` : `${least} to ${most}`;
    throw new Misfit(`a whole number from ${range}`, value);
  };
}
function oneOf(...allowed) {
  return (value) => {
    const found = allowed.find((each) => each === value);
    if (found !== void 0) return found;
    throw new Misfit(allowed.map((each) => JSON.stringify(each)).join(" or "), value);
  };
}
function matching(expected, test) {
  return (value) => {
    if (typeof value === "string" && test(value)) return value;
    throw new Misfit(expected, value);
  };
}
function nullable(shape) {
  return (value) => value === null ? null : shape(value);
}
function list(shape, most = Infinity) {
  return (value) => {
    if (!Array.isArray(value)) throw new Misfit("a list", value);
    if (value.length > most) throw new Misfit(`at most ${most} items`, value.length);
    const items = value.map((item, index) => within(index, shape, item));
    return items.every((item, index) => item === value[index]) ? value : items;
  };
}
function map(key, shape) {
  return (value) => {
    const given = anyObject(value);
    const members = Object.entries(given).map(([name, member]) => {
      within(name, key, name);
      return [name, within(name, shape, member)];
    });
    const unchanged = members.every(([name, member]) => member === given[name]);
    if (unchanged && Object.getPrototypeOf(given) === null) return given;
    return Object.assign(/* @__PURE__ */ Object.create(null), Object.fromEntries(members));
  };
}
function object(members, optional = []) {
  const sorted = Object.entries(members).map(([name, shape]) => ({ name, shape })).sort((a, b) => a.name < b.name ? -1 : 1);
  return (value) => {
    const given = anyObject(value);
    const names = Object.keys(given);
    let known = 0;
    let result = null;
    for (const { name, shape } of sorted) {
      if (Object.hasOwn(given, name)) {
        const member = within(name, shape, given[name]);
        if (result === null && (member !== given[name] || names[known] !== name))
          result = Object.fromEntries(names.slice(0, known).map((each) => [each, given[each]]));
        if (result !== null) result[name] = member;
        known += 1;
      } else if (!optional.includes(name)) {
        throw new Misfit("a value", void 0, name);
      }
    }
    if (names.length !== known) {
      const stranger = names.find((name) => !Object.hasOwn(members, name)) ?? "";
      throw new Misfit("no such member", given[stranger], stranger);
    }
    return result ?? given;
  };
}
function within(key, shape, value) {
  try {
    return shape(value);
  } catch (error) {
    if (error instanceof Misfit) error.path.unshift(key);
    throw error;
  }
}
function describe(value) {
  if (value === void 0) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const shown = typeof value === "bigint" ? String(value) : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

export {
  Misfit,
  text,
  anyObject,
  flag,
  whole,
  oneOf,
  matching,
  nullable,
  list,
  map,
  object
};
