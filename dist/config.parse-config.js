import {
  configSchema,
  parseExtended
} from "./config.schema.js";
import {
  knownPaths,
  schemaProblems
} from "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import {
  safeParse
} from "./npm.zod.js";
import {
  quote,
  readYaml,
  visible
} from "./yaml.yaml-file.js";
import "./model.evidence.js";
import "./config.config-paths.js";
import {
  nearestName
} from "./model.nearest-name.js";
import "./model.draft.js";
import {
  rememberFile
} from "./config.config-places.js";
import {
  docsAddress
} from "./model.version.js";
import {
  isObject
} from "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/config/config-layers.ts
function joinLayers(layers, value) {
  const starts = layers.map(
    (_, at) => layers.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0)
  );
  const layerOf = (path) => {
    const depths = layers.map(({ yaml }) => depthOf(yaml.tree?.value, path));
    return depths.indexOf(Math.max(...depths));
  };
  const offsetIn = (at, find) => {
    const tree = layers[at]?.yaml.tree;
    return (starts[at] ?? 0) + (tree ? find(tree) : 0);
  };
  return {
    value,
    layerOf,
    valueAt: (path) => offsetIn(layerOf(path), (tree) => tree.valueAt(path)),
    keyAt: (path, key) => offsetIn(layerOf([...path, key]), (tree) => tree.keyAt(path, key)),
    placeAt(offset) {
      const at = starts.findLastIndex((start) => start <= offset);
      const layer = layers[at];
      if (layer === void 0) throw new RangeError("an offset before every file");
      return { file: layer.file, ...layer.yaml.position(offset - (starts[at] ?? 0)) };
    }
  };
}
function depthOf(value, path) {
  let inner = value;
  for (const [depth, key] of path.entries()) {
    const has = typeof inner === "object" && inner !== null && Object.hasOwn(inner, key);
    if (!has) return isObject(inner) || inner === void 0 ? depth : Infinity;
    inner = inner[key];
  }
  return path.length;
}
var deepest = 6;
function mergeOver(upper, lower) {
  return merge(upper, lower, []);
}
function merge(upper, lower, path) {
  if (!isObject(upper) || !isObject(lower) || path.length >= deepest) return upper;
  if (isChoice(upper, lower, path.join("."))) return upper;
  const merged = /* @__PURE__ */ Object.create(null);
  for (const key of Object.keys(lower)) merged[key] = lower[key];
  for (const key of Object.keys(upper))
    merged[key] = Object.hasOwn(lower, key) ? merge(upper[key], lower[key], [...path, key]) : upper[key];
  return merged;
}
function isChoice(upper, lower, path) {
  if (path === "destination") return upper["tier"] !== void 0 && upper["tier"] !== lower["tier"];
  return path === "ledger" || path === "defaults.editors";
}

// src/config/config-problem.ts
var secretName = /token|passw|secret|credential|api[-_]?key|^pat$/i;
function configProblem({ offset, seen, expected, ...more }) {
  const { unknown } = more;
  if (unknown === null) {
    const insecure = more.params["insecure"] === true;
    return { offset, message: `${seen}, expected ${expected}`, missing: more.missing, insecure };
  }
  if (secretName.test(unknown.key)) {
    return {
      offset,
      message: `the key ${unknown.name} looks like a secret, expected none in this file`,
      remedy: "Take the secret out of the file, revoke it if it was committed, and set it in the environment: STACK_ACCESS_TOKEN, STACK_API_KEY or GITHUB_TOKEN."
    };
  }
  const nearest = more.nearest ?? elsewhere(unknown.key);
  const meant = nearest === null ? `expected ${expected}` : `did you mean ${nearest}?`;
  return { offset, message: `${seen}, ${meant}` };
}
function elsewhere(key) {
  const paths = outermostPaths();
  const nearest = nearestName(key, Array.from(paths.keys()));
  return nearest === null ? null : paths.get(nearest) ?? null;
}
var outermostPaths = memoize(() => {
  const paths = /* @__PURE__ */ new Map();
  const depth = (path) => path.split(".").length;
  for (const path of knownPaths(configSchema).toSorted((a, b) => depth(a) - depth(b))) {
    const name = path.slice(path.lastIndexOf(".") + 1);
    if (!paths.has(name)) paths.set(name, path);
  }
  return paths;
});

