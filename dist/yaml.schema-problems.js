import {
  quote,
  showValue
} from "./yaml.yaml-file.js";
import {
  nearestName
} from "./model.nearest-name.js";

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

export {
  knownPaths,
  schemaProblems
};
