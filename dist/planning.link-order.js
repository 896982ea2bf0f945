import {
  lineHunks,
  splitLines
} from "./model.line-hunks.js";
import {
  normalizations
} from "./model.ledger.js";
import {
  decode
} from "./npm.he.js";
import {
  imageDigest
} from "./model.image.js";

// src/planning/normalizations.ts
var spellings = {
  crlf: (text) => text.replace(/\r\n?/g, "\n"),
  "trailing-space": (text) => text.replace(/[ \t]+(?=\r?\n|$)/g, ""),
  "final-newline": (text) => text.replace(/[\r\n]+$/, "")
};
var textNormalizations = [
  [],
  ["final-newline"],
  ["crlf"],
  ["crlf", "final-newline"],
  ["trailing-space"],
  ["trailing-space", "final-newline"],
  ["crlf", "trailing-space"],
  ["crlf", "trailing-space", "final-newline"]
];
var anyNormalization = normalizations;
function normalized(text, applied) {
  return normalizations.reduce(
    (result, each) => each !== "tag-replaced" && applied.includes(each) ? spellings[each](result) : result,
    text
  );
}
function denormalized(seen, ours, applied) {
  let text = seen;
  if (applied.includes("crlf")) {
    const unix = spellings.crlf(text);
    text = ours.includes("\r\n") ? unix.replace(/\n/g, "\r\n") : unix;
  }
  if (applied.includes("final-newline")) {
    text = spellings["final-newline"](text) + (/[\r\n]+$/.exec(ours)?.[0] ?? "");
  }
  return text;
}
function possibleNormalizations(known) {
  return textNormalizations.map((more) => [.../* @__PURE__ */ new Set([...known, ...more])].sort());
}