// src/config/parse-config.ts
var longest = 256 * 1024;
function parseConfig(text, file, known) {
  return readConfig({ text, name: file }, known).complete(null);
}
function readConfig(own, known) {
  const layer = readLayer(own);
  const value = layer.yaml.tree?.value ?? {};
  const spec = isObject(value) ? value["extends"] : null;
  const from = typeof spec === "string" ? parseExtended(spec) : null;
  if (from === null) return { extended: null, complete: () => validate([layer], value, known) };
  requirePart(layer, known, inFile);
  const joined = joinLayers([layer], value);
  const place = joined.placeAt(joined.valueAt(["extends"]));
  return {
    extended: { from, place },
    complete(shared) {
      if (shared === null) return validate([layer], finished(value), known);
      const lower = readLayer(shared);
      const at = `${visible(place.file)}:${place.line}:${place.column}`;
      requirePart(lower, known, { ...inFile, isShared: true, whose: ` that ${at} extends` });
      const merged = mergeOver(value, lower.yaml.tree?.value ?? {});
      return validate([layer, lower], merged, known);
    }
  };
}
var everything = { isPart: false, isShared: false, whose: "" };
var inFile = { ...everything, isPart: true };
function readLayer({ text, name }) {
  if (text.length > longest) {
    throw new Fault(
      "usage",
      "config-invalid",
      `Cannot read the configuration ${visible(name)}: ${text.length} characters, expected at most ${longest}.`,
      { remedy: "Name a configuration file.", place: { file: name, line: null, column: null } }
    );
  }
  return { file: name, length: text.length, yaml: readYaml(text) };
}
function requirePart(layer, known, look) {
  const { tree, problems } = layer.yaml;
  const joined = joinLayers([layer], tree?.value ?? {});
  const found = tree === null ? [] : valueProblems(joined, known, look).problems;
  const again = look.isShared && isObject(tree?.value) && Object.hasOwn(tree.value, "extends") ? [
    {
      offset: tree.keyAt([], "extends"),
      message: "extends stands in a shared configuration, expected it in none of these"
    }
  ] : [];
  const all = [...problems, ...found, ...again];
  if (all.length > 0) throw toFault(all, joined, look);
}
function validate(layers, value, known) {
  const joined = joinLayers(layers, value);
  const syntax = layers[0]?.yaml.problems ?? [];
  const isRead = layers.every(({ yaml }) => yaml.tree !== null);
  const { problems, config } = isRead ? valueProblems(joined, known, everything) : { problems: [], config: null };
  const lacks = (config && known.lacks?.(config)) ?? [];
  const all = [
    ...syntax,
    ...problems,
    ...lacks.map(({ path, message }) => ({ offset: joined.valueAt(path), message }))
  ];
  if (config === null || all.length > 0) throw toFault(all, joined, everything);
  rememberFile(config, {
    names: layers.map(({ file }) => file),
    placeOf: (path) => joined.placeAt(joined.valueAt(path)),
    value,
    isShared: (path) => joined.layerOf(path) > 0
  });
  return config;
}
function valueProblems(joined, known, { isPart }) {
  const parsed = safeParse(configSchema, joined.value);
  const found = parsed.success ? [] : schemaProblems(parsed.error.issues, joined, configSchema);
  const schema = found.map(configProblem).filter(({ missing }) => !(isPart && missing));
  return {
    problems: [...schema, ...ruleProblems(joined, known)],
    config: parsed.success ? parsed.data : null
  };
}
function finished(value) {
  const whole = isObject(value) ? { ...value } : {};
  whole["destination"] = { tier: "business", team: "not-read" };
  const { sources, defaults = {} } = whole;
  if (isObject(defaults) && !("tags" in defaults))
    whole["defaults"] = { ...defaults, tags: ["not-read"] };
  if (isObject(sources) && isObject(sources["releases"]) && !("tags" in sources["releases"]))
    whole["sources"] = { ...sources, releases: false };
  return whole;
}
function ruleProblems(tree, known) {
  const rules = tree.value?.rules;
  if (!isObject(rules)) return [];
  return Object.entries(rules).flatMap(([id, severity]) => {
    if (!known.ids.includes(id)) {
      const nearest = nearestName(id, known.ids);
      const expected = nearest === null ? `expected one of ${known.ids.join(", ")}` : `did you mean ${nearest}?`;
      return [
        { offset: tree.keyAt(["rules"], id), message: `unknown rule ${quote(id)}, ${expected}` }
      ];
    }
    if (!known.fixed.includes(id) || severity !== "off" && severity !== "warning") return [];
    return [
      {
        offset: tree.valueAt(["rules", id]),
        message: `rules.${id} is ${quote(severity)}, expected error: the site refuses such a post`
      }
    ];
  });
}
function toFault(problems, joined, { whose }) {
  const sorted = problems.map((problem) => ({ ...problem, ...joined.placeAt(problem.offset) })).sort(
    (a, b) => Number(a.missing ?? false) - Number(b.missing ?? false) || a.line - b.line || a.column - b.column
  );
  const lines = new Set(
    sorted.map(
      ({ file, line, column, message: message2 }) => `${visible(file)}:${line}:${column}: ${message2}`
    )
  );
  const [first] = sorted;
  const insecure = sorted.length > 0 && sorted.every((problem) => problem.insecure === true);
  const heading = lines.size === 1 ? `Cannot read the configuration${whose}: ` : `Cannot read the configuration${whose}, ${lines.size} problems:
`;
  const remedy = insecure ? "Use an https:// address." : `Correct these places; ${docsAddress}/configuration.md describes every key.`;
  const message = heading + [...lines].join("\n");
  return new Fault("usage", insecure ? "insecure-url" : "config-invalid", message, {
    remedy: sorted.find((problem) => problem.remedy !== void 0)?.remedy ?? remedy,
    place: first ? { file: first.file, line: first.line, column: first.column } : null
  });
}
export {
  parseConfig,
  readConfig
};