// src/planning/varying-encoding.ts
var mostTimes = 2;
function untangled(read, known, normalizations2) {
  const texts = [read];
  for (let times2 = 0; times2 < mostTimes; times2 += 1) {
    const last = texts.at(-1) ?? read;
    if (!looksEncoded(last)) break;
    const next = decode(last);
    if (next === last) break;
    texts.push(next);
  }
  const [, once, twice] = texts;
  if (once === void 0) return read;
  for (const separator of [/\r\n?|\n/, /\s+/]) {
    const found = texts.map((text) => tellingParts(text, known, separator, normalizations2));
    const common = found.reduce((parts, each) => parts.intersection(each));
    const left = found.map((parts) => parts.difference(common));
    const all = left.reduce((parts, each) => parts.union(each));
    if (all.size === 0) continue;
    const [place, ...others] = left.flatMap((parts, at) => parts.size === all.size ? [at] : []);
    return place && others.length === 0 ? texts[place] ?? null : null;
  }
  return twice === void 0 ? once : null;
}
function mayBeSame(a, b) {
  const forms = (read) => {
    const once = decode(read);
    return [read, once, decode(once)];
  };
  const others = forms(b);
  return forms(a).some((form) => others.includes(form));
}
function tellingParts(text, known, separator, normalizations2) {
  const parts = (each) => new Set(normalized(each, normalizations2).split(separator));
  const telling = [...parts(known)].filter((part) => /[<>"'&\u00A0-\u00FF]/.test(part));
  return parts(text).intersection(new Set(telling));
}
function looksEncoded(text) {
  return !/[<>]|&(?!#\d+;|#x[\da-f]+;|\w+;)/i.test(text);
}

// src/planning/encoding.ts
var times = { raw: 0, once: 1, twice: 2 };
var encodings = ["raw", "once", "twice"];
function decodeAs(encoding, read) {
  let text = read;
  for (let n = 0; n < times[encoding]; n++) text = decode(text);
  return text;
}
function matchingEncodings(read, written, normalizations2) {
  const expected = normalized(written, normalizations2);
  return encodings.filter(
    (encoding) => normalized(decodeAs(encoding, read), normalizations2) === expected
  );
}
function learnEncoding(read, written, normalizations2) {
  const fewest = matchingEncodings(read, written, normalizations2)[0];
  if (fewest === "raw" && !/[<>"'&]/.test(written)) return null;
  return fewest ?? null;
}
function viewField(read, known, encoding, normalizations2) {
  const matches = matchingEncodings(read, known, normalizations2);
  const isSure = encoding !== null && encoding !== "varying";
  if (isSure ? matches.includes(encoding) : matches.length > 0) return { state: "same" };
  if (matches.length > 0) return { state: "unclear" };
  if (encoding === "varying") {
    const text2 = untangled(read, known, normalizations2);
    return text2 === null ? { state: "unclear" } : { state: "different", text: text2 };
  }
  const [text = read, ...others] = (encoding === null ? encodings : [encoding]).map(
    (each) => decodeAs(each, read)
  );
  return others.every((other) => other === text) ? { state: "different", text } : { state: "unclear" };
}

// src/planning/hole-addresses.ts
function writtenAddresses(filled, mayBe = () => false, others = {}) {
  const known = /* @__PURE__ */ new Map();
  for (const [target, address] of [...Object.entries(others), ...Object.entries(filled)])
    if (address) known.set(address, target);
  return {
    standing: (target) => Object.hasOwn(filled, target) ? filled[target] : void 0,
    mayBe,
    known
  };
}
var noAddresses = writtenAddresses({});
var inAddress = /[^\s()<>[\]{}"'`\\]/;
var anAddress = /[^\s()<>[\]{}"'`\\]{1,500}/y;
function filledAsRead(content, read, normalizations2, addresses) {
  const { holes = [], ...rest } = content;
  if (holes.length === 0) return { content, filled: {} };
  const all = /* @__PURE__ */ new Map();
  const fill = (field, text) => {
    const own = holesOf(holes, field);
    const found = own.length === 0 ? null : shownIn(text, own, read[field], normalizations2, addresses);
    for (const [target, address] of found ?? []) all.set(target, address);
    return put(text, own, ({ for: target, else: other }) => {
      const address = found?.has(target) ? found.get(target) : addresses.standing(target);
      return address ?? other ?? target;
    });
  };
  const body = fill("body", rest.body);
  return {
    content: rest.kind === "question" ? { ...rest, body, answer: fill("answer", rest.answer) } : { ...rest, body },
    filled: Object.fromEntries(all)
  };
}
function holesOf(holes, field) {
  return holes.filter((hole) => hole.field === field).toSorted((a, b) => a.at - b.at);
}
function shownIn(text, holes, read, normalizations2, addresses) {
  for (const encoding of encodings) {
    const seen = normalized(decodeAs(encoding, read), normalizations2);
    const found = addressesIn(text, holes, seen, normalizations2, addresses);
    if (found) return found;
  }
  return null;
}
function addressesIn(text, holes, seen, normalizations2, { standing, mayBe }) {
  if (text.includes("\0")) return null;
  const parts = normalized(
    put(text, holes, () => "\0"),
    normalizations2
  ).split("\0");
  const found = /* @__PURE__ */ new Map();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const hole = holes[index - 1];
    if (hole) {
      const told = found.has(hole.for) ? found.get(hole.for) : standing(hole.for);
      const known = told === null ? hole.else : told;
      anAddress.lastIndex = at;
      const address = known ?? anAddress.exec(seen)?.[0];
      if (address === void 0 || !seen.startsWith(address, at)) return null;
      if (known === void 0 && !mayBe(hole, address)) return null;
      const isElse = told === null || told === void 0 && address === hole.else;
      found.set(hole.for, isElse ? null : address);
      at += address.length;
    }
    if (!seen.startsWith(part, at)) return null;
    at += part.length;
  }
  return at === seen.length ? found : null;
}
function put(text, holes, by) {
  let result = "";
  let at = 0;
  for (const hole of holes) {
    result += text.slice(at, hole.at) + by(hole);
    at = hole.at;
  }
  return result + text.slice(at);
}
function withHoles(seen, field, written, known, addresses) {
  const all = known.holes ?? [];
  const own = holesOf(all, field);
  const fillings = fillingsOf(own, all, addresses);
  const text = field === "body" ? known.body : known.answer ?? "";
  const [before, filled] = [splitLines(text), splitLines(written)];
  if (before.length !== filled.length) return holed(seen, field, fillings);
  const parts = [];
  let line = 0;
  let from = 0;
  const keep = (until) => {
    const kept = before.slice(line, until).join("");
    const end = from + kept.length;
    const isLast = until === before.length;
    const holes = own.filter(({ at }) => at >= from && (at < end || isLast && at === end));
    parts.push({ text: kept, holes: holes.map((hole) => ({ ...hole, at: hole.at - from })) });
    [line, from] = [until, end];
  };
  for (const { start, end, lines } of lineHunks(filled, splitLines(seen)).hunks) {
    keep(start);
    parts.push(holed(lines.join(""), field, fillings));
    from += before.slice(start, end).join("").length;
    line = end;
  }
  keep(before.length);
  return joined(parts);
}
function joined(parts) {
  const holes = [];
  let result = "";
  for (const part of parts) {
    for (const hole of part.holes) holes.push({ ...hole, at: hole.at + result.length });
    result += part.text;
  }
  return { text: result, holes };
}
function fillingsOf(own, all, { known, standing }) {
  const fillings = /* @__PURE__ */ new Map();
  for (const [address, target] of known) {
    const other = all.find((hole) => hole.for === target)?.else;
    if (other !== void 0) fillings.set(address, { for: target, else: other });
    else if (imageDigest(target) !== null) fillings.set(address, { for: target });
  }
  for (const { for: target, else: other } of own.toReversed()) {
    const told = standing(target);
    const address = told === null ? other : told;
    if (address !== void 0)
      fillings.set(address, { for: target, ...other !== void 0 && { else: other } });
  }
  return fillings;
}
function holed(text, field, fillings) {
  const found = [...fillings].flatMap(
    ([address, filling]) => placesOf(text, address).map((start) => ({ start, end: start + address.length, filling }))
  );
  const holes = [];
  let result = "";
  let at = 0;
  for (const { start, end, filling } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start);
    holes.push({ field, at: result.length, ...filling });
    at = end;
  }
  return { text: result + text.slice(at), holes };
}
function placesOf(text, address) {
  const places = [];
  for (let index = text.indexOf(address); index !== -1; index = text.indexOf(address, index + 1))
    if (!inAddress.test(text[index + address.length] ?? " ")) places.push(index);
  return places;
}

// src/planning/known-addresses.ts
function asWritten(state, record) {
  const { filled = {}, intent } = record ?? {};
  const now = addressesNow(state.ours, state.addressOf);
  const images = { ...imagesOf(now), ...imagesOf(intent?.filled) };
  return writtenAddresses({ ...images, ...filled }, anyOf(state), { ...now, ...intent?.filled });
}
function asPlanned(state, record) {
  return writtenAddresses(filledOf(state, record));
}
function asIntended(state, record) {
  const { filled = {}, intent } = record ?? {};
  return writtenAddresses({ ...imagesOf(filled), ...intent?.filled }, anyOf(state), filled);
}
function asAny(state) {
  return writtenAddresses({}, anyOf(state));
}
function filledOf({ ours, addressOf }, record) {
  const { filled = {}, intent } = record ?? {};
  const links = linksOf(ours).map((target) => [target, addressOf(target)]);
  const images = { ...addressesNow(ours, addressOf), ...intent?.filled, ...filled };
  return { ...imagesOf(images), ...Object.fromEntries(links) };
}
function addressesNow(content, addressOf) {
  const { holes = [] } = content ?? {};
  return Object.fromEntries(
    holes.flatMap(({ for: target }) => {
      const address = addressOf(target);
      return address === null ? [] : [[target, address]];
    })
  );
}
function haveLinksMoved({ filled }, leadsTo) {
  return Object.entries(filled).some(
    ([target, address]) => imageDigest(target) === null && !leadsTo(target, address)
  );
}
function linksOf(content) {
  const targets = content?.holes?.map(({ for: target }) => target) ?? [];
  return [...new Set(targets)].filter((target) => imageDigest(target) === null);
}
function imagesOf(filled = {}) {
  return Object.fromEntries(
    Object.entries(filled).filter(([target]) => imageDigest(target) !== null)
  );
}
function anyOf({ isImage, isPost }) {
  return ({ for: target, else: other }, address) => imageDigest(target) === null ? address === other || isPost(address) : isImage(address);
}

// src/planning/link-order.ts
var mostLinks = 1e6;
function makesPost({ step }) {
  return step.action === "create" || step.action === "adopt";
}
function targetsFirst(steps) {
  const bySource = new Map(steps.map((each) => [each.source, each]));
  const order = targetsFirstOf(linksAmong(steps), { links: mostLinks });
  return order.flatMap((source) => bySource.get(source) ?? []);
}
function mostWantedFirst(steps) {
  const wanted = new Set([...linksAmong(steps).values()].flat());
  if (wanted.size === 0) return steps;
  const isWanted = ({ source }) => wanted.has(source);
  return [...targetsFirst(steps.filter(isWanted)), ...steps.filter((step) => !isWanted(step))];
}
function linksAmong(steps) {
  const made = new Set(steps.filter(makesPost).map(({ source }) => source));
  return new Map(
    steps.map(({ source, step }) => [
      source,
      linksOf(step.content).filter((target) => target !== source && made.has(target))
    ])
  );
}
function targetsFirstOf(links, left) {
  return ringsOf(links).flatMap((ring) => {
    const [only] = ring;
    if (ring.length === 1 || only === void 0) return ring;
    const members = new Set(ring);
    const inRing = new Map(
      [...links].flatMap(
        ([source, targets]) => members.has(source) ? [[source, targets.filter((each) => members.has(each))]] : []
      )
    );
    for (const targets of inRing.values()) left.links -= targets.length;
    if (left.links < 0) return [...inRing.keys()];
    const head = mostLinked(inRing);
    inRing.delete(head);
    return [head, ...targetsFirstOf(without(inRing, head), left)];
  });
}
function without(links, source) {
  return new Map(
    [...links].map(([key, targets]) => [key, targets.filter((each) => each !== source)])
  );
}
function mostLinked(links) {
  const counts = new Map([...links.keys()].map((source) => [source, 0]));
  for (const target of [...links.values()].flat())
    counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts].reduce((most, each) => each[1] > most[1] ? each : most)[0];
}
function ringsOf(links) {
  const rings = [];
  const numbers = /* @__PURE__ */ new Map();
  const lowest = /* @__PURE__ */ new Map();
  const open = [];
  const isOpen = /* @__PURE__ */ new Set();
  const enter = (source) => {
    lowest.set(source, numbers.size);
    numbers.set(source, numbers.size);
    open.push(source);
    isOpen.add(source);
    return { source, targets: (links.get(source) ?? []).values() };
  };
  const reach = (source, number) => lowest.set(source, Math.min(lowest.get(source) ?? Infinity, number ?? Infinity));
  for (const start of links.keys()) {
    if (numbers.has(start)) continue;
    const path = [enter(start)];
    for (let last = path.at(-1); last !== void 0; last = path.at(-1)) {
      const { source, targets } = last;
      const { value: target, done } = targets.next();
      if (!done) {
        if (!numbers.has(target)) path.push(enter(target));
        else if (isOpen.has(target)) reach(source, numbers.get(target));
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) reach(before.source, lowest.get(source));
      if (lowest.get(source) !== numbers.get(source)) continue;
      const ring = open.splice(open.lastIndexOf(source));
      for (const each of ring) isOpen.delete(each);
      rings.push(ring);
    }
  }
  return rings;
}

// src/composing/fill-holes.ts
function fillHoles(composed, addressOf) {
  const { holes = [], ...content } = composed;
  if (holes.length === 0) return { content: composed, filled: {} };
  const filled = new Map(holes.map((hole) => [hole.for, addressOf(hole.for)]));
  const addresses = holes.map((hole) => {
    const address = filled.get(hole.for) ?? hole.else;
    if (address === void 0) throw new TypeError(`nothing fills the hole for ${hole.for}`);
    return [hole, address];
  });
  const fill = (field, text) => addresses.filter(([hole]) => hole.field === field).toSorted(([a], [b]) => b.at - a.at).reduce((rest, [{ at }, address]) => rest.slice(0, at) + address + rest.slice(at), text);
  const body = fill("body", content.body);
  return {
    content: content.kind === "question" ? { ...content, body, answer: fill("answer", content.answer) } : { ...content, body },
    filled: Object.fromEntries(filled)
  };
}

export {
  fillHoles,
  textNormalizations,
  anyNormalization,
  denormalized,
  possibleNormalizations,
  mayBeSame,
  encodings,
  decodeAs,
  matchingEncodings,
  learnEncoding,
  viewField,
  writtenAddresses,
  noAddresses,
  filledAsRead,
  withHoles,
  asWritten,
  asPlanned,
  asIntended,
  asAny,
  filledOf,
  addressesNow,
  haveLinksMoved,
  linksOf,
  makesPost,
  targetsFirst,
  mostWantedFirst
};
