import {
  hiddenIn
} from "./model.shown-text.js";
import {
  destinationOf,
  longestMarkdown,
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  emptyLedger,
  mostPending
} from "./model.ledger.js";
import {
  imageTarget,
  imageTypeOf,
  mostImageBytes
} from "./model.image.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  digestOf,
  digestOfBytes
} from "./model.digest.js";
import {
  editorsSchema,
  oneOf,
  schemaProblems,
  text
} from "./yaml.editors-schema.js";
import {
  nearestName
} from "./model.nearest-name.js";
import {
  _enum,
  _minLength,
  _regex,
  _trim,
  array,
  nullish,
  object,
  parse,
  pipe,
  safeParse,
  strictObject,
  string,
  transform,
  union
} from "./npm.zod.js";
import {
  placeInConfig,
  readYaml
} from "./yaml.yaml-file.js";
import {
  articleTypes,
  mostCharacters
} from "./model.draft.js";
import {
  isObject
} from "./model.is-object.js";
import {
  fixedRuleIds,
  inLink,
  pageOf,
  ruleIds,
  sourceRules
} from "./curation.rule-ids.js";
import {
  Fault
} from "./model.error.js";
import {
  memoize
} from "./model.memoize.js";

// src/commands/finding-document.ts
function findingDocument(finding) {
  const { rule: rule2, severity, source: source2, place, message, remedy: remedy2, forTeam = null } = finding;
  const beside = { message, forTeam };
  const { file, line, column } = place ?? { file: null, line: null, column: null };
  return { rule: rule2, severity, source: source2, file, line, column, ...beside, remedy: remedy2 };
}

// src/model/visible-text.ts
function visibleText(text2) {
  return text2.replace(new RegExp("\\p{Default_Ignorable_Code_Point}+", "gu"), "").replace(/[\s\u2800]+/g, " ").replace(new RegExp("\\p{Cc}+", "gu"), "").replace(new RegExp("\\p{M}{30}", "gu"), "$&͏").normalize("NFC").replaceAll("͏", "").trim();
}

// src/model/post.ts
function textDigest({
  body,
  answer = null
}) {
  return digestOf({
    body: visibleText(body),
    answer: answer === null ? null : visibleText(answer)
  });
}
function baseOf(content, text2 = null) {
  return { base: digestOf(content), title: content.title, text: text2 ?? textDigest(content) };
}
function withoutAnswer(content) {
  return content.kind === "question" ? withAnswerOf(content, { answer: "" }) : content;
}
function withAnswerOf({ holes: own = [], ...question }, { answer, holes: others4 = [] }) {
  const isAnswers = ({ field }) => field === "answer";
  const holes = [...own.filter((hole) => !isAnswers(hole)), ...others4.filter(isAnswers)];
  return { ...question, answer, ...holes.length > 0 && { holes } };
}

// src/model/source-key.ts
function sourceKey(provenance, id) {
  return { base: id === null ? provenance : { kind: "id", name: id }, question: null };
}
function formatSourceKey({ base, question }) {
  const text2 = base.kind === "id" ? `id/${base.name}` : provenanceText(base);
  return question === null ? text2 : `${text2}#${question}`;
}
function parseSourceKey(text2) {
  const [, named2 = text2, question = null] = /^(.+)#([\p{L}\p{M}\p{N}\p{Pc}-]+)$/u.exec(text2) ?? [];
  const [, number2] = /^pull\/([1-9]\d{0,14})$/.exec(named2) ?? [];
  if (number2 !== void 0)
    return { base: { kind: "pull-request", number: Number(number2) }, question };
  const [, name] = /^id\/([A-Za-z0-9._-]{1,100})$/.exec(named2) ?? [];
  if (name !== void 0) return { base: { kind: "id", name }, question };
  const [, tag2] = /^release\/(.+)$/.exec(text2) ?? [];
  if (tag2 !== void 0) return { base: { kind: "release", tag: tag2 }, question: null };
  return { base: { kind: "file", path: named2 }, question };
}
var collator = null;
function compareSourceKeys(a, b) {
  collator ??= new Intl.Collator("en", { numeric: true });
  return collator.compare(a, b) || (a === b ? 0 : a < b ? -1 : 1);
}

// src/markdown/nodes.ts
function startOf(node) {
  return node.position?.start.offset ?? 0;
}
function endOf(node) {
  return node.position?.end.offset ?? 0;
}
function sliceOf(text2, node) {
  return text2.slice(startOf(node), endOf(node));
}
function nodesOf(tree) {
  const found = [];
  const open = [tree];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    found.push(node);
    if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

// src/composing/words.ts
var address = /(?:https?|ftp):\/\/[^\s<]+/gi;
function wordsOf(text2, tree) {
  const words2 = { outsideLinks: [], inLinks: [] };
  const open = [
    { node: tree, to: words2.outsideLinks }
  ];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { node, to } = next;
    if (node.type === "text") to.push(...withoutAddresses(text2, startOf(node), endOf(node)));
    if (!("children" in node)) continue;
    const isLink2 = node.type === "link" || node.type === "linkReference";
    if (isLink2 && text2.startsWith("<", startOf(node))) continue;
    for (const child of node.children.toReversed())
      open.push({ node: child, to: isLink2 ? words2.inLinks : to });
  }
  return words2;
}
function withoutAddresses(text2, start, end2) {
  const slice = text2.slice(start, end2);
  if (!slice.includes("://")) return [{ start, end: end2 }];
  const ranges = [];
  let at = start;
  for (const { 0: found, index } of slice.matchAll(address)) {
    ranges.push({ start: at, end: start + index });
    at = start + index + found.length;
  }
  return [...ranges, { start: at, end: end2 }].filter((range) => range.start < range.end);
}
function* matchesIn(text2, ranges, pattern3) {
  for (const range of ranges) {
    const from = Math.max(0, range.start - 2);
    for (const found of text2.slice(from, range.end + 2).matchAll(pattern3)) {
      const start = from + found.index;
      const end2 = start + found[0].length;
      if (start >= range.start && end2 <= range.end) yield { found, start, end: end2 };
    }
  }
}

// src/composing/constructs/emoji.ts
var run = /(?<!:)(?:\\?:(?:[a-z\d+-]|\\?_){1,60}\\?:)+(?!:)/g;
var code = /\\?:((?:[a-z\d+-]|\\?_){1,60})\\?:/g;
var emoji = function* emoji2({ text: text2, words: words2, around: around2 }) {
  for (const ranges of [words2.outsideLinks, words2.inLinks])
    for (const { found: codes, start } of matchesIn(text2, ranges, run))
      for (const { 0: written2, 1: name = "", index } of codes[0].matchAll(code)) {
        const character = around2.emojiOf(name.replaceAll("\\", ""));
        const at = start + index;
        if (character !== null) yield { start: at, end: at + written2.length, by: character };
      }
};
async function emojiFor(texts) {
  for (const text2 of texts)
    if (text2.search(code) !== -1) {
      const { nameToEmoji } = await import("./npm.gemoji.js");
      return (name) => Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] ?? null : null;
    }
  return () => null;
}

// src/curation/apply-severity.ts
function applySeverity(findings, rules2) {
  return findings.flatMap((finding) => {
    if (fixedRuleIds.includes(finding.rule)) return [{ ...finding, severity: "error" }];
    const set = Object.hasOwn(rules2, finding.rule) ? rules2[finding.rule] : void 0;
    return set === "off" ? [] : [{ ...finding, severity: set ?? finding.severity }];
  }).sort(
    (a, b) => compareSourceKeys(provenanceText(a.provenance), provenanceText(b.provenance)) || (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

// src/model/finding.ts
var mostListed = 20;
function listed(found) {
  const next = found[mostListed];
  if (next === void 0) return found;
  const message = `The rule finds ${found.length - mostListed} more here and in what follows, which are not listed.`;
  const rest = { ...next, message, remedy: "Correct those that are listed, and check again." };
  return [...found.slice(0, mostListed), rest];
}

var regexAstralSymbols=/[\uD800-\uDBFF][\uDC00-\uDFFF]/g,regexAsciiWhitelist=/[\x01-\x7F]/g,regexBmpWhitelist=/[\x01-\t\x0B\f\x0E-\x1F\x7F\x81\x8D\x8F\x90\x9D\xA0-\uFFFF]/g,regexEncodeNonAscii=/<\u20D2|=\u20E5|>\u20D2|\u205F\u200A|\u219D\u0338|\u2202\u0338|\u2220\u20D2|\u2229\uFE00|\u222A\uFE00|\u223C\u20D2|\u223D\u0331|\u223E\u0333|\u2242\u0338|\u224B\u0338|\u224D\u20D2|\u224E\u0338|\u224F\u0338|\u2250\u0338|\u2261\u20E5|\u2264\u20D2|\u2265\u20D2|\u2266\u0338|\u2267\u0338|\u2268\uFE00|\u2269\uFE00|\u226A\u0338|\u226A\u20D2|\u226B\u0338|\u226B\u20D2|\u227F\u0338|\u2282\u20D2|\u2283\u20D2|\u228A\uFE00|\u228B\uFE00|\u228F\u0338|\u2290\u0338|\u2293\uFE00|\u2294\uFE00|\u22B4\u20D2|\u22B5\u20D2|\u22D8\u0338|\u22D9\u0338|\u22DA\uFE00|\u22DB\uFE00|\u22F5\u0338|\u22F9\u0338|\u2933\u0338|\u29CF\u0338|\u29D0\u0338|\u2A6D\u0338|\u2A70\u0338|\u2A7D\u0338|\u2A7E\u0338|\u2AA1\u0338|\u2AA2\u0338|\u2AAC\uFE00|\u2AAD\uFE00|\u2AAF\u0338|\u2AB0\u0338|\u2AC5\u0338|\u2AC6\u0338|\u2ACB\uFE00|\u2ACC\uFE00|\u2AFD\u20E5|[\xA0-\u0113\u0116-\u0122\u0124-\u012B\u012E-\u014D\u0150-\u017E\u0192\u01B5\u01F5\u0237\u02C6\u02C7\u02D8-\u02DD\u0311\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u03D1\u03D2\u03D5\u03D6\u03DC\u03DD\u03F0\u03F1\u03F5\u03F6\u0401-\u040C\u040E-\u044F\u0451-\u045C\u045E\u045F\u2002-\u2005\u2007-\u2010\u2013-\u2016\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2025\u2026\u2030-\u2035\u2039\u203A\u203E\u2041\u2043\u2044\u204F\u2057\u205F-\u2063\u20AC\u20DB\u20DC\u2102\u2105\u210A-\u2113\u2115-\u211E\u2122\u2124\u2127-\u2129\u212C\u212D\u212F-\u2131\u2133-\u2138\u2145-\u2148\u2153-\u215E\u2190-\u219B\u219D-\u21A7\u21A9-\u21AE\u21B0-\u21B3\u21B5-\u21B7\u21BA-\u21DB\u21DD\u21E4\u21E5\u21F5\u21FD-\u2205\u2207-\u2209\u220B\u220C\u220F-\u2214\u2216-\u2218\u221A\u221D-\u2238\u223A-\u2257\u2259\u225A\u225C\u225F-\u2262\u2264-\u228B\u228D-\u229B\u229D-\u22A5\u22A7-\u22B0\u22B2-\u22BB\u22BD-\u22DB\u22DE-\u22E3\u22E6-\u22F7\u22F9-\u22FE\u2305\u2306\u2308-\u2310\u2312\u2313\u2315\u2316\u231C-\u231F\u2322\u2323\u232D\u232E\u2336\u233D\u233F\u237C\u23B0\u23B1\u23B4-\u23B6\u23DC-\u23DF\u23E2\u23E7\u2423\u24C8\u2500\u2502\u250C\u2510\u2514\u2518\u251C\u2524\u252C\u2534\u253C\u2550-\u256C\u2580\u2584\u2588\u2591-\u2593\u25A1\u25AA\u25AB\u25AD\u25AE\u25B1\u25B3-\u25B5\u25B8\u25B9\u25BD-\u25BF\u25C2\u25C3\u25CA\u25CB\u25EC\u25EF\u25F8-\u25FC\u2605\u2606\u260E\u2640\u2642\u2660\u2663\u2665\u2666\u266A\u266D-\u266F\u2713\u2717\u2720\u2736\u2758\u2772\u2773\u27C8\u27C9\u27E6-\u27ED\u27F5-\u27FA\u27FC\u27FF\u2902-\u2905\u290C-\u2913\u2916\u2919-\u2920\u2923-\u292A\u2933\u2935-\u2939\u293C\u293D\u2945\u2948-\u294B\u294E-\u2976\u2978\u2979\u297B-\u297F\u2985\u2986\u298B-\u2996\u299A\u299C\u299D\u29A4-\u29B7\u29B9\u29BB\u29BC\u29BE-\u29C5\u29C9\u29CD-\u29D0\u29DC-\u29DE\u29E3-\u29E5\u29EB\u29F4\u29F6\u2A00-\u2A02\u2A04\u2A06\u2A0C\u2A0D\u2A10-\u2A17\u2A22-\u2A27\u2A29\u2A2A\u2A2D-\u2A31\u2A33-\u2A3C\u2A3F\u2A40\u2A42-\u2A4D\u2A50\u2A53-\u2A58\u2A5A-\u2A5D\u2A5F\u2A66\u2A6A\u2A6D-\u2A75\u2A77-\u2A9A\u2A9D-\u2AA2\u2AA4-\u2AB0\u2AB3-\u2AC8\u2ACB\u2ACC\u2ACF-\u2ADB\u2AE4\u2AE6-\u2AE9\u2AEB-\u2AF3\u2AFD\uFB00-\uFB04]|\uD835[\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDCCF\uDD04\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDD6B]/g,encodeMap=new Map([["	","Tab"],[`
`,"NewLine"],["!","excl"],['"',"quot"],["#","num"],["$","dollar"],["%","percnt"],["&","amp"],["'","apos"],["(","lpar"],[")","rpar"],["*","ast"],["+","plus"],[",","comma"],[".","period"],["/","sol"],[":","colon"],[";","semi"],["<","lt"],["<⃒","nvlt"],["=","equals"],["=⃥","bne"],[">","gt"],[">⃒","nvgt"],["?","quest"],["@","commat"],["[","lsqb"],["]","rsqb"],["^","Hat"],["_","lowbar"],["`","grave"],["fj","fjlig"],["{","lcub"],["|","vert"],["}","rcub"],[" ","nbsp"],["¡","iexcl"],["¢","cent"],["£","pound"],["¤","curren"],["¥","yen"],["¦","brvbar"],["§","sect"],["¨","die"],["©","copy"],["ª","ordf"],["«","laquo"],["¬","not"],["­","shy"],["®","reg"],["¯","macr"],["°","deg"],["±","pm"],["²","sup2"],["³","sup3"],["´","acute"],["µ","micro"],["¶","para"],["·","middot"],["¸","cedil"],["¹","sup1"],["º","ordm"],["»","raquo"],["¼","frac14"],["½","half"],["¾","frac34"],["¿","iquest"],["À","Agrave"],["Á","Aacute"],["Â","Acirc"],["Ã","Atilde"],["Ä","Auml"],["Å","angst"],["Æ","AElig"],["Ç","Ccedil"],["È","Egrave"],["É","Eacute"],["Ê","Ecirc"],["Ë","Euml"],["Ì","Igrave"],["Í","Iacute"],["Î","Icirc"],["Ï","Iuml"],["Ð","ETH"],["Ñ","Ntilde"],["Ò","Ograve"],["Ó","Oacute"],["Ô","Ocirc"],["Õ","Otilde"],["Ö","Ouml"],["×","times"],["Ø","Oslash"],["Ù","Ugrave"],["Ú","Uacute"],["Û","Ucirc"],["Ü","Uuml"],["Ý","Yacute"],["Þ","THORN"],["ß","szlig"],["à","agrave"],["á","aacute"],["â","acirc"],["ã","atilde"],["ä","auml"],["å","aring"],["æ","aelig"],["ç","ccedil"],["è","egrave"],["é","eacute"],["ê","ecirc"],["ë","euml"],["ì","igrave"],["í","iacute"],["î","icirc"],["ï","iuml"],["ð","eth"],["ñ","ntilde"],["ò","ograve"],["ó","oacute"],["ô","ocirc"],["õ","otilde"],["ö","ouml"],["÷","div"],["ø","oslash"],["ù","ugrave"],["ú","uacute"],["û","ucirc"],["ü","uuml"],["ý","yacute"],["þ","thorn"],["ÿ","yuml"],["Ā","Amacr"],["ā","amacr"],["Ă","Abreve"],["ă","abreve"],["Ą","Aogon"],["ą","aogon"],["Ć","Cacute"],["ć","cacute"],["Ĉ","Ccirc"],["ĉ","ccirc"],["Ċ","Cdot"],["ċ","cdot"],["Č","Ccaron"],["č","ccaron"],["Ď","Dcaron"],["ď","dcaron"],["Đ","Dstrok"],["đ","dstrok"],["Ē","Emacr"],["ē","emacr"],["Ė","Edot"],["ė","edot"],["Ę","Eogon"],["ę","eogon"],["Ě","Ecaron"],["ě","ecaron"],["Ĝ","Gcirc"],["ĝ","gcirc"],["Ğ","Gbreve"],["ğ","gbreve"],["Ġ","Gdot"],["ġ","gdot"],["Ģ","Gcedil"],["Ĥ","Hcirc"],["ĥ","hcirc"],["Ħ","Hstrok"],["ħ","hstrok"],["Ĩ","Itilde"],["ĩ","itilde"],["Ī","Imacr"],["ī","imacr"],["Į","Iogon"],["į","iogon"],["İ","Idot"],["ı","imath"],["Ĳ","IJlig"],["ĳ","ijlig"],["Ĵ","Jcirc"],["ĵ","jcirc"],["Ķ","Kcedil"],["ķ","kcedil"],["ĸ","kgreen"],["Ĺ","Lacute"],["ĺ","lacute"],["Ļ","Lcedil"],["ļ","lcedil"],["Ľ","Lcaron"],["ľ","lcaron"],["Ŀ","Lmidot"],["ŀ","lmidot"],["Ł","Lstrok"],["ł","lstrok"],["Ń","Nacute"],["ń","nacute"],["Ņ","Ncedil"],["ņ","ncedil"],["Ň","Ncaron"],["ň","ncaron"],["ŉ","napos"],["Ŋ","ENG"],["ŋ","eng"],["Ō","Omacr"],["ō","omacr"],["Ő","Odblac"],["ő","odblac"],["Œ","OElig"],["œ","oelig"],["Ŕ","Racute"],["ŕ","racute"],["Ŗ","Rcedil"],["ŗ","rcedil"],["Ř","Rcaron"],["ř","rcaron"],["Ś","Sacute"],["ś","sacute"],["Ŝ","Scirc"],["ŝ","scirc"],["Ş","Scedil"],["ş","scedil"],["Š","Scaron"],["š","scaron"],["Ţ","Tcedil"],["ţ","tcedil"],["Ť","Tcaron"],["ť","tcaron"],["Ŧ","Tstrok"],["ŧ","tstrok"],["Ũ","Utilde"],["ũ","utilde"],["Ū","Umacr"],["ū","umacr"],["Ŭ","Ubreve"],["ŭ","ubreve"],["Ů","Uring"],["ů","uring"],["Ű","Udblac"],["ű","udblac"],["Ų","Uogon"],["ų","uogon"],["Ŵ","Wcirc"],["ŵ","wcirc"],["Ŷ","Ycirc"],["ŷ","ycirc"],["Ÿ","Yuml"],["Ź","Zacute"],["ź","zacute"],["Ż","Zdot"],["ż","zdot"],["Ž","Zcaron"],["ž","zcaron"],["ƒ","fnof"],["Ƶ","imped"],["ǵ","gacute"],["ȷ","jmath"],["ˆ","circ"],["ˇ","caron"],["˘","breve"],["˙","dot"],["˚","ring"],["˛","ogon"],["˜","tilde"],["˝","dblac"],["̑","DownBreve"],["Α","Alpha"],["Β","Beta"],["Γ","Gamma"],["Δ","Delta"],["Ε","Epsilon"],["Ζ","Zeta"],["Η","Eta"],["Θ","Theta"],["Ι","Iota"],["Κ","Kappa"],["Λ","Lambda"],["Μ","Mu"],["Ν","Nu"],["Ξ","Xi"],["Ο","Omicron"],["Π","Pi"],["Ρ","Rho"],["Σ","Sigma"],["Τ","Tau"],["Υ","Upsilon"],["Φ","Phi"],["Χ","Chi"],["Ψ","Psi"],["Ω","ohm"],["α","alpha"],["β","beta"],["γ","gamma"],["δ","delta"],["ε","epsi"],["ζ","zeta"],["η","eta"],["θ","theta"],["ι","iota"],["κ","kappa"],["λ","lambda"],["μ","mu"],["ν","nu"],["ξ","xi"],["ο","omicron"],["π","pi"],["ρ","rho"],["ς","sigmaf"],["σ","sigma"],["τ","tau"],["υ","upsi"],["φ","phi"],["χ","chi"],["ψ","psi"],["ω","omega"],["ϑ","thetav"],["ϒ","Upsi"],["ϕ","phiv"],["ϖ","piv"],["Ϝ","Gammad"],["ϝ","gammad"],["ϰ","kappav"],["ϱ","rhov"],["ϵ","epsiv"],["϶","bepsi"],["Ё","IOcy"],["Ђ","DJcy"],["Ѓ","GJcy"],["Є","Jukcy"],["Ѕ","DScy"],["І","Iukcy"],["Ї","YIcy"],["Ј","Jsercy"],["Љ","LJcy"],["Њ","NJcy"],["Ћ","TSHcy"],["Ќ","KJcy"],["Ў","Ubrcy"],["Џ","DZcy"],["А","Acy"],["Б","Bcy"],["В","Vcy"],["Г","Gcy"],["Д","Dcy"],["Е","IEcy"],["Ж","ZHcy"],["З","Zcy"],["И","Icy"],["Й","Jcy"],["К","Kcy"],["Л","Lcy"],["М","Mcy"],["Н","Ncy"],["О","Ocy"],["П","Pcy"],["Р","Rcy"],["С","Scy"],["Т","Tcy"],["У","Ucy"],["Ф","Fcy"],["Х","KHcy"],["Ц","TScy"],["Ч","CHcy"],["Ш","SHcy"],["Щ","SHCHcy"],["Ъ","HARDcy"],["Ы","Ycy"],["Ь","SOFTcy"],["Э","Ecy"],["Ю","YUcy"],["Я","YAcy"],["а","acy"],["б","bcy"],["в","vcy"],["г","gcy"],["д","dcy"],["е","iecy"],["ж","zhcy"],["з","zcy"],["и","icy"],["й","jcy"],["к","kcy"],["л","lcy"],["м","mcy"],["н","ncy"],["о","ocy"],["п","pcy"],["р","rcy"],["с","scy"],["т","tcy"],["у","ucy"],["ф","fcy"],["х","khcy"],["ц","tscy"],["ч","chcy"],["ш","shcy"],["щ","shchcy"],["ъ","hardcy"],["ы","ycy"],["ь","softcy"],["э","ecy"],["ю","yucy"],["я","yacy"],["ё","iocy"],["ђ","djcy"],["ѓ","gjcy"],["є","jukcy"],["ѕ","dscy"],["і","iukcy"],["ї","yicy"],["ј","jsercy"],["љ","ljcy"],["њ","njcy"],["ћ","tshcy"],["ќ","kjcy"],["ў","ubrcy"],["џ","dzcy"],[" ","ensp"],[" ","emsp"],[" ","emsp13"],[" ","emsp14"],[" ","numsp"],[" ","puncsp"],[" ","thinsp"],[" ","hairsp"],["​","ZeroWidthSpace"],["‌","zwnj"],["‍","zwj"],["‎","lrm"],["‏","rlm"],["‐","dash"],["–","ndash"],["—","mdash"],["―","horbar"],["‖","Vert"],["‘","lsquo"],["’","rsquo"],["‚","sbquo"],["“","ldquo"],["”","rdquo"],["„","bdquo"],["†","dagger"],["‡","Dagger"],["•","bull"],["‥","nldr"],["…","mldr"],["‰","permil"],["‱","pertenk"],["′","prime"],["″","Prime"],["‴","tprime"],["‵","bprime"],["‹","lsaquo"],["›","rsaquo"],["‾","oline"],["⁁","caret"],["⁃","hybull"],["⁄","frasl"],["⁏","bsemi"],["⁗","qprime"],[" ","MediumSpace"],["  ","ThickSpace"],["⁠","NoBreak"],["⁡","af"],["⁢","it"],["⁣","ic"],["€","euro"],["⃛","tdot"],["⃜","DotDot"],["ℂ","Copf"],["℅","incare"],["ℊ","gscr"],["ℋ","Hscr"],["ℌ","Hfr"],["ℍ","Hopf"],["ℎ","planckh"],["ℏ","hbar"],["ℐ","Iscr"],["ℑ","Im"],["ℒ","Lscr"],["ℓ","ell"],["ℕ","Nopf"],["№","numero"],["℗","copysr"],["℘","wp"],["ℙ","Popf"],["ℚ","Qopf"],["ℛ","Rscr"],["ℜ","Re"],["ℝ","Ropf"],["℞","rx"],["™","trade"],["ℤ","Zopf"],["℧","mho"],["ℨ","Zfr"],["℩","iiota"],["ℬ","Bscr"],["ℭ","Cfr"],["ℯ","escr"],["ℰ","Escr"],["ℱ","Fscr"],["ℳ","Mscr"],["ℴ","oscr"],["ℵ","aleph"],["ℶ","beth"],["ℷ","gimel"],["ℸ","daleth"],["ⅅ","DD"],["ⅆ","dd"],["ⅇ","ee"],["ⅈ","ii"],["⅓","frac13"],["⅔","frac23"],["⅕","frac15"],["⅖","frac25"],["⅗","frac35"],["⅘","frac45"],["⅙","frac16"],["⅚","frac56"],["⅛","frac18"],["⅜","frac38"],["⅝","frac58"],["⅞","frac78"],["←","larr"],["↑","uarr"],["→","rarr"],["↓","darr"],["↔","harr"],["↕","varr"],["↖","nwarr"],["↗","nearr"],["↘","searr"],["↙","swarr"],["↚","nlarr"],["↛","nrarr"],["↝","rarrw"],["↝̸","nrarrw"],["↞","Larr"],["↟","Uarr"],["↠","Rarr"],["↡","Darr"],["↢","larrtl"],["↣","rarrtl"],["↤","mapstoleft"],["↥","mapstoup"],["↦","map"],["↧","mapstodown"],["↩","larrhk"],["↪","rarrhk"],["↫","larrlp"],["↬","rarrlp"],["↭","harrw"],["↮","nharr"],["↰","lsh"],["↱","rsh"],["↲","ldsh"],["↳","rdsh"],["↵","crarr"],["↶","cularr"],["↷","curarr"],["↺","olarr"],["↻","orarr"],["↼","lharu"],["↽","lhard"],["↾","uharr"],["↿","uharl"],["⇀","rharu"],["⇁","rhard"],["⇂","dharr"],["⇃","dharl"],["⇄","rlarr"],["⇅","udarr"],["⇆","lrarr"],["⇇","llarr"],["⇈","uuarr"],["⇉","rrarr"],["⇊","ddarr"],["⇋","lrhar"],["⇌","rlhar"],["⇍","nlArr"],["⇎","nhArr"],["⇏","nrArr"],["⇐","lArr"],["⇑","uArr"],["⇒","rArr"],["⇓","dArr"],["⇔","iff"],["⇕","vArr"],["⇖","nwArr"],["⇗","neArr"],["⇘","seArr"],["⇙","swArr"],["⇚","lAarr"],["⇛","rAarr"],["⇝","zigrarr"],["⇤","larrb"],["⇥","rarrb"],["⇵","duarr"],["⇽","loarr"],["⇾","roarr"],["⇿","hoarr"],["∀","forall"],["∁","comp"],["∂","part"],["∂̸","npart"],["∃","exist"],["∄","nexist"],["∅","empty"],["∇","Del"],["∈","in"],["∉","notin"],["∋","ni"],["∌","notni"],["∏","prod"],["∐","coprod"],["∑","sum"],["−","minus"],["∓","mp"],["∔","plusdo"],["∖","setmn"],["∗","lowast"],["∘","compfn"],["√","Sqrt"],["∝","prop"],["∞","infin"],["∟","angrt"],["∠","ang"],["∠⃒","nang"],["∡","angmsd"],["∢","angsph"],["∣","mid"],["∤","nmid"],["∥","par"],["∦","npar"],["∧","and"],["∨","or"],["∩","cap"],["∩︀","caps"],["∪","cup"],["∪︀","cups"],["∫","int"],["∬","Int"],["∭","tint"],["∮","oint"],["∯","Conint"],["∰","Cconint"],["∱","cwint"],["∲","cwconint"],["∳","awconint"],["∴","there4"],["∵","becaus"],["∶","ratio"],["∷","Colon"],["∸","minusd"],["∺","mDDot"],["∻","homtht"],["∼","sim"],["∼⃒","nvsim"],["∽","bsim"],["∽̱","race"],["∾","ac"],["∾̳","acE"],["∿","acd"],["≀","wr"],["≁","nsim"],["≂","esim"],["≂̸","nesim"],["≃","sime"],["≄","nsime"],["≅","cong"],["≆","simne"],["≇","ncong"],["≈","ap"],["≉","nap"],["≊","ape"],["≋","apid"],["≋̸","napid"],["≌","bcong"],["≍","CupCap"],["≍⃒","nvap"],["≎","bump"],["≎̸","nbump"],["≏","bumpe"],["≏̸","nbumpe"],["≐","doteq"],["≐̸","nedot"],["≑","eDot"],["≒","efDot"],["≓","erDot"],["≔","colone"],["≕","ecolon"],["≖","ecir"],["≗","cire"],["≙","wedgeq"],["≚","veeeq"],["≜","trie"],["≟","equest"],["≠","ne"],["≡","equiv"],["≡⃥","bnequiv"],["≢","nequiv"],["≤","le"],["≤⃒","nvle"],["≥","ge"],["≥⃒","nvge"],["≦","lE"],["≦̸","nlE"],["≧","gE"],["≧̸","ngE"],["≨","lnE"],["≨︀","lvnE"],["≩","gnE"],["≩︀","gvnE"],["≪","ll"],["≪̸","nLtv"],["≪⃒","nLt"],["≫","gg"],["≫̸","nGtv"],["≫⃒","nGt"],["≬","twixt"],["≭","NotCupCap"],["≮","nlt"],["≯","ngt"],["≰","nle"],["≱","nge"],["≲","lsim"],["≳","gsim"],["≴","nlsim"],["≵","ngsim"],["≶","lg"],["≷","gl"],["≸","ntlg"],["≹","ntgl"],["≺","pr"],["≻","sc"],["≼","prcue"],["≽","sccue"],["≾","prsim"],["≿","scsim"],["≿̸","NotSucceedsTilde"],["⊀","npr"],["⊁","nsc"],["⊂","sub"],["⊂⃒","vnsub"],["⊃","sup"],["⊃⃒","vnsup"],["⊄","nsub"],["⊅","nsup"],["⊆","sube"],["⊇","supe"],["⊈","nsube"],["⊉","nsupe"],["⊊","subne"],["⊊︀","vsubne"],["⊋","supne"],["⊋︀","vsupne"],["⊍","cupdot"],["⊎","uplus"],["⊏","sqsub"],["⊏̸","NotSquareSubset"],["⊐","sqsup"],["⊐̸","NotSquareSuperset"],["⊑","sqsube"],["⊒","sqsupe"],["⊓","sqcap"],["⊓︀","sqcaps"],["⊔","sqcup"],["⊔︀","sqcups"],["⊕","oplus"],["⊖","ominus"],["⊗","otimes"],["⊘","osol"],["⊙","odot"],["⊚","ocir"],["⊛","oast"],["⊝","odash"],["⊞","plusb"],["⊟","minusb"],["⊠","timesb"],["⊡","sdotb"],["⊢","vdash"],["⊣","dashv"],["⊤","top"],["⊥","bot"],["⊧","models"],["⊨","vDash"],["⊩","Vdash"],["⊪","Vvdash"],["⊫","VDash"],["⊬","nvdash"],["⊭","nvDash"],["⊮","nVdash"],["⊯","nVDash"],["⊰","prurel"],["⊲","vltri"],["⊳","vrtri"],["⊴","ltrie"],["⊴⃒","nvltrie"],["⊵","rtrie"],["⊵⃒","nvrtrie"],["⊶","origof"],["⊷","imof"],["⊸","mumap"],["⊹","hercon"],["⊺","intcal"],["⊻","veebar"],["⊽","barvee"],["⊾","angrtvb"],["⊿","lrtri"],["⋀","Wedge"],["⋁","Vee"],["⋂","xcap"],["⋃","xcup"],["⋄","diam"],["⋅","sdot"],["⋆","Star"],["⋇","divonx"],["⋈","bowtie"],["⋉","ltimes"],["⋊","rtimes"],["⋋","lthree"],["⋌","rthree"],["⋍","bsime"],["⋎","cuvee"],["⋏","cuwed"],["⋐","Sub"],["⋑","Sup"],["⋒","Cap"],["⋓","Cup"],["⋔","fork"],["⋕","epar"],["⋖","ltdot"],["⋗","gtdot"],["⋘","Ll"],["⋘̸","nLl"],["⋙","Gg"],["⋙̸","nGg"],["⋚","leg"],["⋚︀","lesg"],["⋛","gel"],["⋛︀","gesl"],["⋞","cuepr"],["⋟","cuesc"],["⋠","nprcue"],["⋡","nsccue"],["⋢","nsqsube"],["⋣","nsqsupe"],["⋦","lnsim"],["⋧","gnsim"],["⋨","prnsim"],["⋩","scnsim"],["⋪","nltri"],["⋫","nrtri"],["⋬","nltrie"],["⋭","nrtrie"],["⋮","vellip"],["⋯","ctdot"],["⋰","utdot"],["⋱","dtdot"],["⋲","disin"],["⋳","isinsv"],["⋴","isins"],["⋵","isindot"],["⋵̸","notindot"],["⋶","notinvc"],["⋷","notinvb"],["⋹","isinE"],["⋹̸","notinE"],["⋺","nisd"],["⋻","xnis"],["⋼","nis"],["⋽","notnivc"],["⋾","notnivb"],["⌅","barwed"],["⌆","Barwed"],["⌈","lceil"],["⌉","rceil"],["⌊","lfloor"],["⌋","rfloor"],["⌌","drcrop"],["⌍","dlcrop"],["⌎","urcrop"],["⌏","ulcrop"],["⌐","bnot"],["⌒","profline"],["⌓","profsurf"],["⌕","telrec"],["⌖","target"],["⌜","ulcorn"],["⌝","urcorn"],["⌞","dlcorn"],["⌟","drcorn"],["⌢","frown"],["⌣","smile"],["⌭","cylcty"],["⌮","profalar"],["⌶","topbot"],["⌽","ovbar"],["⌿","solbar"],["⍼","angzarr"],["⎰","lmoust"],["⎱","rmoust"],["⎴","tbrk"],["⎵","bbrk"],["⎶","bbrktbrk"],["⏜","OverParenthesis"],["⏝","UnderParenthesis"],["⏞","OverBrace"],["⏟","UnderBrace"],["⏢","trpezium"],["⏧","elinters"],["␣","blank"],["Ⓢ","oS"],["─","boxh"],["│","boxv"],["┌","boxdr"],["┐","boxdl"],["└","boxur"],["┘","boxul"],["├","boxvr"],["┤","boxvl"],["┬","boxhd"],["┴","boxhu"],["┼","boxvh"],["═","boxH"],["║","boxV"],["╒","boxdR"],["╓","boxDr"],["╔","boxDR"],["╕","boxdL"],["╖","boxDl"],["╗","boxDL"],["╘","boxuR"],["╙","boxUr"],["╚","boxUR"],["╛","boxuL"],["╜","boxUl"],["╝","boxUL"],["╞","boxvR"],["╟","boxVr"],["╠","boxVR"],["╡","boxvL"],["╢","boxVl"],["╣","boxVL"],["╤","boxHd"],["╥","boxhD"],["╦","boxHD"],["╧","boxHu"],["╨","boxhU"],["╩","boxHU"],["╪","boxvH"],["╫","boxVh"],["╬","boxVH"],["▀","uhblk"],["▄","lhblk"],["█","block"],["░","blk14"],["▒","blk12"],["▓","blk34"],["□","squ"],["▪","squf"],["▫","EmptyVerySmallSquare"],["▭","rect"],["▮","marker"],["▱","fltns"],["△","xutri"],["▴","utrif"],["▵","utri"],["▸","rtrif"],["▹","rtri"],["▽","xdtri"],["▾","dtrif"],["▿","dtri"],["◂","ltrif"],["◃","ltri"],["◊","loz"],["○","cir"],["◬","tridot"],["◯","xcirc"],["◸","ultri"],["◹","urtri"],["◺","lltri"],["◻","EmptySmallSquare"],["◼","FilledSmallSquare"],["★","starf"],["☆","star"],["☎","phone"],["♀","female"],["♂","male"],["♠","spades"],["♣","clubs"],["♥","hearts"],["♦","diams"],["♪","sung"],["♭","flat"],["♮","natur"],["♯","sharp"],["✓","check"],["✗","cross"],["✠","malt"],["✶","sext"],["❘","VerticalSeparator"],["❲","lbbrk"],["❳","rbbrk"],["⟈","bsolhsub"],["⟉","suphsol"],["⟦","lobrk"],["⟧","robrk"],["⟨","lang"],["⟩","rang"],["⟪","Lang"],["⟫","Rang"],["⟬","loang"],["⟭","roang"],["⟵","xlarr"],["⟶","xrarr"],["⟷","xharr"],["⟸","xlArr"],["⟹","xrArr"],["⟺","xhArr"],["⟼","xmap"],["⟿","dzigrarr"],["⤂","nvlArr"],["⤃","nvrArr"],["⤄","nvHarr"],["⤅","Map"],["⤌","lbarr"],["⤍","rbarr"],["⤎","lBarr"],["⤏","rBarr"],["⤐","RBarr"],["⤑","DDotrahd"],["⤒","UpArrowBar"],["⤓","DownArrowBar"],["⤖","Rarrtl"],["⤙","latail"],["⤚","ratail"],["⤛","lAtail"],["⤜","rAtail"],["⤝","larrfs"],["⤞","rarrfs"],["⤟","larrbfs"],["⤠","rarrbfs"],["⤣","nwarhk"],["⤤","nearhk"],["⤥","searhk"],["⤦","swarhk"],["⤧","nwnear"],["⤨","toea"],["⤩","tosa"],["⤪","swnwar"],["⤳","rarrc"],["⤳̸","nrarrc"],["⤵","cudarrr"],["⤶","ldca"],["⤷","rdca"],["⤸","cudarrl"],["⤹","larrpl"],["⤼","curarrm"],["⤽","cularrp"],["⥅","rarrpl"],["⥈","harrcir"],["⥉","Uarrocir"],["⥊","lurdshar"],["⥋","ldrushar"],["⥎","LeftRightVector"],["⥏","RightUpDownVector"],["⥐","DownLeftRightVector"],["⥑","LeftUpDownVector"],["⥒","LeftVectorBar"],["⥓","RightVectorBar"],["⥔","RightUpVectorBar"],["⥕","RightDownVectorBar"],["⥖","DownLeftVectorBar"],["⥗","DownRightVectorBar"],["⥘","LeftUpVectorBar"],["⥙","LeftDownVectorBar"],["⥚","LeftTeeVector"],["⥛","RightTeeVector"],["⥜","RightUpTeeVector"],["⥝","RightDownTeeVector"],["⥞","DownLeftTeeVector"],["⥟","DownRightTeeVector"],["⥠","LeftUpTeeVector"],["⥡","LeftDownTeeVector"],["⥢","lHar"],["⥣","uHar"],["⥤","rHar"],["⥥","dHar"],["⥦","luruhar"],["⥧","ldrdhar"],["⥨","ruluhar"],["⥩","rdldhar"],["⥪","lharul"],["⥫","llhard"],["⥬","rharul"],["⥭","lrhard"],["⥮","udhar"],["⥯","duhar"],["⥰","RoundImplies"],["⥱","erarr"],["⥲","simrarr"],["⥳","larrsim"],["⥴","rarrsim"],["⥵","rarrap"],["⥶","ltlarr"],["⥸","gtrarr"],["⥹","subrarr"],["⥻","suplarr"],["⥼","lfisht"],["⥽","rfisht"],["⥾","ufisht"],["⥿","dfisht"],["⦅","lopar"],["⦆","ropar"],["⦋","lbrke"],["⦌","rbrke"],["⦍","lbrkslu"],["⦎","rbrksld"],["⦏","lbrksld"],["⦐","rbrkslu"],["⦑","langd"],["⦒","rangd"],["⦓","lparlt"],["⦔","rpargt"],["⦕","gtlPar"],["⦖","ltrPar"],["⦚","vzigzag"],["⦜","vangrt"],["⦝","angrtvbd"],["⦤","ange"],["⦥","range"],["⦦","dwangle"],["⦧","uwangle"],["⦨","angmsdaa"],["⦩","angmsdab"],["⦪","angmsdac"],["⦫","angmsdad"],["⦬","angmsdae"],["⦭","angmsdaf"],["⦮","angmsdag"],["⦯","angmsdah"],["⦰","bemptyv"],["⦱","demptyv"],["⦲","cemptyv"],["⦳","raemptyv"],["⦴","laemptyv"],["⦵","ohbar"],["⦶","omid"],["⦷","opar"],["⦹","operp"],["⦻","olcross"],["⦼","odsold"],["⦾","olcir"],["⦿","ofcir"],["⧀","olt"],["⧁","ogt"],["⧂","cirscir"],["⧃","cirE"],["⧄","solb"],["⧅","bsolb"],["⧉","boxbox"],["⧍","trisb"],["⧎","rtriltri"],["⧏","LeftTriangleBar"],["⧏̸","NotLeftTriangleBar"],["⧐","RightTriangleBar"],["⧐̸","NotRightTriangleBar"],["⧜","iinfin"],["⧝","infintie"],["⧞","nvinfin"],["⧣","eparsl"],["⧤","smeparsl"],["⧥","eqvparsl"],["⧫","lozf"],["⧴","RuleDelayed"],["⧶","dsol"],["⨀","xodot"],["⨁","xoplus"],["⨂","xotime"],["⨄","xuplus"],["⨆","xsqcup"],["⨌","qint"],["⨍","fpartint"],["⨐","cirfnint"],["⨑","awint"],["⨒","rppolint"],["⨓","scpolint"],["⨔","npolint"],["⨕","pointint"],["⨖","quatint"],["⨗","intlarhk"],["⨢","pluscir"],["⨣","plusacir"],["⨤","simplus"],["⨥","plusdu"],["⨦","plussim"],["⨧","plustwo"],["⨩","mcomma"],["⨪","minusdu"],["⨭","loplus"],["⨮","roplus"],["⨯","Cross"],["⨰","timesd"],["⨱","timesbar"],["⨳","smashp"],["⨴","lotimes"],["⨵","rotimes"],["⨶","otimesas"],["⨷","Otimes"],["⨸","odiv"],["⨹","triplus"],["⨺","triminus"],["⨻","tritime"],["⨼","iprod"],["⨿","amalg"],["⩀","capdot"],["⩂","ncup"],["⩃","ncap"],["⩄","capand"],["⩅","cupor"],["⩆","cupcap"],["⩇","capcup"],["⩈","cupbrcap"],["⩉","capbrcup"],["⩊","cupcup"],["⩋","capcap"],["⩌","ccups"],["⩍","ccaps"],["⩐","ccupssm"],["⩓","And"],["⩔","Or"],["⩕","andand"],["⩖","oror"],["⩗","orslope"],["⩘","andslope"],["⩚","andv"],["⩛","orv"],["⩜","andd"],["⩝","ord"],["⩟","wedbar"],["⩦","sdote"],["⩪","simdot"],["⩭","congdot"],["⩭̸","ncongdot"],["⩮","easter"],["⩯","apacir"],["⩰","apE"],["⩰̸","napE"],["⩱","eplus"],["⩲","pluse"],["⩳","Esim"],["⩴","Colone"],["⩵","Equal"],["⩷","eDDot"],["⩸","equivDD"],["⩹","ltcir"],["⩺","gtcir"],["⩻","ltquest"],["⩼","gtquest"],["⩽","les"],["⩽̸","nles"],["⩾","ges"],["⩾̸","nges"],["⩿","lesdot"],["⪀","gesdot"],["⪁","lesdoto"],["⪂","gesdoto"],["⪃","lesdotor"],["⪄","gesdotol"],["⪅","lap"],["⪆","gap"],["⪇","lne"],["⪈","gne"],["⪉","lnap"],["⪊","gnap"],["⪋","lEg"],["⪌","gEl"],["⪍","lsime"],["⪎","gsime"],["⪏","lsimg"],["⪐","gsiml"],["⪑","lgE"],["⪒","glE"],["⪓","lesges"],["⪔","gesles"],["⪕","els"],["⪖","egs"],["⪗","elsdot"],["⪘","egsdot"],["⪙","el"],["⪚","eg"],["⪝","siml"],["⪞","simg"],["⪟","simlE"],["⪠","simgE"],["⪡","LessLess"],["⪡̸","NotNestedLessLess"],["⪢","GreaterGreater"],["⪢̸","NotNestedGreaterGreater"],["⪤","glj"],["⪥","gla"],["⪦","ltcc"],["⪧","gtcc"],["⪨","lescc"],["⪩","gescc"],["⪪","smt"],["⪫","lat"],["⪬","smte"],["⪬︀","smtes"],["⪭","late"],["⪭︀","lates"],["⪮","bumpE"],["⪯","pre"],["⪯̸","npre"],["⪰","sce"],["⪰̸","nsce"],["⪳","prE"],["⪴","scE"],["⪵","prnE"],["⪶","scnE"],["⪷","prap"],["⪸","scap"],["⪹","prnap"],["⪺","scnap"],["⪻","Pr"],["⪼","Sc"],["⪽","subdot"],["⪾","supdot"],["⪿","subplus"],["⫀","supplus"],["⫁","submult"],["⫂","supmult"],["⫃","subedot"],["⫄","supedot"],["⫅","subE"],["⫅̸","nsubE"],["⫆","supE"],["⫆̸","nsupE"],["⫇","subsim"],["⫈","supsim"],["⫋","subnE"],["⫋︀","vsubnE"],["⫌","supnE"],["⫌︀","vsupnE"],["⫏","csub"],["⫐","csup"],["⫑","csube"],["⫒","csupe"],["⫓","subsup"],["⫔","supsub"],["⫕","subsub"],["⫖","supsup"],["⫗","suphsub"],["⫘","supdsub"],["⫙","forkv"],["⫚","topfork"],["⫛","mlcp"],["⫤","Dashv"],["⫦","Vdashl"],["⫧","Barv"],["⫨","vBar"],["⫩","vBarv"],["⫫","Vbar"],["⫬","Not"],["⫭","bNot"],["⫮","rnmid"],["⫯","cirmid"],["⫰","midcir"],["⫱","topcir"],["⫲","nhpar"],["⫳","parsim"],["⫽","parsl"],["⫽⃥","nparsl"],["𝒜","Ascr"],["𝒞","Cscr"],["𝒟","Dscr"],["𝒢","Gscr"],["𝒥","Jscr"],["𝒦","Kscr"],["𝒩","Nscr"],["𝒪","Oscr"],["𝒫","Pscr"],["𝒬","Qscr"],["𝒮","Sscr"],["𝒯","Tscr"],["𝒰","Uscr"],["𝒱","Vscr"],["𝒲","Wscr"],["𝒳","Xscr"],["𝒴","Yscr"],["𝒵","Zscr"],["𝒶","ascr"],["𝒷","bscr"],["𝒸","cscr"],["𝒹","dscr"],["𝒻","fscr"],["𝒽","hscr"],["𝒾","iscr"],["𝒿","jscr"],["𝓀","kscr"],["𝓁","lscr"],["𝓂","mscr"],["𝓃","nscr"],["𝓅","pscr"],["𝓆","qscr"],["𝓇","rscr"],["𝓈","sscr"],["𝓉","tscr"],["𝓊","uscr"],["𝓋","vscr"],["𝓌","wscr"],["𝓍","xscr"],["𝓎","yscr"],["𝓏","zscr"],["𝔄","Afr"],["𝔅","Bfr"],["𝔇","Dfr"],["𝔈","Efr"],["𝔉","Ffr"],["𝔊","Gfr"],["𝔍","Jfr"],["𝔎","Kfr"],["𝔏","Lfr"],["𝔐","Mfr"],["𝔑","Nfr"],["𝔒","Ofr"],["𝔓","Pfr"],["𝔔","Qfr"],["𝔖","Sfr"],["𝔗","Tfr"],["𝔘","Ufr"],["𝔙","Vfr"],["𝔚","Wfr"],["𝔛","Xfr"],["𝔜","Yfr"],["𝔞","afr"],["𝔟","bfr"],["𝔠","cfr"],["𝔡","dfr"],["𝔢","efr"],["𝔣","ffr"],["𝔤","gfr"],["𝔥","hfr"],["𝔦","ifr"],["𝔧","jfr"],["𝔨","kfr"],["𝔩","lfr"],["𝔪","mfr"],["𝔫","nfr"],["𝔬","ofr"],["𝔭","pfr"],["𝔮","qfr"],["𝔯","rfr"],["𝔰","sfr"],["𝔱","tfr"],["𝔲","ufr"],["𝔳","vfr"],["𝔴","wfr"],["𝔵","xfr"],["𝔶","yfr"],["𝔷","zfr"],["𝔸","Aopf"],["𝔹","Bopf"],["𝔻","Dopf"],["𝔼","Eopf"],["𝔽","Fopf"],["𝔾","Gopf"],["𝕀","Iopf"],["𝕁","Jopf"],["𝕂","Kopf"],["𝕃","Lopf"],["𝕄","Mopf"],["𝕆","Oopf"],["𝕊","Sopf"],["𝕋","Topf"],["𝕌","Uopf"],["𝕍","Vopf"],["𝕎","Wopf"],["𝕏","Xopf"],["𝕐","Yopf"],["𝕒","aopf"],["𝕓","bopf"],["𝕔","copf"],["𝕕","dopf"],["𝕖","eopf"],["𝕗","fopf"],["𝕘","gopf"],["𝕙","hopf"],["𝕚","iopf"],["𝕛","jopf"],["𝕜","kopf"],["𝕝","lopf"],["𝕞","mopf"],["𝕟","nopf"],["𝕠","oopf"],["𝕡","popf"],["𝕢","qopf"],["𝕣","ropf"],["𝕤","sopf"],["𝕥","topf"],["𝕦","uopf"],["𝕧","vopf"],["𝕨","wopf"],["𝕩","xopf"],["𝕪","yopf"],["𝕫","zopf"],["ﬀ","fflig"],["ﬁ","filig"],["ﬂ","fllig"],["ﬃ","ffilig"],["ﬄ","ffllig"]]),regexInvalidRawCodePoint=/[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,regexDecode=/&(CounterClockwiseContourIntegral|ClockwiseContourIntegral|DoubleLongLeftRightArrow|NotNestedGreaterGreater|DiacriticalDoubleAcute|NotSquareSupersetEqual|CloseCurlyDoubleQuote|DoubleContourIntegral|FilledVerySmallSquare|NegativeVeryThinSpace|NotPrecedesSlantEqual|NotRightTriangleEqual|NotSucceedsSlantEqual|CapitalDifferentialD|DoubleLeftRightArrow|DoubleLongRightArrow|EmptyVerySmallSquare|NestedGreaterGreater|NotDoubleVerticalBar|NotGreaterSlantEqual|NotLeftTriangleEqual|NotSquareSubsetEqual|OpenCurlyDoubleQuote|ReverseUpEquilibrium|DoubleLongLeftArrow|DownLeftRightVector|LeftArrowRightArrow|NegativeMediumSpace|NotGreaterFullEqual|NotRightTriangleBar|RightArrowLeftArrow|SquareSupersetEqual|leftrightsquigarrow|DownRightTeeVector|DownRightVectorBar|LongLeftRightArrow|Longleftrightarrow|NegativeThickSpace|NotLeftTriangleBar|PrecedesSlantEqual|ReverseEquilibrium|RightDoubleBracket|RightDownTeeVector|RightDownVectorBar|RightTriangleEqual|SquareIntersection|SucceedsSlantEqual|blacktriangleright|longleftrightarrow|DoubleUpDownArrow|DoubleVerticalBar|DownLeftTeeVector|DownLeftVectorBar|FilledSmallSquare|GreaterSlantEqual|LeftDoubleBracket|LeftDownTeeVector|LeftDownVectorBar|LeftTriangleEqual|NegativeThinSpace|NotGreaterGreater|NotLessSlantEqual|NotNestedLessLess|NotReverseElement|NotSquareSuperset|NotTildeFullEqual|RightAngleBracket|RightUpDownVector|SquareSubsetEqual|VerticalSeparator|blacktriangledown|blacktriangleleft|leftrightharpoons|rightleftharpoons|twoheadrightarrow|DiacriticalAcute|DiacriticalGrave|DiacriticalTilde|DoubleRightArrow|DownArrowUpArrow|EmptySmallSquare|GreaterEqualLess|GreaterFullEqual|LeftAngleBracket|LeftUpDownVector|LessEqualGreater|NonBreakingSpace|NotPrecedesEqual|NotRightTriangle|NotSucceedsEqual|NotSucceedsTilde|NotSupersetEqual|RightTriangleBar|RightUpTeeVector|RightUpVectorBar|UnderParenthesis|UpArrowDownArrow|circlearrowright|downharpoonright|ntrianglerighteq|rightharpoondown|rightrightarrows|twoheadleftarrow|vartriangleright|CloseCurlyQuote|ContourIntegral|DoubleDownArrow|DoubleLeftArrow|DownRightVector|LeftRightVector|LeftTriangleBar|LeftUpTeeVector|LeftUpVectorBar|LowerRightArrow|NotGreaterEqual|NotGreaterTilde|NotHumpDownHump|NotLeftTriangle|NotSquareSubset|OverParenthesis|RightDownVector|ShortRightArrow|UpperRightArrow|bigtriangledown|circlearrowleft|curvearrowright|downharpoonleft|leftharpoondown|leftrightarrows|nLeftrightarrow|nleftrightarrow|ntrianglelefteq|rightleftarrows|rightsquigarrow|rightthreetimes|straightepsilon|trianglerighteq|vartriangleleft|DiacriticalDot|DoubleRightTee|DownLeftVector|GreaterGreater|HorizontalLine|InvisibleComma|InvisibleTimes|LeftDownVector|LeftRightArrow|Leftrightarrow|LessSlantEqual|LongRightArrow|Longrightarrow|LowerLeftArrow|NestedLessLess|NotGreaterLess|NotLessGreater|NotSubsetEqual|NotVerticalBar|OpenCurlyQuote|ReverseElement|RightTeeVector|RightVectorBar|ShortDownArrow|ShortLeftArrow|SquareSuperset|TildeFullEqual|UpperLeftArrow|ZeroWidthSpace|curvearrowleft|doublebarwedge|downdownarrows|hookrightarrow|leftleftarrows|leftrightarrow|leftthreetimes|longrightarrow|looparrowright|nshortparallel|ntriangleright|rightarrowtail|rightharpoonup|trianglelefteq|upharpoonright|ApplyFunction|DifferentialD|DoubleLeftTee|DoubleUpArrow|LeftTeeVector|LeftVectorBar|LessFullEqual|LongLeftArrow|Longleftarrow|NotEqualTilde|NotTildeEqual|NotTildeTilde|Poincareplane|PrecedesEqual|PrecedesTilde|RightArrowBar|RightTeeArrow|RightTriangle|RightUpVector|SucceedsEqual|SucceedsTilde|SupersetEqual|UpEquilibrium|VerticalTilde|VeryThinSpace|bigtriangleup|blacktriangle|divideontimes|fallingdotseq|hookleftarrow|leftarrowtail|leftharpoonup|longleftarrow|looparrowleft|measuredangle|ntriangleleft|shortparallel|smallsetminus|triangleright|upharpoonleft|varsubsetneqq|varsupsetneqq|DownArrowBar|DownTeeArrow|ExponentialE|GreaterEqual|GreaterTilde|HilbertSpace|HumpDownHump|Intersection|LeftArrowBar|LeftTeeArrow|LeftTriangle|LeftUpVector|NotCongruent|NotHumpEqual|NotLessEqual|NotLessTilde|Proportional|RightCeiling|RoundImplies|ShortUpArrow|SquareSubset|UnderBracket|VerticalLine|blacklozenge|exponentiale|risingdotseq|triangledown|triangleleft|varsubsetneq|varsupsetneq|CircleMinus|CircleTimes|Equilibrium|GreaterLess|LeftCeiling|LessGreater|MediumSpace|NotLessLess|NotPrecedes|NotSucceeds|NotSuperset|OverBracket|RightVector|Rrightarrow|RuleDelayed|SmallCircle|SquareUnion|SubsetEqual|UpDownArrow|Updownarrow|VerticalBar|backepsilon|blacksquare|circledcirc|circleddash|curlyeqprec|curlyeqsucc|diamondsuit|eqslantless|expectation|nRightarrow|nrightarrow|preccurlyeq|precnapprox|quaternions|straightphi|succcurlyeq|succnapprox|thickapprox|updownarrow|Bernoullis|CirclePlus|EqualTilde|Fouriertrf|ImaginaryI|Laplacetrf|LeftVector|Lleftarrow|NotElement|NotGreater|Proportion|RightArrow|RightFloor|Rightarrow|ThickSpace|TildeEqual|TildeTilde|UnderBrace|UpArrowBar|UpTeeArrow|circledast|complement|curlywedge|eqslantgtr|gtreqqless|lessapprox|lesseqqgtr|lmoustache|longmapsto|mapstodown|mapstoleft|nLeftarrow|nleftarrow|nsubseteqq|nsupseteqq|precapprox|rightarrow|rmoustache|sqsubseteq|sqsupseteq|subsetneqq|succapprox|supsetneqq|upuparrows|varepsilon|varnothing|Backslash|CenterDot|CircleDot|Congruent|Coproduct|DoubleDot|DownArrow|DownBreve|Downarrow|HumpEqual|LeftArrow|LeftFloor|Leftarrow|LessTilde|Mellintrf|MinusPlus|NotCupCap|NotExists|NotSubset|OverBrace|PlusMinus|Therefore|ThinSpace|TripleDot|UnionPlus|backprime|backsimeq|bigotimes|centerdot|checkmark|complexes|dotsquare|downarrow|gtrapprox|gtreqless|gvertneqq|heartsuit|leftarrow|lesseqgtr|lvertneqq|ngeqslant|nleqslant|nparallel|nshortmid|nsubseteq|nsupseteq|pitchfork|rationals|spadesuit|subseteqq|subsetneq|supseteqq|supsetneq|therefore|triangleq|varpropto|DDotrahd|DotEqual|Integral|LessLess|NotEqual|NotTilde|PartialD|Precedes|RightTee|Succeeds|SuchThat|Superset|Uarrocir|UnderBar|andslope|angmsdaa|angmsdab|angmsdac|angmsdad|angmsdae|angmsdaf|angmsdag|angmsdah|angrtvbd|approxeq|awconint|backcong|barwedge|bbrktbrk|bigoplus|bigsqcup|biguplus|bigwedge|boxminus|boxtimes|bsolhsub|capbrcup|circledR|circledS|cirfnint|clubsuit|cupbrcap|curlyvee|cwconint|doteqdot|dotminus|drbkarow|dzigrarr|elinters|emptyset|eqvparsl|fpartint|geqslant|gesdotol|gnapprox|hksearow|hkswarow|imagline|imagpart|infintie|integers|intercal|intlarhk|laemptyv|ldrushar|leqslant|lesdotor|llcorner|lnapprox|lrcorner|lurdshar|mapstoup|multimap|naturals|ncongdot|notindot|otimesas|parallel|plusacir|pointint|precneqq|precnsim|profalar|profline|profsurf|raemptyv|realpart|rppolint|rtriltri|scpolint|setminus|shortmid|smeparsl|sqsubset|sqsupset|subseteq|succneqq|succnsim|supseteq|thetasym|thicksim|timesbar|triangle|triminus|trpezium|ulcorner|urcorner|varkappa|varsigma|vartheta|Because|Cayleys|Cconint|Cedilla|Diamond|DownTee|Element|Epsilon|Implies|LeftTee|NewLine|NoBreak|NotLess|Omicron|OverBar|Product|UpArrow|Uparrow|Upsilon|alefsym|angrtvb|angzarr|asympeq|backsim|because|bemptyv|between|bigcirc|bigodot|bigstar|bnequiv|boxplus|ccupssm|cemptyv|cirscir|coloneq|congdot|cudarrl|cudarrr|cularrp|curarrm|dbkarow|ddagger|ddotseq|demptyv|diamond|digamma|dotplus|dwangle|epsilon|eqcolon|equivDD|gesdoto|gtquest|gtrless|harrcir|intprod|isindot|larrbfs|larrsim|lbrksld|lbrkslu|ldrdhar|lesdoto|lessdot|lessgtr|lesssim|lotimes|lozenge|ltquest|luruhar|maltese|minusdu|napprox|natural|nearrow|nexists|notinva|notinvb|notinvc|notniva|notnivb|notnivc|npolint|npreceq|nsqsube|nsqsupe|nsubset|nsucceq|nsupset|nvinfin|nvltrie|nvrtrie|nwarrow|olcross|omicron|orderof|orslope|pertenk|planckh|pluscir|plussim|plustwo|precsim|quatint|questeq|rarrbfs|rarrsim|rbrksld|rbrkslu|rdldhar|realine|rotimes|ruluhar|searrow|simplus|simrarr|subedot|submult|subplus|subrarr|succsim|supdsub|supedot|suphsol|suphsub|suplarr|supmult|supplus|swarrow|topfork|triplus|tritime|uparrow|upsilon|uwangle|vzigzag|zigrarr|Aacute|Abreve|Agrave|Assign|Atilde|Barwed|Bumpeq|Cacute|Ccaron|Ccedil|Colone|Conint|CupCap|Dagger|Dcaron|DotDot|Dstrok|Eacute|Ecaron|Egrave|Exists|ForAll|Gammad|Gbreve|Gcedil|HARDcy|Hstrok|Iacute|Igrave|Itilde|Jsercy|Kcedil|Lacute|Lambda|Lcaron|Lcedil|Lmidot|Lstrok|Nacute|Ncaron|Ncedil|Ntilde|Oacute|Odblac|Ograve|Oslash|Otilde|Otimes|Racute|Rarrtl|Rcaron|Rcedil|SHCHcy|SOFTcy|Sacute|Scaron|Scedil|Square|Subset|Supset|Tcaron|Tcedil|Tstrok|Uacute|Ubreve|Udblac|Ugrave|Utilde|Vdashl|Verbar|Vvdash|Yacute|Zacute|Zcaron|aacute|abreve|agrave|andand|angmsd|angsph|apacir|approx|atilde|barvee|barwed|becaus|bernou|bigcap|bigcup|bigvee|bkarow|bottom|bowtie|boxbox|bprime|brvbar|bullet|bumpeq|cacute|capand|capcap|capcup|capdot|ccaron|ccedil|circeq|cirmid|colone|commat|compfn|conint|coprod|copysr|cularr|cupcap|cupcup|cupdot|curarr|curren|cylcty|dagger|daleth|dcaron|dfisht|divide|divonx|dlcorn|dlcrop|dollar|drcorn|drcrop|dstrok|eacute|easter|ecaron|ecolon|egrave|egsdot|elsdot|emptyv|emsp13|emsp14|eparsl|eqcirc|equals|equest|female|ffilig|ffllig|forall|frac12|frac13|frac14|frac15|frac16|frac18|frac23|frac25|frac34|frac35|frac38|frac45|frac56|frac58|frac78|gacute|gammad|gbreve|gesdot|gesles|gtlPar|gtrarr|gtrdot|gtrsim|hairsp|hamilt|hardcy|hearts|hellip|hercon|homtht|horbar|hslash|hstrok|hybull|hyphen|iacute|igrave|iiiint|iinfin|incare|inodot|intcal|iquest|isinsv|itilde|jsercy|kappav|kcedil|kgreen|lAtail|lacute|lagran|lambda|langle|larrfs|larrhk|larrlp|larrpl|larrtl|latail|lbrace|lbrack|lcaron|lcedil|ldquor|lesdot|lesges|lfisht|lfloor|lharul|llhard|lmidot|lmoust|loplus|lowast|lowbar|lparlt|lrhard|lsaquo|lsquor|lstrok|lthree|ltimes|ltlarr|ltrPar|mapsto|marker|mcomma|midast|midcir|middot|minusb|minusd|mnplus|models|mstpos|nVDash|nVdash|nacute|nbumpe|ncaron|ncedil|nearhk|nequiv|nesear|nexist|nltrie|notinE|nparsl|nprcue|nrarrc|nrarrw|nrtrie|nsccue|nsimeq|ntilde|numero|nvDash|nvHarr|nvdash|nvlArr|nvrArr|nwarhk|nwnear|oacute|odblac|odsold|ograve|ominus|origof|oslash|otilde|otimes|parsim|percnt|period|permil|phmmat|planck|plankv|plusdo|plusdu|plusmn|preceq|primes|prnsim|propto|prurel|puncsp|qprime|rAtail|racute|rangle|rarrap|rarrfs|rarrhk|rarrlp|rarrpl|rarrtl|ratail|rbrace|rbrack|rcaron|rcedil|rdquor|rfisht|rfloor|rharul|rmoust|roplus|rpargt|rsaquo|rsquor|rthree|rtimes|sacute|scaron|scedil|scnsim|searhk|seswar|sfrown|shchcy|sigmaf|sigmav|simdot|smashp|softcy|solbar|spades|sqcaps|sqcups|sqsube|sqsupe|square|squarf|ssetmn|ssmile|sstarf|subdot|subset|subsim|subsub|subsup|succeq|supdot|supset|supsim|supsub|supsup|swarhk|swnwar|target|tcaron|tcedil|telrec|there4|thetav|thinsp|thksim|timesb|timesd|topbot|topcir|tprime|tridot|tstrok|uacute|ubreve|udblac|ufisht|ugrave|ulcorn|ulcrop|urcorn|urcrop|utilde|vangrt|varphi|varrho|veebar|vellip|verbar|vsubnE|vsubne|vsupnE|vsupne|wedbar|wedgeq|weierp|wreath|xoplus|xotime|xsqcup|xuplus|xwedge|yacute|zacute|zcaron|zeetrf|AElig|Acirc|Alpha|Amacr|Aogon|Aring|Breve|Ccirc|Colon|Cross|Dashv|Delta|Ecirc|Emacr|Eogon|Equal|Gamma|Gcirc|Hacek|Hcirc|IJlig|Icirc|Imacr|Iogon|Iukcy|Jcirc|Jukcy|Kappa|OElig|Ocirc|Omacr|Omega|Prime|RBarr|Scirc|Sigma|THORN|TRADE|TSHcy|Theta|Tilde|Ubrcy|Ucirc|Umacr|Union|Uogon|UpTee|Uring|VDash|Vdash|Wcirc|Wedge|Ycirc|acirc|acute|aelig|aleph|alpha|amacr|amalg|angle|angrt|angst|aogon|aring|asymp|awint|bcong|bdquo|bepsi|blank|blk12|blk14|blk34|block|boxDL|boxDR|boxDl|boxDr|boxHD|boxHU|boxHd|boxHu|boxUL|boxUR|boxUl|boxUr|boxVH|boxVL|boxVR|boxVh|boxVl|boxVr|boxdL|boxdR|boxdl|boxdr|boxhD|boxhU|boxhd|boxhu|boxuL|boxuR|boxul|boxur|boxvH|boxvL|boxvR|boxvh|boxvl|boxvr|breve|bsemi|bsime|bsolb|bumpE|bumpe|caret|caron|ccaps|ccirc|ccups|cedil|check|clubs|colon|comma|crarr|cross|csube|csupe|ctdot|cuepr|cuesc|cupor|cuvee|cuwed|cwint|dashv|dblac|ddarr|delta|dharl|dharr|diams|disin|doteq|dtdot|dtrif|duarr|duhar|eDDot|ecirc|efDot|emacr|empty|eogon|eplus|epsiv|eqsim|equiv|erDot|erarr|esdot|exist|fflig|filig|fjlig|fllig|fltns|forkv|frasl|frown|gamma|gcirc|gescc|gimel|gneqq|gnsim|grave|gsime|gsiml|gtcir|gtdot|harrw|hcirc|hoarr|icirc|iexcl|iiint|iiota|ijlig|imacr|image|imath|imped|infin|iogon|iprod|isinE|isins|isinv|iukcy|jcirc|jmath|jukcy|kappa|lAarr|lBarr|langd|laquo|larrb|lates|lbarr|lbbrk|lbrke|lceil|ldquo|lescc|lhard|lharu|lhblk|llarr|lltri|lneqq|lnsim|loang|loarr|lobrk|lopar|lrarr|lrhar|lrtri|lsime|lsimg|lsquo|ltcir|ltdot|ltrie|ltrif|mDDot|mdash|micro|minus|mumap|nabla|napid|napos|natur|nbump|ncong|ndash|neArr|nearr|nedot|nesim|ngeqq|ngsim|nhArr|nharr|nhpar|nlArr|nlarr|nleqq|nless|nlsim|nltri|notin|notni|npart|nprec|nrArr|nrarr|nrtri|nsime|nsmid|nspar|nsubE|nsube|nsucc|nsupE|nsupe|numsp|nvsim|nwArr|nwarr|ocirc|odash|oelig|ofcir|ohbar|olarr|olcir|oline|omacr|omega|operp|oplus|orarr|order|ovbar|parsl|phone|plusb|pluse|pound|prcue|prime|prnap|prsim|quest|rAarr|rBarr|radic|rangd|range|raquo|rarrb|rarrc|rarrw|ratio|rbarr|rbbrk|rbrke|rceil|rdquo|reals|rhard|rharu|rlarr|rlhar|rnmid|roang|roarr|robrk|ropar|rrarr|rsquo|rtrie|rtrif|sbquo|sccue|scirc|scnap|scsim|sdotb|sdote|seArr|searr|setmn|sharp|sigma|simeq|simgE|simlE|simne|slarr|smile|smtes|sqcap|sqcup|sqsub|sqsup|srarr|starf|strns|subnE|subne|supnE|supne|swArr|swarr|szlig|theta|thkap|thorn|tilde|times|trade|trisb|tshcy|twixt|ubrcy|ucirc|udarr|udhar|uharl|uharr|uhblk|ultri|umacr|uogon|uplus|upsih|uring|urtri|utdot|utrif|uuarr|vBarv|vDash|varpi|vdash|veeeq|vltri|vnsub|vnsup|vprop|vrtri|wcirc|wedge|xcirc|xdtri|xhArr|xharr|xlArr|xlarr|xodot|xrArr|xrarr|xutri|ycirc|Aopf|Ascr|Auml|Barv|Beta|Bopf|Bscr|CHcy|COPY|Cdot|Copf|Cscr|DJcy|DScy|DZcy|Darr|Dopf|Dscr|Edot|Eopf|Escr|Esim|Euml|Fopf|Fscr|GJcy|Gdot|Gopf|Gscr|Hopf|Hscr|IEcy|IOcy|Idot|Iopf|Iota|Iscr|Iuml|Jopf|Jscr|KHcy|KJcy|Kopf|Kscr|LJcy|Lang|Larr|Lopf|Lscr|Mopf|Mscr|NJcy|Nopf|Nscr|Oopf|Oscr|Ouml|Popf|Pscr|QUOT|Qopf|Qscr|Rang|Rarr|Ropf|Rscr|SHcy|Sopf|Sqrt|Sscr|Star|TScy|Topf|Tscr|Uarr|Uopf|Upsi|Uscr|Uuml|Vbar|Vert|Vopf|Vscr|Wopf|Wscr|Xopf|Xscr|YAcy|YIcy|YUcy|Yopf|Yscr|Yuml|ZHcy|Zdot|Zeta|Zopf|Zscr|andd|andv|ange|aopf|apid|apos|ascr|auml|bNot|bbrk|beta|beth|bnot|bopf|boxH|boxV|boxh|boxv|bscr|bsim|bsol|bull|bump|caps|cdot|cent|chcy|cirE|circ|cire|comp|cong|copf|copy|cscr|csub|csup|cups|dArr|dHar|darr|dash|diam|djcy|dopf|dscr|dscy|dsol|dtri|dzcy|eDot|ecir|edot|emsp|ensp|eopf|epar|epsi|escr|esim|euml|euro|excl|flat|fnof|fopf|fork|fscr|gdot|geqq|gesl|gjcy|gnap|gneq|gopf|gscr|gsim|gtcc|gvnE|hArr|half|harr|hbar|hopf|hscr|iecy|imof|iocy|iopf|iota|iscr|isin|iuml|jopf|jscr|khcy|kjcy|kopf|kscr|lArr|lHar|lang|larr|late|lcub|ldca|ldsh|leqq|lesg|ljcy|lnap|lneq|lopf|lozf|lpar|lscr|lsim|lsqb|ltcc|ltri|lvnE|macr|male|malt|mlcp|mldr|mopf|mscr|nGtv|nLtv|nang|napE|nbsp|ncap|ncup|ngeq|nges|ngtr|nisd|njcy|nldr|nleq|nles|nmid|nopf|npar|npre|nsce|nscr|nsim|nsub|nsup|ntgl|ntlg|nvap|nvge|nvgt|nvle|nvlt|oast|ocir|odiv|odot|ogon|oint|omid|oopf|opar|ordf|ordm|oror|oscr|osol|ouml|para|part|perp|phiv|plus|popf|prap|prec|prnE|prod|prop|pscr|qint|qopf|qscr|quot|rArr|rHar|race|rang|rarr|rcub|rdca|rdsh|real|rect|rhov|ring|ropf|rpar|rscr|rsqb|rtri|scap|scnE|sdot|sect|semi|sext|shcy|sime|simg|siml|smid|smte|solb|sopf|spar|squf|sscr|star|subE|sube|succ|sung|sup1|sup2|sup3|supE|supe|tbrk|tdot|tint|toea|topf|tosa|trie|tscr|tscy|uArr|uHar|uarr|uopf|upsi|uscr|utri|uuml|vArr|vBar|varr|vert|vopf|vscr|wopf|wscr|xcap|xcup|xmap|xnis|xopf|xscr|xvee|yacy|yicy|yopf|yscr|yucy|yuml|zdot|zeta|zhcy|zopf|zscr|zwnj|AMP|Acy|Afr|And|Bcy|Bfr|Cap|Cfr|Chi|Cup|Dcy|Del|Dfr|Dot|ENG|ETH|Ecy|Efr|Eta|Fcy|Ffr|Gcy|Gfr|Hat|Hfr|Icy|Ifr|Int|Jcy|Jfr|Kcy|Kfr|Lcy|Lfr|Lsh|Map|Mcy|Mfr|Ncy|Nfr|Not|Ocy|Ofr|Pcy|Pfr|Phi|Psi|Qfr|REG|Rcy|Rfr|Rho|Rsh|Scy|Sfr|Sub|Sum|Sup|Tab|Tau|Tcy|Tfr|Ucy|Ufr|Vcy|Vee|Vfr|Wfr|Xfr|Ycy|Yfr|Zcy|Zfr|acE|acd|acy|afr|amp|and|ang|apE|ape|ast|bcy|bfr|bne|bot|cap|cfr|chi|cir|cup|dcy|deg|dfr|die|div|dot|ecy|efr|egs|ell|els|eng|eta|eth|fcy|ffr|gEl|gap|gcy|gel|geq|ges|gfr|ggg|glE|gla|glj|gnE|gne|hfr|icy|iff|ifr|int|jcy|jfr|kcy|kfr|lEg|lap|lat|lcy|leg|leq|les|lfr|lgE|lnE|lne|loz|lrm|lsh|map|mcy|mfr|mho|mid|nGg|nGt|nLl|nLt|nap|ncy|nfr|ngE|nge|ngt|nis|niv|nlE|nle|nlt|not|npr|nsc|num|ocy|ofr|ogt|ohm|olt|ord|orv|par|pcy|pfr|phi|piv|prE|pre|psi|qfr|rcy|reg|rfr|rho|rlm|rsh|scE|sce|scy|sfr|shy|sim|smt|sol|squ|sub|sum|sup|tau|tcy|tfr|top|ucy|ufr|uml|vcy|vee|vfr|wfr|xfr|ycy|yen|yfr|zcy|zfr|zwj|DD|GT|Gg|Gt|Im|LT|Ll|Lt|Mu|Nu|Or|Pi|Pr|Re|Sc|Xi|ac|af|ap|dd|ee|eg|el|gE|ge|gg|gl|gt|ic|ii|in|it|lE|le|lg|ll|lt|mp|mu|ne|ni|nu|oS|or|pi|pm|pr|rx|sc|wp|wr|xi);|&(Aacute|Agrave|Atilde|Ccedil|Eacute|Egrave|Iacute|Igrave|Ntilde|Oacute|Ograve|Oslash|Otilde|Uacute|Ugrave|Yacute|aacute|agrave|atilde|brvbar|ccedil|curren|divide|eacute|egrave|frac12|frac14|frac34|iacute|igrave|iquest|middot|ntilde|oacute|ograve|oslash|otilde|plusmn|uacute|ugrave|yacute|AElig|Acirc|Aring|Ecirc|Icirc|Ocirc|THORN|Ucirc|acirc|acute|aelig|aring|cedil|ecirc|icirc|iexcl|laquo|micro|ocirc|pound|raquo|szlig|thorn|times|ucirc|Auml|COPY|Euml|Iuml|Ouml|QUOT|Uuml|auml|cent|copy|euml|iuml|macr|nbsp|ordf|ordm|ouml|para|quot|sect|sup1|sup2|sup3|uuml|yuml|AMP|ETH|REG|amp|deg|eth|not|reg|shy|uml|yen|GT|LT|gt|lt)(?!;)([=a-zA-Z0-9]?)|&#([0-9]+)(;?)|&#[xX]([a-fA-F0-9]+)(;?)|&([0-9a-zA-Z]+)/g,decodeMap=new Map([["AElig","Æ"],["AMP","&"],["Aacute","Á"],["Abreve","Ă"],["Acirc","Â"],["Acy","А"],["Afr","𝔄"],["Agrave","À"],["Alpha","Α"],["Amacr","Ā"],["And","⩓"],["Aogon","Ą"],["Aopf","𝔸"],["ApplyFunction","⁡"],["Aring","Å"],["Ascr","𝒜"],["Assign","≔"],["Atilde","Ã"],["Auml","Ä"],["Backslash","∖"],["Barv","⫧"],["Barwed","⌆"],["Bcy","Б"],["Because","∵"],["Bernoullis","ℬ"],["Beta","Β"],["Bfr","𝔅"],["Bopf","𝔹"],["Breve","˘"],["Bscr","ℬ"],["Bumpeq","≎"],["CHcy","Ч"],["COPY","©"],["Cacute","Ć"],["Cap","⋒"],["CapitalDifferentialD","ⅅ"],["Cayleys","ℭ"],["Ccaron","Č"],["Ccedil","Ç"],["Ccirc","Ĉ"],["Cconint","∰"],["Cdot","Ċ"],["Cedilla","¸"],["CenterDot","·"],["Cfr","ℭ"],["Chi","Χ"],["CircleDot","⊙"],["CircleMinus","⊖"],["CirclePlus","⊕"],["CircleTimes","⊗"],["ClockwiseContourIntegral","∲"],["CloseCurlyDoubleQuote","”"],["CloseCurlyQuote","’"],["Colon","∷"],["Colone","⩴"],["Congruent","≡"],["Conint","∯"],["ContourIntegral","∮"],["Copf","ℂ"],["Coproduct","∐"],["CounterClockwiseContourIntegral","∳"],["Cross","⨯"],["Cscr","𝒞"],["Cup","⋓"],["CupCap","≍"],["DD","ⅅ"],["DDotrahd","⤑"],["DJcy","Ђ"],["DScy","Ѕ"],["DZcy","Џ"],["Dagger","‡"],["Darr","↡"],["Dashv","⫤"],["Dcaron","Ď"],["Dcy","Д"],["Del","∇"],["Delta","Δ"],["Dfr","𝔇"],["DiacriticalAcute","´"],["DiacriticalDot","˙"],["DiacriticalDoubleAcute","˝"],["DiacriticalGrave","`"],["DiacriticalTilde","˜"],["Diamond","⋄"],["DifferentialD","ⅆ"],["Dopf","𝔻"],["Dot","¨"],["DotDot","⃜"],["DotEqual","≐"],["DoubleContourIntegral","∯"],["DoubleDot","¨"],["DoubleDownArrow","⇓"],["DoubleLeftArrow","⇐"],["DoubleLeftRightArrow","⇔"],["DoubleLeftTee","⫤"],["DoubleLongLeftArrow","⟸"],["DoubleLongLeftRightArrow","⟺"],["DoubleLongRightArrow","⟹"],["DoubleRightArrow","⇒"],["DoubleRightTee","⊨"],["DoubleUpArrow","⇑"],["DoubleUpDownArrow","⇕"],["DoubleVerticalBar","∥"],["DownArrow","↓"],["DownArrowBar","⤓"],["DownArrowUpArrow","⇵"],["DownBreve","̑"],["DownLeftRightVector","⥐"],["DownLeftTeeVector","⥞"],["DownLeftVector","↽"],["DownLeftVectorBar","⥖"],["DownRightTeeVector","⥟"],["DownRightVector","⇁"],["DownRightVectorBar","⥗"],["DownTee","⊤"],["DownTeeArrow","↧"],["Downarrow","⇓"],["Dscr","𝒟"],["Dstrok","Đ"],["ENG","Ŋ"],["ETH","Ð"],["Eacute","É"],["Ecaron","Ě"],["Ecirc","Ê"],["Ecy","Э"],["Edot","Ė"],["Efr","𝔈"],["Egrave","È"],["Element","∈"],["Emacr","Ē"],["EmptySmallSquare","◻"],["EmptyVerySmallSquare","▫"],["Eogon","Ę"],["Eopf","𝔼"],["Epsilon","Ε"],["Equal","⩵"],["EqualTilde","≂"],["Equilibrium","⇌"],["Escr","ℰ"],["Esim","⩳"],["Eta","Η"],["Euml","Ë"],["Exists","∃"],["ExponentialE","ⅇ"],["Fcy","Ф"],["Ffr","𝔉"],["FilledSmallSquare","◼"],["FilledVerySmallSquare","▪"],["Fopf","𝔽"],["ForAll","∀"],["Fouriertrf","ℱ"],["Fscr","ℱ"],["GJcy","Ѓ"],["GT",">"],["Gamma","Γ"],["Gammad","Ϝ"],["Gbreve","Ğ"],["Gcedil","Ģ"],["Gcirc","Ĝ"],["Gcy","Г"],["Gdot","Ġ"],["Gfr","𝔊"],["Gg","⋙"],["Gopf","𝔾"],["GreaterEqual","≥"],["GreaterEqualLess","⋛"],["GreaterFullEqual","≧"],["GreaterGreater","⪢"],["GreaterLess","≷"],["GreaterSlantEqual","⩾"],["GreaterTilde","≳"],["Gscr","𝒢"],["Gt","≫"],["HARDcy","Ъ"],["Hacek","ˇ"],["Hat","^"],["Hcirc","Ĥ"],["Hfr","ℌ"],["HilbertSpace","ℋ"],["Hopf","ℍ"],["HorizontalLine","─"],["Hscr","ℋ"],["Hstrok","Ħ"],["HumpDownHump","≎"],["HumpEqual","≏"],["IEcy","Е"],["IJlig","Ĳ"],["IOcy","Ё"],["Iacute","Í"],["Icirc","Î"],["Icy","И"],["Idot","İ"],["Ifr","ℑ"],["Igrave","Ì"],["Im","ℑ"],["Imacr","Ī"],["ImaginaryI","ⅈ"],["Implies","⇒"],["Int","∬"],["Integral","∫"],["Intersection","⋂"],["InvisibleComma","⁣"],["InvisibleTimes","⁢"],["Iogon","Į"],["Iopf","𝕀"],["Iota","Ι"],["Iscr","ℐ"],["Itilde","Ĩ"],["Iukcy","І"],["Iuml","Ï"],["Jcirc","Ĵ"],["Jcy","Й"],["Jfr","𝔍"],["Jopf","𝕁"],["Jscr","𝒥"],["Jsercy","Ј"],["Jukcy","Є"],["KHcy","Х"],["KJcy","Ќ"],["Kappa","Κ"],["Kcedil","Ķ"],["Kcy","К"],["Kfr","𝔎"],["Kopf","𝕂"],["Kscr","𝒦"],["LJcy","Љ"],["LT","<"],["Lacute","Ĺ"],["Lambda","Λ"],["Lang","⟪"],["Laplacetrf","ℒ"],["Larr","↞"],["Lcaron","Ľ"],["Lcedil","Ļ"],["Lcy","Л"],["LeftAngleBracket","⟨"],["LeftArrow","←"],["LeftArrowBar","⇤"],["LeftArrowRightArrow","⇆"],["LeftCeiling","⌈"],["LeftDoubleBracket","⟦"],["LeftDownTeeVector","⥡"],["LeftDownVector","⇃"],["LeftDownVectorBar","⥙"],["LeftFloor","⌊"],["LeftRightArrow","↔"],["LeftRightVector","⥎"],["LeftTee","⊣"],["LeftTeeArrow","↤"],["LeftTeeVector","⥚"],["LeftTriangle","⊲"],["LeftTriangleBar","⧏"],["LeftTriangleEqual","⊴"],["LeftUpDownVector","⥑"],["LeftUpTeeVector","⥠"],["LeftUpVector","↿"],["LeftUpVectorBar","⥘"],["LeftVector","↼"],["LeftVectorBar","⥒"],["Leftarrow","⇐"],["Leftrightarrow","⇔"],["LessEqualGreater","⋚"],["LessFullEqual","≦"],["LessGreater","≶"],["LessLess","⪡"],["LessSlantEqual","⩽"],["LessTilde","≲"],["Lfr","𝔏"],["Ll","⋘"],["Lleftarrow","⇚"],["Lmidot","Ŀ"],["LongLeftArrow","⟵"],["LongLeftRightArrow","⟷"],["LongRightArrow","⟶"],["Longleftarrow","⟸"],["Longleftrightarrow","⟺"],["Longrightarrow","⟹"],["Lopf","𝕃"],["LowerLeftArrow","↙"],["LowerRightArrow","↘"],["Lscr","ℒ"],["Lsh","↰"],["Lstrok","Ł"],["Lt","≪"],["Map","⤅"],["Mcy","М"],["MediumSpace"," "],["Mellintrf","ℳ"],["Mfr","𝔐"],["MinusPlus","∓"],["Mopf","𝕄"],["Mscr","ℳ"],["Mu","Μ"],["NJcy","Њ"],["Nacute","Ń"],["Ncaron","Ň"],["Ncedil","Ņ"],["Ncy","Н"],["NegativeMediumSpace","​"],["NegativeThickSpace","​"],["NegativeThinSpace","​"],["NegativeVeryThinSpace","​"],["NestedGreaterGreater","≫"],["NestedLessLess","≪"],["NewLine",`
`],["Nfr","𝔑"],["NoBreak","⁠"],["NonBreakingSpace"," "],["Nopf","ℕ"],["Not","⫬"],["NotCongruent","≢"],["NotCupCap","≭"],["NotDoubleVerticalBar","∦"],["NotElement","∉"],["NotEqual","≠"],["NotEqualTilde","≂̸"],["NotExists","∄"],["NotGreater","≯"],["NotGreaterEqual","≱"],["NotGreaterFullEqual","≧̸"],["NotGreaterGreater","≫̸"],["NotGreaterLess","≹"],["NotGreaterSlantEqual","⩾̸"],["NotGreaterTilde","≵"],["NotHumpDownHump","≎̸"],["NotHumpEqual","≏̸"],["NotLeftTriangle","⋪"],["NotLeftTriangleBar","⧏̸"],["NotLeftTriangleEqual","⋬"],["NotLess","≮"],["NotLessEqual","≰"],["NotLessGreater","≸"],["NotLessLess","≪̸"],["NotLessSlantEqual","⩽̸"],["NotLessTilde","≴"],["NotNestedGreaterGreater","⪢̸"],["NotNestedLessLess","⪡̸"],["NotPrecedes","⊀"],["NotPrecedesEqual","⪯̸"],["NotPrecedesSlantEqual","⋠"],["NotReverseElement","∌"],["NotRightTriangle","⋫"],["NotRightTriangleBar","⧐̸"],["NotRightTriangleEqual","⋭"],["NotSquareSubset","⊏̸"],["NotSquareSubsetEqual","⋢"],["NotSquareSuperset","⊐̸"],["NotSquareSupersetEqual","⋣"],["NotSubset","⊂⃒"],["NotSubsetEqual","⊈"],["NotSucceeds","⊁"],["NotSucceedsEqual","⪰̸"],["NotSucceedsSlantEqual","⋡"],["NotSucceedsTilde","≿̸"],["NotSuperset","⊃⃒"],["NotSupersetEqual","⊉"],["NotTilde","≁"],["NotTildeEqual","≄"],["NotTildeFullEqual","≇"],["NotTildeTilde","≉"],["NotVerticalBar","∤"],["Nscr","𝒩"],["Ntilde","Ñ"],["Nu","Ν"],["OElig","Œ"],["Oacute","Ó"],["Ocirc","Ô"],["Ocy","О"],["Odblac","Ő"],["Ofr","𝔒"],["Ograve","Ò"],["Omacr","Ō"],["Omega","Ω"],["Omicron","Ο"],["Oopf","𝕆"],["OpenCurlyDoubleQuote","“"],["OpenCurlyQuote","‘"],["Or","⩔"],["Oscr","𝒪"],["Oslash","Ø"],["Otilde","Õ"],["Otimes","⨷"],["Ouml","Ö"],["OverBar","‾"],["OverBrace","⏞"],["OverBracket","⎴"],["OverParenthesis","⏜"],["PartialD","∂"],["Pcy","П"],["Pfr","𝔓"],["Phi","Φ"],["Pi","Π"],["PlusMinus","±"],["Poincareplane","ℌ"],["Popf","ℙ"],["Pr","⪻"],["Precedes","≺"],["PrecedesEqual","⪯"],["PrecedesSlantEqual","≼"],["PrecedesTilde","≾"],["Prime","″"],["Product","∏"],["Proportion","∷"],["Proportional","∝"],["Pscr","𝒫"],["Psi","Ψ"],["QUOT",'"'],["Qfr","𝔔"],["Qopf","ℚ"],["Qscr","𝒬"],["RBarr","⤐"],["REG","®"],["Racute","Ŕ"],["Rang","⟫"],["Rarr","↠"],["Rarrtl","⤖"],["Rcaron","Ř"],["Rcedil","Ŗ"],["Rcy","Р"],["Re","ℜ"],["ReverseElement","∋"],["ReverseEquilibrium","⇋"],["ReverseUpEquilibrium","⥯"],["Rfr","ℜ"],["Rho","Ρ"],["RightAngleBracket","⟩"],["RightArrow","→"],["RightArrowBar","⇥"],["RightArrowLeftArrow","⇄"],["RightCeiling","⌉"],["RightDoubleBracket","⟧"],["RightDownTeeVector","⥝"],["RightDownVector","⇂"],["RightDownVectorBar","⥕"],["RightFloor","⌋"],["RightTee","⊢"],["RightTeeArrow","↦"],["RightTeeVector","⥛"],["RightTriangle","⊳"],["RightTriangleBar","⧐"],["RightTriangleEqual","⊵"],["RightUpDownVector","⥏"],["RightUpTeeVector","⥜"],["RightUpVector","↾"],["RightUpVectorBar","⥔"],["RightVector","⇀"],["RightVectorBar","⥓"],["Rightarrow","⇒"],["Ropf","ℝ"],["RoundImplies","⥰"],["Rrightarrow","⇛"],["Rscr","ℛ"],["Rsh","↱"],["RuleDelayed","⧴"],["SHCHcy","Щ"],["SHcy","Ш"],["SOFTcy","Ь"],["Sacute","Ś"],["Sc","⪼"],["Scaron","Š"],["Scedil","Ş"],["Scirc","Ŝ"],["Scy","С"],["Sfr","𝔖"],["ShortDownArrow","↓"],["ShortLeftArrow","←"],["ShortRightArrow","→"],["ShortUpArrow","↑"],["Sigma","Σ"],["SmallCircle","∘"],["Sopf","𝕊"],["Sqrt","√"],["Square","□"],["SquareIntersection","⊓"],["SquareSubset","⊏"],["SquareSubsetEqual","⊑"],["SquareSuperset","⊐"],["SquareSupersetEqual","⊒"],["SquareUnion","⊔"],["Sscr","𝒮"],["Star","⋆"],["Sub","⋐"],["Subset","⋐"],["SubsetEqual","⊆"],["Succeeds","≻"],["SucceedsEqual","⪰"],["SucceedsSlantEqual","≽"],["SucceedsTilde","≿"],["SuchThat","∋"],["Sum","∑"],["Sup","⋑"],["Superset","⊃"],["SupersetEqual","⊇"],["Supset","⋑"],["THORN","Þ"],["TRADE","™"],["TSHcy","Ћ"],["TScy","Ц"],["Tab","	"],["Tau","Τ"],["Tcaron","Ť"],["Tcedil","Ţ"],["Tcy","Т"],["Tfr","𝔗"],["Therefore","∴"],["Theta","Θ"],["ThickSpace","  "],["ThinSpace"," "],["Tilde","∼"],["TildeEqual","≃"],["TildeFullEqual","≅"],["TildeTilde","≈"],["Topf","𝕋"],["TripleDot","⃛"],["Tscr","𝒯"],["Tstrok","Ŧ"],["Uacute","Ú"],["Uarr","↟"],["Uarrocir","⥉"],["Ubrcy","Ў"],["Ubreve","Ŭ"],["Ucirc","Û"],["Ucy","У"],["Udblac","Ű"],["Ufr","𝔘"],["Ugrave","Ù"],["Umacr","Ū"],["UnderBar","_"],["UnderBrace","⏟"],["UnderBracket","⎵"],["UnderParenthesis","⏝"],["Union","⋃"],["UnionPlus","⊎"],["Uogon","Ų"],["Uopf","𝕌"],["UpArrow","↑"],["UpArrowBar","⤒"],["UpArrowDownArrow","⇅"],["UpDownArrow","↕"],["UpEquilibrium","⥮"],["UpTee","⊥"],["UpTeeArrow","↥"],["Uparrow","⇑"],["Updownarrow","⇕"],["UpperLeftArrow","↖"],["UpperRightArrow","↗"],["Upsi","ϒ"],["Upsilon","Υ"],["Uring","Ů"],["Uscr","𝒰"],["Utilde","Ũ"],["Uuml","Ü"],["VDash","⊫"],["Vbar","⫫"],["Vcy","В"],["Vdash","⊩"],["Vdashl","⫦"],["Vee","⋁"],["Verbar","‖"],["Vert","‖"],["VerticalBar","∣"],["VerticalLine","|"],["VerticalSeparator","❘"],["VerticalTilde","≀"],["VeryThinSpace"," "],["Vfr","𝔙"],["Vopf","𝕍"],["Vscr","𝒱"],["Vvdash","⊪"],["Wcirc","Ŵ"],["Wedge","⋀"],["Wfr","𝔚"],["Wopf","𝕎"],["Wscr","𝒲"],["Xfr","𝔛"],["Xi","Ξ"],["Xopf","𝕏"],["Xscr","𝒳"],["YAcy","Я"],["YIcy","Ї"],["YUcy","Ю"],["Yacute","Ý"],["Ycirc","Ŷ"],["Ycy","Ы"],["Yfr","𝔜"],["Yopf","𝕐"],["Yscr","𝒴"],["Yuml","Ÿ"],["ZHcy","Ж"],["Zacute","Ź"],["Zcaron","Ž"],["Zcy","З"],["Zdot","Ż"],["ZeroWidthSpace","​"],["Zeta","Ζ"],["Zfr","ℨ"],["Zopf","ℤ"],["Zscr","𝒵"],["aacute","á"],["abreve","ă"],["ac","∾"],["acE","∾̳"],["acd","∿"],["acirc","â"],["acute","´"],["acy","а"],["aelig","æ"],["af","⁡"],["afr","𝔞"],["agrave","à"],["alefsym","ℵ"],["aleph","ℵ"],["alpha","α"],["amacr","ā"],["amalg","⨿"],["amp","&"],["and","∧"],["andand","⩕"],["andd","⩜"],["andslope","⩘"],["andv","⩚"],["ang","∠"],["ange","⦤"],["angle","∠"],["angmsd","∡"],["angmsdaa","⦨"],["angmsdab","⦩"],["angmsdac","⦪"],["angmsdad","⦫"],["angmsdae","⦬"],["angmsdaf","⦭"],["angmsdag","⦮"],["angmsdah","⦯"],["angrt","∟"],["angrtvb","⊾"],["angrtvbd","⦝"],["angsph","∢"],["angst","Å"],["angzarr","⍼"],["aogon","ą"],["aopf","𝕒"],["ap","≈"],["apE","⩰"],["apacir","⩯"],["ape","≊"],["apid","≋"],["apos","'"],["approx","≈"],["approxeq","≊"],["aring","å"],["ascr","𝒶"],["ast","*"],["asymp","≈"],["asympeq","≍"],["atilde","ã"],["auml","ä"],["awconint","∳"],["awint","⨑"],["bNot","⫭"],["backcong","≌"],["backepsilon","϶"],["backprime","‵"],["backsim","∽"],["backsimeq","⋍"],["barvee","⊽"],["barwed","⌅"],["barwedge","⌅"],["bbrk","⎵"],["bbrktbrk","⎶"],["bcong","≌"],["bcy","б"],["bdquo","„"],["becaus","∵"],["because","∵"],["bemptyv","⦰"],["bepsi","϶"],["bernou","ℬ"],["beta","β"],["beth","ℶ"],["between","≬"],["bfr","𝔟"],["bigcap","⋂"],["bigcirc","◯"],["bigcup","⋃"],["bigodot","⨀"],["bigoplus","⨁"],["bigotimes","⨂"],["bigsqcup","⨆"],["bigstar","★"],["bigtriangledown","▽"],["bigtriangleup","△"],["biguplus","⨄"],["bigvee","⋁"],["bigwedge","⋀"],["bkarow","⤍"],["blacklozenge","⧫"],["blacksquare","▪"],["blacktriangle","▴"],["blacktriangledown","▾"],["blacktriangleleft","◂"],["blacktriangleright","▸"],["blank","␣"],["blk12","▒"],["blk14","░"],["blk34","▓"],["block","█"],["bne","=⃥"],["bnequiv","≡⃥"],["bnot","⌐"],["bopf","𝕓"],["bot","⊥"],["bottom","⊥"],["bowtie","⋈"],["boxDL","╗"],["boxDR","╔"],["boxDl","╖"],["boxDr","╓"],["boxH","═"],["boxHD","╦"],["boxHU","╩"],["boxHd","╤"],["boxHu","╧"],["boxUL","╝"],["boxUR","╚"],["boxUl","╜"],["boxUr","╙"],["boxV","║"],["boxVH","╬"],["boxVL","╣"],["boxVR","╠"],["boxVh","╫"],["boxVl","╢"],["boxVr","╟"],["boxbox","⧉"],["boxdL","╕"],["boxdR","╒"],["boxdl","┐"],["boxdr","┌"],["boxh","─"],["boxhD","╥"],["boxhU","╨"],["boxhd","┬"],["boxhu","┴"],["boxminus","⊟"],["boxplus","⊞"],["boxtimes","⊠"],["boxuL","╛"],["boxuR","╘"],["boxul","┘"],["boxur","└"],["boxv","│"],["boxvH","╪"],["boxvL","╡"],["boxvR","╞"],["boxvh","┼"],["boxvl","┤"],["boxvr","├"],["bprime","‵"],["breve","˘"],["brvbar","¦"],["bscr","𝒷"],["bsemi","⁏"],["bsim","∽"],["bsime","⋍"],["bsol","\\"],["bsolb","⧅"],["bsolhsub","⟈"],["bull","•"],["bullet","•"],["bump","≎"],["bumpE","⪮"],["bumpe","≏"],["bumpeq","≏"],["cacute","ć"],["cap","∩"],["capand","⩄"],["capbrcup","⩉"],["capcap","⩋"],["capcup","⩇"],["capdot","⩀"],["caps","∩︀"],["caret","⁁"],["caron","ˇ"],["ccaps","⩍"],["ccaron","č"],["ccedil","ç"],["ccirc","ĉ"],["ccups","⩌"],["ccupssm","⩐"],["cdot","ċ"],["cedil","¸"],["cemptyv","⦲"],["cent","¢"],["centerdot","·"],["cfr","𝔠"],["chcy","ч"],["check","✓"],["checkmark","✓"],["chi","χ"],["cir","○"],["cirE","⧃"],["circ","ˆ"],["circeq","≗"],["circlearrowleft","↺"],["circlearrowright","↻"],["circledR","®"],["circledS","Ⓢ"],["circledast","⊛"],["circledcirc","⊚"],["circleddash","⊝"],["cire","≗"],["cirfnint","⨐"],["cirmid","⫯"],["cirscir","⧂"],["clubs","♣"],["clubsuit","♣"],["colon",":"],["colone","≔"],["coloneq","≔"],["comma",","],["commat","@"],["comp","∁"],["compfn","∘"],["complement","∁"],["complexes","ℂ"],["cong","≅"],["congdot","⩭"],["conint","∮"],["copf","𝕔"],["coprod","∐"],["copy","©"],["copysr","℗"],["crarr","↵"],["cross","✗"],["cscr","𝒸"],["csub","⫏"],["csube","⫑"],["csup","⫐"],["csupe","⫒"],["ctdot","⋯"],["cudarrl","⤸"],["cudarrr","⤵"],["cuepr","⋞"],["cuesc","⋟"],["cularr","↶"],["cularrp","⤽"],["cup","∪"],["cupbrcap","⩈"],["cupcap","⩆"],["cupcup","⩊"],["cupdot","⊍"],["cupor","⩅"],["cups","∪︀"],["curarr","↷"],["curarrm","⤼"],["curlyeqprec","⋞"],["curlyeqsucc","⋟"],["curlyvee","⋎"],["curlywedge","⋏"],["curren","¤"],["curvearrowleft","↶"],["curvearrowright","↷"],["cuvee","⋎"],["cuwed","⋏"],["cwconint","∲"],["cwint","∱"],["cylcty","⌭"],["dArr","⇓"],["dHar","⥥"],["dagger","†"],["daleth","ℸ"],["darr","↓"],["dash","‐"],["dashv","⊣"],["dbkarow","⤏"],["dblac","˝"],["dcaron","ď"],["dcy","д"],["dd","ⅆ"],["ddagger","‡"],["ddarr","⇊"],["ddotseq","⩷"],["deg","°"],["delta","δ"],["demptyv","⦱"],["dfisht","⥿"],["dfr","𝔡"],["dharl","⇃"],["dharr","⇂"],["diam","⋄"],["diamond","⋄"],["diamondsuit","♦"],["diams","♦"],["die","¨"],["digamma","ϝ"],["disin","⋲"],["div","÷"],["divide","÷"],["divideontimes","⋇"],["divonx","⋇"],["djcy","ђ"],["dlcorn","⌞"],["dlcrop","⌍"],["dollar","$"],["dopf","𝕕"],["dot","˙"],["doteq","≐"],["doteqdot","≑"],["dotminus","∸"],["dotplus","∔"],["dotsquare","⊡"],["doublebarwedge","⌆"],["downarrow","↓"],["downdownarrows","⇊"],["downharpoonleft","⇃"],["downharpoonright","⇂"],["drbkarow","⤐"],["drcorn","⌟"],["drcrop","⌌"],["dscr","𝒹"],["dscy","ѕ"],["dsol","⧶"],["dstrok","đ"],["dtdot","⋱"],["dtri","▿"],["dtrif","▾"],["duarr","⇵"],["duhar","⥯"],["dwangle","⦦"],["dzcy","џ"],["dzigrarr","⟿"],["eDDot","⩷"],["eDot","≑"],["eacute","é"],["easter","⩮"],["ecaron","ě"],["ecir","≖"],["ecirc","ê"],["ecolon","≕"],["ecy","э"],["edot","ė"],["ee","ⅇ"],["efDot","≒"],["efr","𝔢"],["eg","⪚"],["egrave","è"],["egs","⪖"],["egsdot","⪘"],["el","⪙"],["elinters","⏧"],["ell","ℓ"],["els","⪕"],["elsdot","⪗"],["emacr","ē"],["empty","∅"],["emptyset","∅"],["emptyv","∅"],["emsp"," "],["emsp13"," "],["emsp14"," "],["eng","ŋ"],["ensp"," "],["eogon","ę"],["eopf","𝕖"],["epar","⋕"],["eparsl","⧣"],["eplus","⩱"],["epsi","ε"],["epsilon","ε"],["epsiv","ϵ"],["eqcirc","≖"],["eqcolon","≕"],["eqsim","≂"],["eqslantgtr","⪖"],["eqslantless","⪕"],["equals","="],["equest","≟"],["equiv","≡"],["equivDD","⩸"],["eqvparsl","⧥"],["erDot","≓"],["erarr","⥱"],["escr","ℯ"],["esdot","≐"],["esim","≂"],["eta","η"],["eth","ð"],["euml","ë"],["euro","€"],["excl","!"],["exist","∃"],["expectation","ℰ"],["exponentiale","ⅇ"],["fallingdotseq","≒"],["fcy","ф"],["female","♀"],["ffilig","ﬃ"],["fflig","ﬀ"],["ffllig","ﬄ"],["ffr","𝔣"],["filig","ﬁ"],["fjlig","fj"],["flat","♭"],["fllig","ﬂ"],["fltns","▱"],["fnof","ƒ"],["fopf","𝕗"],["forall","∀"],["fork","⋔"],["forkv","⫙"],["fpartint","⨍"],["frac12","½"],["frac13","⅓"],["frac14","¼"],["frac15","⅕"],["frac16","⅙"],["frac18","⅛"],["frac23","⅔"],["frac25","⅖"],["frac34","¾"],["frac35","⅗"],["frac38","⅜"],["frac45","⅘"],["frac56","⅚"],["frac58","⅝"],["frac78","⅞"],["frasl","⁄"],["frown","⌢"],["fscr","𝒻"],["gE","≧"],["gEl","⪌"],["gacute","ǵ"],["gamma","γ"],["gammad","ϝ"],["gap","⪆"],["gbreve","ğ"],["gcirc","ĝ"],["gcy","г"],["gdot","ġ"],["ge","≥"],["gel","⋛"],["geq","≥"],["geqq","≧"],["geqslant","⩾"],["ges","⩾"],["gescc","⪩"],["gesdot","⪀"],["gesdoto","⪂"],["gesdotol","⪄"],["gesl","⋛︀"],["gesles","⪔"],["gfr","𝔤"],["gg","≫"],["ggg","⋙"],["gimel","ℷ"],["gjcy","ѓ"],["gl","≷"],["glE","⪒"],["gla","⪥"],["glj","⪤"],["gnE","≩"],["gnap","⪊"],["gnapprox","⪊"],["gne","⪈"],["gneq","⪈"],["gneqq","≩"],["gnsim","⋧"],["gopf","𝕘"],["grave","`"],["gscr","ℊ"],["gsim","≳"],["gsime","⪎"],["gsiml","⪐"],["gt",">"],["gtcc","⪧"],["gtcir","⩺"],["gtdot","⋗"],["gtlPar","⦕"],["gtquest","⩼"],["gtrapprox","⪆"],["gtrarr","⥸"],["gtrdot","⋗"],["gtreqless","⋛"],["gtreqqless","⪌"],["gtrless","≷"],["gtrsim","≳"],["gvertneqq","≩︀"],["gvnE","≩︀"],["hArr","⇔"],["hairsp"," "],["half","½"],["hamilt","ℋ"],["hardcy","ъ"],["harr","↔"],["harrcir","⥈"],["harrw","↭"],["hbar","ℏ"],["hcirc","ĥ"],["hearts","♥"],["heartsuit","♥"],["hellip","…"],["hercon","⊹"],["hfr","𝔥"],["hksearow","⤥"],["hkswarow","⤦"],["hoarr","⇿"],["homtht","∻"],["hookleftarrow","↩"],["hookrightarrow","↪"],["hopf","𝕙"],["horbar","―"],["hscr","𝒽"],["hslash","ℏ"],["hstrok","ħ"],["hybull","⁃"],["hyphen","‐"],["iacute","í"],["ic","⁣"],["icirc","î"],["icy","и"],["iecy","е"],["iexcl","¡"],["iff","⇔"],["ifr","𝔦"],["igrave","ì"],["ii","ⅈ"],["iiiint","⨌"],["iiint","∭"],["iinfin","⧜"],["iiota","℩"],["ijlig","ĳ"],["imacr","ī"],["image","ℑ"],["imagline","ℐ"],["imagpart","ℑ"],["imath","ı"],["imof","⊷"],["imped","Ƶ"],["in","∈"],["incare","℅"],["infin","∞"],["infintie","⧝"],["inodot","ı"],["int","∫"],["intcal","⊺"],["integers","ℤ"],["intercal","⊺"],["intlarhk","⨗"],["intprod","⨼"],["iocy","ё"],["iogon","į"],["iopf","𝕚"],["iota","ι"],["iprod","⨼"],["iquest","¿"],["iscr","𝒾"],["isin","∈"],["isinE","⋹"],["isindot","⋵"],["isins","⋴"],["isinsv","⋳"],["isinv","∈"],["it","⁢"],["itilde","ĩ"],["iukcy","і"],["iuml","ï"],["jcirc","ĵ"],["jcy","й"],["jfr","𝔧"],["jmath","ȷ"],["jopf","𝕛"],["jscr","𝒿"],["jsercy","ј"],["jukcy","є"],["kappa","κ"],["kappav","ϰ"],["kcedil","ķ"],["kcy","к"],["kfr","𝔨"],["kgreen","ĸ"],["khcy","х"],["kjcy","ќ"],["kopf","𝕜"],["kscr","𝓀"],["lAarr","⇚"],["lArr","⇐"],["lAtail","⤛"],["lBarr","⤎"],["lE","≦"],["lEg","⪋"],["lHar","⥢"],["lacute","ĺ"],["laemptyv","⦴"],["lagran","ℒ"],["lambda","λ"],["lang","⟨"],["langd","⦑"],["langle","⟨"],["lap","⪅"],["laquo","«"],["larr","←"],["larrb","⇤"],["larrbfs","⤟"],["larrfs","⤝"],["larrhk","↩"],["larrlp","↫"],["larrpl","⤹"],["larrsim","⥳"],["larrtl","↢"],["lat","⪫"],["latail","⤙"],["late","⪭"],["lates","⪭︀"],["lbarr","⤌"],["lbbrk","❲"],["lbrace","{"],["lbrack","["],["lbrke","⦋"],["lbrksld","⦏"],["lbrkslu","⦍"],["lcaron","ľ"],["lcedil","ļ"],["lceil","⌈"],["lcub","{"],["lcy","л"],["ldca","⤶"],["ldquo","“"],["ldquor","„"],["ldrdhar","⥧"],["ldrushar","⥋"],["ldsh","↲"],["le","≤"],["leftarrow","←"],["leftarrowtail","↢"],["leftharpoondown","↽"],["leftharpoonup","↼"],["leftleftarrows","⇇"],["leftrightarrow","↔"],["leftrightarrows","⇆"],["leftrightharpoons","⇋"],["leftrightsquigarrow","↭"],["leftthreetimes","⋋"],["leg","⋚"],["leq","≤"],["leqq","≦"],["leqslant","⩽"],["les","⩽"],["lescc","⪨"],["lesdot","⩿"],["lesdoto","⪁"],["lesdotor","⪃"],["lesg","⋚︀"],["lesges","⪓"],["lessapprox","⪅"],["lessdot","⋖"],["lesseqgtr","⋚"],["lesseqqgtr","⪋"],["lessgtr","≶"],["lesssim","≲"],["lfisht","⥼"],["lfloor","⌊"],["lfr","𝔩"],["lg","≶"],["lgE","⪑"],["lhard","↽"],["lharu","↼"],["lharul","⥪"],["lhblk","▄"],["ljcy","љ"],["ll","≪"],["llarr","⇇"],["llcorner","⌞"],["llhard","⥫"],["lltri","◺"],["lmidot","ŀ"],["lmoust","⎰"],["lmoustache","⎰"],["lnE","≨"],["lnap","⪉"],["lnapprox","⪉"],["lne","⪇"],["lneq","⪇"],["lneqq","≨"],["lnsim","⋦"],["loang","⟬"],["loarr","⇽"],["lobrk","⟦"],["longleftarrow","⟵"],["longleftrightarrow","⟷"],["longmapsto","⟼"],["longrightarrow","⟶"],["looparrowleft","↫"],["looparrowright","↬"],["lopar","⦅"],["lopf","𝕝"],["loplus","⨭"],["lotimes","⨴"],["lowast","∗"],["lowbar","_"],["loz","◊"],["lozenge","◊"],["lozf","⧫"],["lpar","("],["lparlt","⦓"],["lrarr","⇆"],["lrcorner","⌟"],["lrhar","⇋"],["lrhard","⥭"],["lrm","‎"],["lrtri","⊿"],["lsaquo","‹"],["lscr","𝓁"],["lsh","↰"],["lsim","≲"],["lsime","⪍"],["lsimg","⪏"],["lsqb","["],["lsquo","‘"],["lsquor","‚"],["lstrok","ł"],["lt","<"],["ltcc","⪦"],["ltcir","⩹"],["ltdot","⋖"],["lthree","⋋"],["ltimes","⋉"],["ltlarr","⥶"],["ltquest","⩻"],["ltrPar","⦖"],["ltri","◃"],["ltrie","⊴"],["ltrif","◂"],["lurdshar","⥊"],["luruhar","⥦"],["lvertneqq","≨︀"],["lvnE","≨︀"],["mDDot","∺"],["macr","¯"],["male","♂"],["malt","✠"],["maltese","✠"],["map","↦"],["mapsto","↦"],["mapstodown","↧"],["mapstoleft","↤"],["mapstoup","↥"],["marker","▮"],["mcomma","⨩"],["mcy","м"],["mdash","—"],["measuredangle","∡"],["mfr","𝔪"],["mho","℧"],["micro","µ"],["mid","∣"],["midast","*"],["midcir","⫰"],["middot","·"],["minus","−"],["minusb","⊟"],["minusd","∸"],["minusdu","⨪"],["mlcp","⫛"],["mldr","…"],["mnplus","∓"],["models","⊧"],["mopf","𝕞"],["mp","∓"],["mscr","𝓂"],["mstpos","∾"],["mu","μ"],["multimap","⊸"],["mumap","⊸"],["nGg","⋙̸"],["nGt","≫⃒"],["nGtv","≫̸"],["nLeftarrow","⇍"],["nLeftrightarrow","⇎"],["nLl","⋘̸"],["nLt","≪⃒"],["nLtv","≪̸"],["nRightarrow","⇏"],["nVDash","⊯"],["nVdash","⊮"],["nabla","∇"],["nacute","ń"],["nang","∠⃒"],["nap","≉"],["napE","⩰̸"],["napid","≋̸"],["napos","ŉ"],["napprox","≉"],["natur","♮"],["natural","♮"],["naturals","ℕ"],["nbsp"," "],["nbump","≎̸"],["nbumpe","≏̸"],["ncap","⩃"],["ncaron","ň"],["ncedil","ņ"],["ncong","≇"],["ncongdot","⩭̸"],["ncup","⩂"],["ncy","н"],["ndash","–"],["ne","≠"],["neArr","⇗"],["nearhk","⤤"],["nearr","↗"],["nearrow","↗"],["nedot","≐̸"],["nequiv","≢"],["nesear","⤨"],["nesim","≂̸"],["nexist","∄"],["nexists","∄"],["nfr","𝔫"],["ngE","≧̸"],["nge","≱"],["ngeq","≱"],["ngeqq","≧̸"],["ngeqslant","⩾̸"],["nges","⩾̸"],["ngsim","≵"],["ngt","≯"],["ngtr","≯"],["nhArr","⇎"],["nharr","↮"],["nhpar","⫲"],["ni","∋"],["nis","⋼"],["nisd","⋺"],["niv","∋"],["njcy","њ"],["nlArr","⇍"],["nlE","≦̸"],["nlarr","↚"],["nldr","‥"],["nle","≰"],["nleftarrow","↚"],["nleftrightarrow","↮"],["nleq","≰"],["nleqq","≦̸"],["nleqslant","⩽̸"],["nles","⩽̸"],["nless","≮"],["nlsim","≴"],["nlt","≮"],["nltri","⋪"],["nltrie","⋬"],["nmid","∤"],["nopf","𝕟"],["not","¬"],["notin","∉"],["notinE","⋹̸"],["notindot","⋵̸"],["notinva","∉"],["notinvb","⋷"],["notinvc","⋶"],["notni","∌"],["notniva","∌"],["notnivb","⋾"],["notnivc","⋽"],["npar","∦"],["nparallel","∦"],["nparsl","⫽⃥"],["npart","∂̸"],["npolint","⨔"],["npr","⊀"],["nprcue","⋠"],["npre","⪯̸"],["nprec","⊀"],["npreceq","⪯̸"],["nrArr","⇏"],["nrarr","↛"],["nrarrc","⤳̸"],["nrarrw","↝̸"],["nrightarrow","↛"],["nrtri","⋫"],["nrtrie","⋭"],["nsc","⊁"],["nsccue","⋡"],["nsce","⪰̸"],["nscr","𝓃"],["nshortmid","∤"],["nshortparallel","∦"],["nsim","≁"],["nsime","≄"],["nsimeq","≄"],["nsmid","∤"],["nspar","∦"],["nsqsube","⋢"],["nsqsupe","⋣"],["nsub","⊄"],["nsubE","⫅̸"],["nsube","⊈"],["nsubset","⊂⃒"],["nsubseteq","⊈"],["nsubseteqq","⫅̸"],["nsucc","⊁"],["nsucceq","⪰̸"],["nsup","⊅"],["nsupE","⫆̸"],["nsupe","⊉"],["nsupset","⊃⃒"],["nsupseteq","⊉"],["nsupseteqq","⫆̸"],["ntgl","≹"],["ntilde","ñ"],["ntlg","≸"],["ntriangleleft","⋪"],["ntrianglelefteq","⋬"],["ntriangleright","⋫"],["ntrianglerighteq","⋭"],["nu","ν"],["num","#"],["numero","№"],["numsp"," "],["nvDash","⊭"],["nvHarr","⤄"],["nvap","≍⃒"],["nvdash","⊬"],["nvge","≥⃒"],["nvgt",">⃒"],["nvinfin","⧞"],["nvlArr","⤂"],["nvle","≤⃒"],["nvlt","<⃒"],["nvltrie","⊴⃒"],["nvrArr","⤃"],["nvrtrie","⊵⃒"],["nvsim","∼⃒"],["nwArr","⇖"],["nwarhk","⤣"],["nwarr","↖"],["nwarrow","↖"],["nwnear","⤧"],["oS","Ⓢ"],["oacute","ó"],["oast","⊛"],["ocir","⊚"],["ocirc","ô"],["ocy","о"],["odash","⊝"],["odblac","ő"],["odiv","⨸"],["odot","⊙"],["odsold","⦼"],["oelig","œ"],["ofcir","⦿"],["ofr","𝔬"],["ogon","˛"],["ograve","ò"],["ogt","⧁"],["ohbar","⦵"],["ohm","Ω"],["oint","∮"],["olarr","↺"],["olcir","⦾"],["olcross","⦻"],["oline","‾"],["olt","⧀"],["omacr","ō"],["omega","ω"],["omicron","ο"],["omid","⦶"],["ominus","⊖"],["oopf","𝕠"],["opar","⦷"],["operp","⦹"],["oplus","⊕"],["or","∨"],["orarr","↻"],["ord","⩝"],["order","ℴ"],["orderof","ℴ"],["ordf","ª"],["ordm","º"],["origof","⊶"],["oror","⩖"],["orslope","⩗"],["orv","⩛"],["oscr","ℴ"],["oslash","ø"],["osol","⊘"],["otilde","õ"],["otimes","⊗"],["otimesas","⨶"],["ouml","ö"],["ovbar","⌽"],["par","∥"],["para","¶"],["parallel","∥"],["parsim","⫳"],["parsl","⫽"],["part","∂"],["pcy","п"],["percnt","%"],["period","."],["permil","‰"],["perp","⊥"],["pertenk","‱"],["pfr","𝔭"],["phi","φ"],["phiv","ϕ"],["phmmat","ℳ"],["phone","☎"],["pi","π"],["pitchfork","⋔"],["piv","ϖ"],["planck","ℏ"],["planckh","ℎ"],["plankv","ℏ"],["plus","+"],["plusacir","⨣"],["plusb","⊞"],["pluscir","⨢"],["plusdo","∔"],["plusdu","⨥"],["pluse","⩲"],["plusmn","±"],["plussim","⨦"],["plustwo","⨧"],["pm","±"],["pointint","⨕"],["popf","𝕡"],["pound","£"],["pr","≺"],["prE","⪳"],["prap","⪷"],["prcue","≼"],["pre","⪯"],["prec","≺"],["precapprox","⪷"],["preccurlyeq","≼"],["preceq","⪯"],["precnapprox","⪹"],["precneqq","⪵"],["precnsim","⋨"],["precsim","≾"],["prime","′"],["primes","ℙ"],["prnE","⪵"],["prnap","⪹"],["prnsim","⋨"],["prod","∏"],["profalar","⌮"],["profline","⌒"],["profsurf","⌓"],["prop","∝"],["propto","∝"],["prsim","≾"],["prurel","⊰"],["pscr","𝓅"],["psi","ψ"],["puncsp"," "],["qfr","𝔮"],["qint","⨌"],["qopf","𝕢"],["qprime","⁗"],["qscr","𝓆"],["quaternions","ℍ"],["quatint","⨖"],["quest","?"],["questeq","≟"],["quot",'"'],["rAarr","⇛"],["rArr","⇒"],["rAtail","⤜"],["rBarr","⤏"],["rHar","⥤"],["race","∽̱"],["racute","ŕ"],["radic","√"],["raemptyv","⦳"],["rang","⟩"],["rangd","⦒"],["range","⦥"],["rangle","⟩"],["raquo","»"],["rarr","→"],["rarrap","⥵"],["rarrb","⇥"],["rarrbfs","⤠"],["rarrc","⤳"],["rarrfs","⤞"],["rarrhk","↪"],["rarrlp","↬"],["rarrpl","⥅"],["rarrsim","⥴"],["rarrtl","↣"],["rarrw","↝"],["ratail","⤚"],["ratio","∶"],["rationals","ℚ"],["rbarr","⤍"],["rbbrk","❳"],["rbrace","}"],["rbrack","]"],["rbrke","⦌"],["rbrksld","⦎"],["rbrkslu","⦐"],["rcaron","ř"],["rcedil","ŗ"],["rceil","⌉"],["rcub","}"],["rcy","р"],["rdca","⤷"],["rdldhar","⥩"],["rdquo","”"],["rdquor","”"],["rdsh","↳"],["real","ℜ"],["realine","ℛ"],["realpart","ℜ"],["reals","ℝ"],["rect","▭"],["reg","®"],["rfisht","⥽"],["rfloor","⌋"],["rfr","𝔯"],["rhard","⇁"],["rharu","⇀"],["rharul","⥬"],["rho","ρ"],["rhov","ϱ"],["rightarrow","→"],["rightarrowtail","↣"],["rightharpoondown","⇁"],["rightharpoonup","⇀"],["rightleftarrows","⇄"],["rightleftharpoons","⇌"],["rightrightarrows","⇉"],["rightsquigarrow","↝"],["rightthreetimes","⋌"],["ring","˚"],["risingdotseq","≓"],["rlarr","⇄"],["rlhar","⇌"],["rlm","‏"],["rmoust","⎱"],["rmoustache","⎱"],["rnmid","⫮"],["roang","⟭"],["roarr","⇾"],["robrk","⟧"],["ropar","⦆"],["ropf","𝕣"],["roplus","⨮"],["rotimes","⨵"],["rpar",")"],["rpargt","⦔"],["rppolint","⨒"],["rrarr","⇉"],["rsaquo","›"],["rscr","𝓇"],["rsh","↱"],["rsqb","]"],["rsquo","’"],["rsquor","’"],["rthree","⋌"],["rtimes","⋊"],["rtri","▹"],["rtrie","⊵"],["rtrif","▸"],["rtriltri","⧎"],["ruluhar","⥨"],["rx","℞"],["sacute","ś"],["sbquo","‚"],["sc","≻"],["scE","⪴"],["scap","⪸"],["scaron","š"],["sccue","≽"],["sce","⪰"],["scedil","ş"],["scirc","ŝ"],["scnE","⪶"],["scnap","⪺"],["scnsim","⋩"],["scpolint","⨓"],["scsim","≿"],["scy","с"],["sdot","⋅"],["sdotb","⊡"],["sdote","⩦"],["seArr","⇘"],["searhk","⤥"],["searr","↘"],["searrow","↘"],["sect","§"],["semi",";"],["seswar","⤩"],["setminus","∖"],["setmn","∖"],["sext","✶"],["sfr","𝔰"],["sfrown","⌢"],["sharp","♯"],["shchcy","щ"],["shcy","ш"],["shortmid","∣"],["shortparallel","∥"],["shy","­"],["sigma","σ"],["sigmaf","ς"],["sigmav","ς"],["sim","∼"],["simdot","⩪"],["sime","≃"],["simeq","≃"],["simg","⪞"],["simgE","⪠"],["siml","⪝"],["simlE","⪟"],["simne","≆"],["simplus","⨤"],["simrarr","⥲"],["slarr","←"],["smallsetminus","∖"],["smashp","⨳"],["smeparsl","⧤"],["smid","∣"],["smile","⌣"],["smt","⪪"],["smte","⪬"],["smtes","⪬︀"],["softcy","ь"],["sol","/"],["solb","⧄"],["solbar","⌿"],["sopf","𝕤"],["spades","♠"],["spadesuit","♠"],["spar","∥"],["sqcap","⊓"],["sqcaps","⊓︀"],["sqcup","⊔"],["sqcups","⊔︀"],["sqsub","⊏"],["sqsube","⊑"],["sqsubset","⊏"],["sqsubseteq","⊑"],["sqsup","⊐"],["sqsupe","⊒"],["sqsupset","⊐"],["sqsupseteq","⊒"],["squ","□"],["square","□"],["squarf","▪"],["squf","▪"],["srarr","→"],["sscr","𝓈"],["ssetmn","∖"],["ssmile","⌣"],["sstarf","⋆"],["star","☆"],["starf","★"],["straightepsilon","ϵ"],["straightphi","ϕ"],["strns","¯"],["sub","⊂"],["subE","⫅"],["subdot","⪽"],["sube","⊆"],["subedot","⫃"],["submult","⫁"],["subnE","⫋"],["subne","⊊"],["subplus","⪿"],["subrarr","⥹"],["subset","⊂"],["subseteq","⊆"],["subseteqq","⫅"],["subsetneq","⊊"],["subsetneqq","⫋"],["subsim","⫇"],["subsub","⫕"],["subsup","⫓"],["succ","≻"],["succapprox","⪸"],["succcurlyeq","≽"],["succeq","⪰"],["succnapprox","⪺"],["succneqq","⪶"],["succnsim","⋩"],["succsim","≿"],["sum","∑"],["sung","♪"],["sup","⊃"],["sup1","¹"],["sup2","²"],["sup3","³"],["supE","⫆"],["supdot","⪾"],["supdsub","⫘"],["supe","⊇"],["supedot","⫄"],["suphsol","⟉"],["suphsub","⫗"],["suplarr","⥻"],["supmult","⫂"],["supnE","⫌"],["supne","⊋"],["supplus","⫀"],["supset","⊃"],["supseteq","⊇"],["supseteqq","⫆"],["supsetneq","⊋"],["supsetneqq","⫌"],["supsim","⫈"],["supsub","⫔"],["supsup","⫖"],["swArr","⇙"],["swarhk","⤦"],["swarr","↙"],["swarrow","↙"],["swnwar","⤪"],["szlig","ß"],["target","⌖"],["tau","τ"],["tbrk","⎴"],["tcaron","ť"],["tcedil","ţ"],["tcy","т"],["tdot","⃛"],["telrec","⌕"],["tfr","𝔱"],["there4","∴"],["therefore","∴"],["theta","θ"],["thetasym","ϑ"],["thetav","ϑ"],["thickapprox","≈"],["thicksim","∼"],["thinsp"," "],["thkap","≈"],["thksim","∼"],["thorn","þ"],["tilde","˜"],["times","×"],["timesb","⊠"],["timesbar","⨱"],["timesd","⨰"],["tint","∭"],["toea","⤨"],["top","⊤"],["topbot","⌶"],["topcir","⫱"],["topf","𝕥"],["topfork","⫚"],["tosa","⤩"],["tprime","‴"],["trade","™"],["triangle","▵"],["triangledown","▿"],["triangleleft","◃"],["trianglelefteq","⊴"],["triangleq","≜"],["triangleright","▹"],["trianglerighteq","⊵"],["tridot","◬"],["trie","≜"],["triminus","⨺"],["triplus","⨹"],["trisb","⧍"],["tritime","⨻"],["trpezium","⏢"],["tscr","𝓉"],["tscy","ц"],["tshcy","ћ"],["tstrok","ŧ"],["twixt","≬"],["twoheadleftarrow","↞"],["twoheadrightarrow","↠"],["uArr","⇑"],["uHar","⥣"],["uacute","ú"],["uarr","↑"],["ubrcy","ў"],["ubreve","ŭ"],["ucirc","û"],["ucy","у"],["udarr","⇅"],["udblac","ű"],["udhar","⥮"],["ufisht","⥾"],["ufr","𝔲"],["ugrave","ù"],["uharl","↿"],["uharr","↾"],["uhblk","▀"],["ulcorn","⌜"],["ulcorner","⌜"],["ulcrop","⌏"],["ultri","◸"],["umacr","ū"],["uml","¨"],["uogon","ų"],["uopf","𝕦"],["uparrow","↑"],["updownarrow","↕"],["upharpoonleft","↿"],["upharpoonright","↾"],["uplus","⊎"],["upsi","υ"],["upsih","ϒ"],["upsilon","υ"],["upuparrows","⇈"],["urcorn","⌝"],["urcorner","⌝"],["urcrop","⌎"],["uring","ů"],["urtri","◹"],["uscr","𝓊"],["utdot","⋰"],["utilde","ũ"],["utri","▵"],["utrif","▴"],["uuarr","⇈"],["uuml","ü"],["uwangle","⦧"],["vArr","⇕"],["vBar","⫨"],["vBarv","⫩"],["vDash","⊨"],["vangrt","⦜"],["varepsilon","ϵ"],["varkappa","ϰ"],["varnothing","∅"],["varphi","ϕ"],["varpi","ϖ"],["varpropto","∝"],["varr","↕"],["varrho","ϱ"],["varsigma","ς"],["varsubsetneq","⊊︀"],["varsubsetneqq","⫋︀"],["varsupsetneq","⊋︀"],["varsupsetneqq","⫌︀"],["vartheta","ϑ"],["vartriangleleft","⊲"],["vartriangleright","⊳"],["vcy","в"],["vdash","⊢"],["vee","∨"],["veebar","⊻"],["veeeq","≚"],["vellip","⋮"],["verbar","|"],["vert","|"],["vfr","𝔳"],["vltri","⊲"],["vnsub","⊂⃒"],["vnsup","⊃⃒"],["vopf","𝕧"],["vprop","∝"],["vrtri","⊳"],["vscr","𝓋"],["vsubnE","⫋︀"],["vsubne","⊊︀"],["vsupnE","⫌︀"],["vsupne","⊋︀"],["vzigzag","⦚"],["wcirc","ŵ"],["wedbar","⩟"],["wedge","∧"],["wedgeq","≙"],["weierp","℘"],["wfr","𝔴"],["wopf","𝕨"],["wp","℘"],["wr","≀"],["wreath","≀"],["wscr","𝓌"],["xcap","⋂"],["xcirc","◯"],["xcup","⋃"],["xdtri","▽"],["xfr","𝔵"],["xhArr","⟺"],["xharr","⟷"],["xi","ξ"],["xlArr","⟸"],["xlarr","⟵"],["xmap","⟼"],["xnis","⋻"],["xodot","⨀"],["xopf","𝕩"],["xoplus","⨁"],["xotime","⨂"],["xrArr","⟹"],["xrarr","⟶"],["xscr","𝓍"],["xsqcup","⨆"],["xuplus","⨄"],["xutri","△"],["xvee","⋁"],["xwedge","⋀"],["yacute","ý"],["yacy","я"],["ycirc","ŷ"],["ycy","ы"],["yen","¥"],["yfr","𝔶"],["yicy","ї"],["yopf","𝕪"],["yscr","𝓎"],["yucy","ю"],["yuml","ÿ"],["zacute","ź"],["zcaron","ž"],["zcy","з"],["zdot","ż"],["zeetrf","ℨ"],["zeta","ζ"],["zfr","𝔷"],["zhcy","ж"],["zigrarr","⇝"],["zopf","𝕫"],["zscr","𝓏"],["zwj","‍"],["zwnj","‌"]]),decodeMapLegacy=new Map([["AElig","Æ"],["AMP","&"],["Aacute","Á"],["Acirc","Â"],["Agrave","À"],["Aring","Å"],["Atilde","Ã"],["Auml","Ä"],["COPY","©"],["Ccedil","Ç"],["ETH","Ð"],["Eacute","É"],["Ecirc","Ê"],["Egrave","È"],["Euml","Ë"],["GT",">"],["Iacute","Í"],["Icirc","Î"],["Igrave","Ì"],["Iuml","Ï"],["LT","<"],["Ntilde","Ñ"],["Oacute","Ó"],["Ocirc","Ô"],["Ograve","Ò"],["Oslash","Ø"],["Otilde","Õ"],["Ouml","Ö"],["QUOT",'"'],["REG","®"],["THORN","Þ"],["Uacute","Ú"],["Ucirc","Û"],["Ugrave","Ù"],["Uuml","Ü"],["Yacute","Ý"],["aacute","á"],["acirc","â"],["acute","´"],["aelig","æ"],["agrave","à"],["amp","&"],["aring","å"],["atilde","ã"],["auml","ä"],["brvbar","¦"],["ccedil","ç"],["cedil","¸"],["cent","¢"],["copy","©"],["curren","¤"],["deg","°"],["divide","÷"],["eacute","é"],["ecirc","ê"],["egrave","è"],["eth","ð"],["euml","ë"],["frac12","½"],["frac14","¼"],["frac34","¾"],["gt",">"],["iacute","í"],["icirc","î"],["iexcl","¡"],["igrave","ì"],["iquest","¿"],["iuml","ï"],["laquo","«"],["lt","<"],["macr","¯"],["micro","µ"],["middot","·"],["nbsp"," "],["not","¬"],["ntilde","ñ"],["oacute","ó"],["ocirc","ô"],["ograve","ò"],["ordf","ª"],["ordm","º"],["oslash","ø"],["otilde","õ"],["ouml","ö"],["para","¶"],["plusmn","±"],["pound","£"],["quot",'"'],["raquo","»"],["reg","®"],["sect","§"],["shy","­"],["sup1","¹"],["sup2","²"],["sup3","³"],["szlig","ß"],["thorn","þ"],["times","×"],["uacute","ú"],["ucirc","û"],["ugrave","ù"],["uml","¨"],["uuml","ü"],["yacute","ý"],["yen","¥"],["yuml","ÿ"]]),decodeMapNumeric=new Map([[0,"�"],[128,"€"],[130,"‚"],[131,"ƒ"],[132,"„"],[133,"…"],[134,"†"],[135,"‡"],[136,"ˆ"],[137,"‰"],[138,"Š"],[139,"‹"],[140,"Œ"],[142,"Ž"],[145,"‘"],[146,"’"],[147,"“"],[148,"”"],[149,"•"],[150,"–"],[151,"—"],[152,"˜"],[153,"™"],[154,"š"],[155,"›"],[156,"œ"],[158,"ž"],[159,"Ÿ"]]),invalidReferenceCodePoints=new Set([1,2,3,4,5,6,7,8,11,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,64976,64977,64978,64979,64980,64981,64982,64983,64984,64985,64986,64987,64988,64989,64990,64991,64992,64993,64994,64995,64996,64997,64998,64999,65e3,65001,65002,65003,65004,65005,65006,65007,65534,65535,131070,131071,196606,196607,262142,262143,327678,327679,393214,393215,458750,458751,524286,524287,589822,589823,655358,655359,720894,720895,786430,786431,851966,851967,917502,917503,983038,983039,1048574,1048575,1114110,1114111]),regexEscape=/["&'<>`]/g,regexInvalidEntity=/&#(?:[xX][^a-fA-F0-9]|[^0-9xX])/,has=(object2,propertyName)=>Object.hasOwn(object2,propertyName),merge=(options,defaults)=>{if(!options)return defaults;const result={};for(const key in defaults)result[key]=has(options,key)?options[key]:defaults[key];return result},parseError=message=>{throw new Error(`Parse error: ${message}`)},codePointToSymbol=(codePoint,strict)=>codePoint>=55296&&codePoint<=57343||codePoint>1114111?(strict&&parseError("character reference outside the permissible Unicode range"),"�"):decodeMapNumeric.has(codePoint)?(strict&&parseError("disallowed character reference"),decodeMapNumeric.get(codePoint)):(strict&&invalidReferenceCodePoints.has(codePoint)&&parseError("disallowed character reference"),String.fromCodePoint(codePoint)),hexEscape=codePoint=>`&#x${codePoint.toString(16).toUpperCase()};`,decEscape=codePoint=>`&#${codePoint};`,encode=(string2,options)=>{options=merge(options,encode.options),options.strict&&regexInvalidRawCodePoint.test(string2)&&parseError("forbidden code point");const encodeEverything=options.encodeEverything,useNamedReferences=options.useNamedReferences,allowUnsafeSymbols=options.allowUnsafeSymbols,escapeCodePoint=options.decimal?decEscape:hexEscape,escapeBmpSymbol=symbol=>escapeCodePoint(symbol.charCodeAt(0));return encodeEverything?(string2=string2.replace(regexAsciiWhitelist,symbol=>useNamedReferences&&encodeMap.has(symbol)?`&${encodeMap.get(symbol)};`:escapeBmpSymbol(symbol)),useNamedReferences&&(string2=string2.replace(/&gt;\u20D2/g,"&nvgt;").replace(/&lt;\u20D2/g,"&nvlt;").replace(/&#x66;&#x6A;/g,"&fjlig;")),useNamedReferences&&(string2=string2.replace(regexEncodeNonAscii,string3=>`&${encodeMap.get(string3)};`))):useNamedReferences?(allowUnsafeSymbols||(string2=string2.replace(regexEscape,string3=>`&${encodeMap.get(string3)};`)),string2=string2.replace(/&gt;\u20D2/g,"&nvgt;").replace(/&lt;\u20D2/g,"&nvlt;"),string2=string2.replace(regexEncodeNonAscii,string3=>`&${encodeMap.get(string3)};`)):allowUnsafeSymbols||(string2=string2.replace(regexEscape,escapeBmpSymbol)),string2.replace(regexAstralSymbols,$0=>{const high=$0.charCodeAt(0),low=$0.charCodeAt(1),codePoint=(high-55296)*1024+low-56320+65536;return escapeCodePoint(codePoint)}).replace(regexBmpWhitelist,escapeBmpSymbol)};encode.options={allowUnsafeSymbols:!1,encodeEverything:!1,strict:!1,useNamedReferences:!1,decimal:!1};var decode=(html,options)=>{options=merge(options,decode.options);const strict=options.strict;return strict&&regexInvalidEntity.test(html)&&parseError("malformed character reference"),html.replace(regexDecode,($0,$1,$2,$3,$4,$5,$6,$7)=>{if($1)return decodeMap.get($1);if($2){const reference3=$2,next=$3;return next&&options.isAttributeValue?(strict&&next=="="&&parseError("`&` did not start a character reference"),$0):(strict&&parseError("named character reference was not terminated by a semicolon"),decodeMapLegacy.get(reference3)+(next||""))}return $4?(strict&&!$5&&parseError("character reference was not terminated by a semicolon"),codePointToSymbol(parseInt($4,10),strict)):$6?(strict&&!$7&&parseError("character reference was not terminated by a semicolon"),codePointToSymbol(parseInt($6,16),strict)):(strict&&parseError("named character reference was not recognized"),$0)})};decode.options={isAttributeValue:!1,strict:!1};
// src/markdown/lines.ts
function lineStart(text2, offset) {
  return text2.slice(0, offset).lastIndexOf("\n") + 1;
}
function lineAfter(text2, offset) {
  const newline = text2.indexOf("\n", offset);
  return newline === -1 ? text2.length : newline + 1;
}
function skipBlankLines(text2, offset) {
  const blank2 = /[ \t]*\r?\n/y;
  let start = offset;
  for (; ; ) {
    blank2.lastIndex = start;
    if (!blank2.test(text2)) return start;
    start = blank2.lastIndex;
  }
}
function endBeforeBlankLines(text2, offset) {
  const end2 = text2.slice(0, offset).trimEnd().length;
  const newline = text2.indexOf("\n", end2);
  return end2 === 0 ? 0 : newline === -1 || newline >= offset ? offset : newline + 1;
}
function trimBlankLines(text2) {
  const start = skipBlankLines(text2, 0);
  return text2.slice(start, endBeforeBlankLines(text2, text2.length)).replace(/\r?\n$/, "");
}
function linePrefix(text2, offset) {
  return text2.slice(lineStart(text2, offset), offset).replace(/[^\s>]/g, " ");
}

// src/markdown/html-comments.ts
var htmlComment = /<!(?=--)[^]*?(?:-->|$)/g;
function blankComments(text2) {
  return text2.replace(htmlComment, ({ length }) => " ".repeat(length));
}
var tags = /<\/?(?!(?:audio|hr|iframe|img|input|object|picture|svg|video)\b)[a-z][^<>]*>/gi;
function isBlankMarkdown(text2) {
  if (new RegExp("^[\\s#*_>\\-]*[[\\p{L}\\p{N}]--\\p{Default_Ignorable_Code_Point}]", "v").test(text2)) return false;
  if (/^(?: {4}|\t)[ \t]*[<&]/m.test(text2)) return false;
  return visibleText(decode(blankComments(text2).replace(tags, ""))) === "";
}
function cutComments(text2, tree, keep) {
  let result = "";
  let at = 0;
  for (const { start, comment } of commentsIn(text2, tree)) {
    if (keep(comment)) continue;
    result += text2.slice(at, start);
    at = start + comment.length;
    const line = lineStart(result, result.length);
    const restOfLine = /[ \t]*(?:\r?\n|$)/y;
    restOfLine.lastIndex = at;
    if (result.slice(line).trim() !== "" || !restOfLine.test(text2)) continue;
    result = result.slice(0, line);
    at = followsBlankLine(result) ? skipBlankLines(text2, restOfLine.lastIndex) : restOfLine.lastIndex;
  }
  return result + text2.slice(at);
}
function followsBlankLine(text2) {
  const filled = text2.trimEnd();
  return filled === "" || text2.slice(filled.length).split("\n").length > 2;
}
function commentsIn(text2, tree) {
  return nodesOf(tree).filter(({ type }) => type === "html").flatMap(
    (node) => [...sliceOf(text2, node).matchAll(htmlComment)].map(({ index, 0: comment }) => ({
      start: startOf(node) + index,
      comment
    }))
  );
}

// src/markdown/link-targets.ts
function linkTargets(text2, tree) {
  const targets = [];
  const definitions2 = [];
  const links3 = /* @__PURE__ */ new Set();
  const images = /* @__PURE__ */ new Set();
  for (const node of nodesOf(tree)) {
    if (node.type === "link" || node.type === "image") {
      targets.push({ kind: node.type, url: node.url, offset: startOf(node) });
    } else if (node.type === "html") {
      targets.push(...htmlTargets(sliceOf(text2, node), startOf(node)));
    } else if (node.type === "definition") definitions2.push(node);
    else if (node.type === "linkReference") links3.add(node.identifier);
    else if (node.type === "imageReference") images.add(node.identifier);
  }
  const seen2 = /* @__PURE__ */ new Set();
  for (const node of definitions2) {
    if (seen2.has(node.identifier)) continue;
    seen2.add(node.identifier);
    const kind = images.has(node.identifier) ? "image" : "link";
    if (kind === "image" || links3.has(node.identifier)) {
      targets.push({ kind, url: node.url, offset: startOf(node) });
    }
  }
  return targets.sort((a, b) => a.offset - b.offset);
}
var attributes = {
  link: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  image: /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
};
function htmlTargets(html, start) {
  const targets = [];
  for (const tag2 of blankComments(html).matchAll(/<(a|img)(?=\s)[^<>]*>/gi)) {
    const kind = tag2[1]?.toLowerCase() === "img" ? "image" : "link";
    const value = attributes[kind].exec(tag2[0]);
    if (value === null) continue;
    const written2 = (value[1] ?? value[2] ?? value[3] ?? "").trim();
    const url = decode(written2, { isAttributeValue: true });
    targets.push({ kind, url, offset: start + tag2.index });
  }
  return targets;
}

// src/markdown/blank-ranges.ts
function blankRanges(text2, ranges) {
  let result = "";
  let at = 0;
  for (const { start, end: end2 } of ranges) {
    if (end2 <= at) continue;
    const from = Math.max(at, start);
    result += text2.slice(at, from) + text2.slice(from, end2).replace(/[^\r\n]/g, " ");
    at = end2;
  }
  return result + text2.slice(at);
}

// src/markdown/blank-code.ts
function blankCode(text2, tree) {
  const code2 = nodesOf(tree).filter(({ type }) => type === "code" || type === "inlineCode");
  return blankRanges(
    text2,
    code2.map((node) => ({ start: startOf(node), end: endOf(node) }))
  );
}

// src/markdown/prose.ts
var opening = /<(pre|code|samp|kbd|tt|var|script|style)(?=[\s>])[^<>]*>/gi;
function proseOf(text2, tree) {
  const withoutCode = blankCode(text2, tree);
  if (!withoutCode.includes("<")) return withoutCode;
  const comments3 = text2.includes("<!--") ? commentsIn(text2, tree) : [];
  const prose = blankRanges(
    withoutCode,
    comments3.map(({ start, comment }) => ({ start, end: start + comment.length }))
  );
  return blankRanges(prose, htmlCode(prose));
}
function htmlCode(text2) {
  const ranges = [];
  const unclosed = /* @__PURE__ */ new Set();
  let at = 0;
  for (const { 0: tag2, 1: name = "", index } of text2.matchAll(opening)) {
    const isPast = index < at || unclosed.has(name.toLowerCase());
    if (isPast) continue;
    const closing3 = new RegExp(`</${name}`, "gi");
    closing3.lastIndex = index + tag2.length;
    const close2 = closing3.exec(text2);
    if (close2 === null) unclosed.add(name.toLowerCase());
    else {
      ranges.push({ start: index + tag2.length, end: close2.index });
      at = close2.index;
    }
  }
  return ranges;
}

// src/markdown/line-index.ts
function lineIndex(text2) {
  const starts = [0];
  for (let at = text2.indexOf("\n"); at !== -1; at = text2.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

// src/curation/texts.ts
function textsOf(draft) {
  const body = { name: "body", text: draft.body };
  return draft.answer === null ? [body] : [body, { name: "answer", text: draft.answer }];
}
function parsedTexts(draft) {
  const most3 = mostCharacters[draft.kind];
  return textsOf(draft).map((part) => ({
    ...part,
    tree: part.text.length > most3 ? null : parseMarkdown(part.text)
  }));
}
function proseTexts(texts) {
  return texts.flatMap(
    ({ name, text: text2, tree }) => tree === null ? [] : [{ name, text: text2, tree, prose: proseOf(text2, tree) }]
  );
}
var aPost = {
  article: "an article",
  question: "a question"
};
function placesOf(draft) {
  const places = {
    body: memoize(() => placesIn(draft, "body")),
    answer: memoize(() => placesIn(draft, "answer"))
  };
  return ({ field, offset }) => places[field]()(offset);
}
function placesIn(draft, field) {
  const first = field === "answer" ? draft.answerLine : draft.bodyLine;
  const { place } = draft;
  if (!place || first === void 0) return () => place;
  const position = lineIndex(draft[field] ?? "");
  const cuts = (field === "answer" ? draft.answerCuts : draft.bodyCuts) ?? [];
  return (offset) => {
    const { line, column } = position(offset);
    const moved = cuts.findLast(({ after: after2 }) => line > after2)?.lines ?? 0;
    return { file: place.file, line: first + line - 1 + moved, column };
  };
}
function inProse(texts, pattern3) {
  return texts.flatMap(
    ({ name: field, prose }) => [...prose.matchAll(pattern3)].map((match) => ({ match, at: { field, offset: match.index } }))
  );
}
function outsideCode(texts, pattern3) {
  return texts.flatMap(({ name: field, text: text2, tree }) => {
    if (text2.search(pattern3) === -1) return [];
    const matches2 = (tree === null ? text2 : blankCode(text2, tree)).matchAll(pattern3);
    return [...matches2].map((match) => ({ match, at: { field, offset: match.index } }));
  });
}

// src/curation/near-texts.ts
var nearness = 0.9;
var runLength = 5;
var shortest = 200;
var longest = 2e4;
var mostCandidates = 50;
function nearTexts(drafts) {
  const near = /* @__PURE__ */ new Map();
  const index = /* @__PURE__ */ new Map();
  for (const draft of drafts) {
    const text2 = folded(draft);
    if (text2.length < shortest || text2.length > longest) continue;
    const entry = { draft, text: text2, runs: runsOf(text2.toLowerCase()) };
    const first = entry.runs.subarray(0, Math.floor((1 - nearness) * entry.runs.length) + 1);
    const found = candidates(entry, first, index).find((other) => isNear(entry, other));
    if (found !== void 0) near.set(draft, found.draft);
    for (const run2 of first) {
      const entries = index.get(run2);
      if (entries === void 0) index.set(run2, entry);
      else if (!Array.isArray(entries)) index.set(run2, [entries, entry]);
      else if (entries.length < mostCandidates) entries.push(entry);
    }
  }
  return near;
}
function folded(draft) {
  const text2 = textsOf(draft).map(({ text: text3 }) => text3);
  return visibleText(text2.join("\n"));
}
function runsOf(text2) {
  const runs = new Int32Array(Math.max(0, text2.length - runLength + 1));
  for (let start = 0; start < runs.length; start += 1) {
    let hash = 2166136261;
    for (let at = start; at < start + runLength; at += 1) {
      hash = Math.imul(hash ^ text2.charCodeAt(at), 16777619);
    }
    runs[start] = hash;
  }
  runs.sort();
  let count = 0;
  for (const run2 of runs) {
    if (count === 0 || runs[count - 1] !== run2) runs[count++] = run2;
  }
  return runs.slice(0, count);
}
function candidates({ runs }, first, index) {
  const found = /* @__PURE__ */ new Set();
  for (const run2 of first) {
    const others4 = index.get(run2) ?? [];
    for (const other of Array.isArray(others4) ? others4 : [others4]) {
      const less = Math.min(runs.length, other.runs.length);
      if (less >= nearness * Math.max(runs.length, other.runs.length)) found.add(other);
      if (found.size >= mostCandidates) return [...found];
    }
  }
  return [...found];
}
function isNear(a, b) {
  if (a.text === b.text) return false;
  const total = a.runs.length + b.runs.length;
  let different = total - 2 * Math.ceil(nearness / (1 + nearness) * total);
  let i = 0;
  let j = 0;
  while (different >= 0 && i < a.runs.length && j < b.runs.length) {
    const left3 = a.runs[i] ?? 0;
    const right = b.runs[j] ?? 0;
    if (left3 !== right) different -= 1;
    if (left3 <= right) i += 1;
    if (right <= left3) j += 1;
  }
  return different >= a.runs.length - i + b.runs.length - j;
}

// src/curation/context.ts
function curationContext(drafts, known2, recorded, repository = null) {
  const isNew = ({ key }) => Number(!recorded.has(key));
  const ordered = drafts.toSorted((a, b) => isNew(a) - isNew(b) || compareSourceKeys(a.key, b.key));
  const titleOf3 = ({ title: title3 }) => visibleText(title3);
  const sameTitle = others(ordered, known2, titleOf3);
  const similar = memoize(() => nearTexts(ordered));
  const texts = ofLast(parsedTexts);
  return {
    repository,
    sameTitle(draft) {
      const own = recorded.get(draft.key);
      if (titleOf3(draft) === "" || own && titleOf3(own) === titleOf3(draft)) return null;
      return sameTitle(draft);
    },
    sameKey: others(ordered, known2, ({ key }) => key),
    sameText: sameTexts(ordered, known2, recorded),
    similarText(draft) {
      const other = similar().get(draft);
      return other === void 0 ? null : nameOf(other);
    },
    texts,
    prose: ofLast((draft) => proseTexts(texts(draft))),
    links: ofLast((draft) => linksOf(texts(draft)))
  };
}
function others(drafts, known2, valueOf) {
  const read = Map.groupBy(drafts, valueOf);
  const unread = Map.groupBy(known2, valueOf);
  return (draft) => {
    const value = valueOf(draft);
    const [same = [], more = []] = [read.get(value), unread.get(value)];
    const other = same.find((each) => each !== draft);
    const first = other ? nameOf(other) : more[0]?.key;
    if (first === void 0) return null;
    const rest = same.length + more.length - 2;
    return rest > 0 ? `${first} and ${rest} more` : first;
  };
}
function sameTexts(drafts, known2, recorded) {
  const published = /* @__PURE__ */ new Map();
  for (const { key, text: text2 } of known2) if (text2) published.set(text2, key);
  const digests = new Map(drafts.map((draft) => [draft, textDigest(draft)]));
  const keeps = (draft) => hasText(recorded.get(draft.key), draft);
  const first = /* @__PURE__ */ new Map();
  for (const draft of [...drafts.filter(keeps), ...drafts]) {
    const digest2 = digests.get(draft);
    if (!first.has(digest2)) first.set(digest2, draft);
  }
  return (draft) => {
    if (textsOf(draft).every(({ text: text2 }) => isBlankMarkdown(text2)) || keeps(draft)) return null;
    const digest2 = digests.get(draft);
    const other = published.get(digest2 ?? "") ?? published.get(exactDigest(draft));
    if (other !== void 0) return other;
    const same = first.get(digest2);
    return same === void 0 || same.key === draft.key ? null : nameOf(same);
  };
}
function hasText(source2, draft) {
  if (!source2?.text) return false;
  return source2.text === textDigest(draft) || source2.text === exactDigest(draft);
}
function exactDigest({ body, answer }) {
  return digestOf({ body, answer });
}
function nameOf({ key, provenance }) {
  const origin = provenanceText(provenance);
  return origin === key ? key : `${key} (${origin})`;
}
function ofLast(make) {
  let last = null;
  return (draft) => {
    if (last?.draft !== draft) last = { draft, value: make(draft) };
    return last.value;
  };
}
function linksOf(texts) {
  return texts.flatMap(
    ({ name: field, text: text2, tree }) => tree === null ? [] : linkTargets(text2, tree).map(({ kind, url, offset }) => ({
      kind,
      url,
      at: { field, offset }
    }))
  );
}

// src/curation/composed-length.ts
var anAddress = 100;
var bodyTooLong = {
  id: "body-too-long",
  severity: "error",
  fixed: true,
  about: `The text of an article has at most ${mostCharacters.article} characters as it is posted, the texts of a question and its answer ${mostCharacters.question} each.`
};
function lengthFindings({ kind, key: source2, provenance, place }, content) {
  const { holes = [] } = content;
  const limit = mostCharacters[kind];
  const texts = {
    body: content.body,
    ...content.kind === "question" && { answer: content.answer }
  };
  return Object.entries(texts).flatMap(([name, text2]) => {
    const length = text2.length + holes.filter(({ field }) => field === name).length * anAddress;
    if (length <= limit) return [];
    return {
      rule: bodyTooLong.id,
      severity: "error",
      source: source2,
      provenance,
      place,
      message: `The ${name} has ${length} characters, expected at most ${limit} in ${aPost[kind]}.`,
      remedy: "Split the text into several sources."
    };
  });
}

// src/curation/dialect-rules.ts
var warnings = {
  admonition: "An admonition of another tool (`!!!`, `???`, `:::`) is closed, and its text can stand in a quote.",
  "link-missing": "A link that leads into the repository names something that is there.",
  "link-refused": "A link has an address that the site makes a link of: http(s), ftp, or mailto without a query.",
  "page-anchor": "A link does not lead to a place in its own page: a post has none, so the link goes and its text stays.",
  "relative-link": "It is known where a link leads from the site: a note has whole addresses, and a page is in a repository with a forge.",
  "unknown-tag": "A text has no placeholder that GitHub takes for a tag and does not show, as `<name>`; the post shows it."
};
var dialectRules = [
  bodyTooLong,
  ...Object.entries(warnings).map(([id, about]) => ({ id, severity: "warning", about }))
];
function dialectFindings(draft, remarks2) {
  if (remarks2.length === 0) return [];
  const placeOf2 = placesOf(draft);
  return remarks2.map((remark) => ({
    ...remark,
    severity: "warning",
    source: draft.key,
    provenance: draft.provenance,
    place: placeOf2(remark.at) ?? draft.place
  }));
}

// src/curation/rules/body-length.ts
var least = 30;
var emptyBody = {
  id: "empty-body",
  severity: "error",
  fixed: true,
  about: "A text shows something: it is more than blanks, invisible characters, HTML comments and empty elements.",
  check(draft) {
    return textsOf(draft).filter(({ text: text2 }) => isBlankMarkdown(text2)).map(({ name }) => ({
      message: `The ${name} shows nothing, expected text.`,
      remedy: "Write the text, or remove the mark."
    }));
  }
};
var bodyTooShort = {
  id: "body-too-short",
  severity: "warning",
  about: `A text has at least ${least} characters; some sites refuse a shorter one.`,
  check(draft) {
    return textsOf(draft).filter(({ text: text2 }) => text2.trim().length < least && !isBlankMarkdown(text2)).map(({ name, text: text2 }) => ({
      message: `The ${name} has ${text2.trim().length} characters, expected at least ${least}.`,
      remedy: "Say more, or remove the mark."
    }));
  }
};

// src/markdown/quoted.ts
function quoted(text2) {
  return JSON.stringify(text2.length > 60 ? `${text2.slice(0, 57)}…` : text2);
}

// src/curation/rules/duplicates.ts
var duplicateId = {
  id: "duplicate-id",
  severity: "error",
  fixed: true,
  about: "No two sources have one key; none of them is published.",
  check(draft, context) {
    const others4 = context.sameKey(draft);
    if (others4 === null) return null;
    return {
      message: `The source key ${quoted(draft.key)} is also that of ${others4}, expected one source for a key.`,
      remedy: "Give each source an `id` of its own."
    };
  }
};
var duplicateTitle = {
  id: "duplicate-title",
  severity: "error",
  varies: true,
  about: "No two sources have titles that look alike; upper and lower case differ. A published source keeps its title.",
  check(draft, context) {
    const others4 = context.sameTitle(draft);
    if (others4 === null) return null;
    return {
      message: `The title ${quoted(draft.title)} is also that of ${others4}, expected one source for a title.`,
      remedy: "Give each source a title of its own."
    };
  }
};

// src/markdown/math.ts
var formula = new RegExp(
  [
    String.raw`(?<![$\\])\$\$(?=[^\s$])(?:[^$\\\n]|\\[^\n]){1,1000}(?<!\s)\$\$(?!\$)`,
    String.raw`(?<=^[ \t>]{0,20})\$\$(?!\$)(?:[^$\n]|\n(?![ \t]*\r?\n)){1,5000}\$\$(?=[ \t]*\r?$)`,
    String.raw`(?<![\p{L}\p{N}_\\$])\$(?![\s$])(?:[^$\\\n]|\\[^\n]){1,500}(?<!\s)\$(?![\p{L}\p{N}_$])`
  ].join("|"),
  "gmu"
);
function formulasIn(prose) {
  if (!prose.includes("$")) return [];
  return [...prose.matchAll(formula)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length
  }));
}
function withoutFormulas(prose) {
  return blankRanges(prose, formulasIn(prose));
}

// src/markdown/admonition-types.ts
var admonitionTypes = new Set(
  "abstract attention bug caution check cite danger details done error example fail failure faq help hint important info missing note question quote secondary seealso success summary tip tldr todo warning".split(
    " "
  )
);
function admonitionType(word, attributes3 = "") {
  const name = word ?? /\.([\w-]+)/.exec(attributes3)?.[1] ?? "";
  const type = name.toLowerCase().replace(/^callout-/, "");
  return admonitionTypes.has(type) ? type : null;
}

// src/curation/foreign/foreign-kind.ts
function matches(pattern3, isMeant = () => true) {
  return (searched) => {
    const all5 = [];
    for (const { 0: match, index } of searched.prose.matchAll(pattern3)) {
      const marks2 = lineMarks.exec(match)?.[0].length ?? 0;
      const found = { found: match.slice(marks2), index: index + marks2 };
      if (isMeant(found, searched)) all5.push(found);
    }
    return all5;
  };
}
var marksBefore = String.raw`[ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?`;
var lineMarks = new RegExp(`^${marksBefore}`);
var atLineStart = (pattern3) => new RegExp(`^${marksBefore}(?:${pattern3})`, "gm");
var inMarkdown = "Write what it makes as GitHub Markdown";
var asCode = "or mark it as code with backticks where it is meant";

// src/curation/foreign/blocks.ts
var blocks = [
  {
    what: "a content tab of MkDocs",
    shows: "GitHub and Stack show it as text, and what is indented under it as code",
    remedy: "Write a heading for each tab, and its text without the indentation.",
    find: matches(atLineStart(String.raw`===[!+]{0,2}[ \t]+["'][^\r\n]{0,80}`))
  },
  {
    what: "a block of Docusaurus, VitePress or Pandoc",
    remedy: "Write a heading, a list or a quote in its place.",
    find: matches(
      atLineStart(String.raw`:{3,10}[ \t]*(?:[A-Za-z][\w-]*|\{[^{}\n]{1,100}\})`),
      ({ found }) => {
        const [, attributes3, word] = /^:+[ \t]*(?:\{(.*)\}|(.*))$/.exec(found) ?? [];
        return admonitionType(word, attributes3) === null;
      }
    )
  },
  {
    what: "a directive of MyST (Sphinx)",
    shows: "GitHub and Stack show it as code",
    remedy: `${inMarkdown}, such as \`> [!NOTE]\` for a note.`,
    find: directivesIn
  },
  {
    what: "a directive of reStructuredText (Sphinx)",
    remedy: `${inMarkdown}.`,
    find: matches(atLineStart(String.raw`\.\.[ \t]+[A-Za-z][\w-]{0,50}::(?=[ \t\r]|$)`))
  },
  {
    what: "a macro of Confluence",
    remedy: `${inMarkdown}.`,
    find: matches(
      atLineStart(
        String.raw`\{(?:code|noformat|panel|info|note|tip|warning|quote|toc|expand)(?::[^{}\n]{0,200})?\}`
      )
    )
  },
  {
    what: "a place for a table of contents",
    remedy: "Take it out: the site makes none.",
    find: matches(
      atLineStart(
        String.raw`(?:\[(?:TOC|toc)\]|\[\[(?:_?TOC_?|toc)\]\]|@\[toc\]|\{:[ \t]*toc\b[^{}\n]{0,80}\})(?=[ \t]*\r?$)`
      ),
      ({ found }, { labels }) => !labels().has(found.replace(/^@?\[+|\]+$/g, "").toLowerCase())
    )
  },
  {
    what: "an abbreviation of MkDocs or Kramdown",
    remedy: "Take it out, and write the words where they are first used.",
    find: matches(atLineStart(String.raw`\*\[[^\]\n]{1,80}\]:[ \t]+\S[^\r\n]{0,80}`))
  }
];
var directives = new Set(
  "admonition attention automodule autoclass caution contents csv-table danger dropdown eval-rst figure grid hint image important include list-table literalinclude margin math note seealso tab-item tab-set tip toctree versionadded versionchanged warning".split(
    " "
  )
);
function directivesIn({ text: text2, tree }) {
  if (!/(?:`{3}|~{3})[ \t]*\{/.test(text2)) return [];
  return nodesOf(tree).flatMap((node) => {
    const name = node.type === "code" ? /^\{([\w-]+)\}$/.exec(node.lang ?? "")?.[1] : void 0;
    if (name === void 0 || !directives.has(name)) return [];
    return [{ found: `{${name}}`, index: startOf(node) }];
  });
}

// src/curation/foreign/includes.ts
var hereOrLink = "Write the included text here, or link to its file.";
var includes = [
  {
    what: "an include of MkDocs (snippets)",
    remedy: hereOrLink,
    find: matches(
      atLineStart(String.raw`-{1,4}8<-{1,4}(?:[ \t]*["'][^\r\n]{0,80}|(?=[ \t]*\r?$))`)
    )
  },
  {
    what: "an include of MkDocs",
    remedy: hereOrLink,
    find: matches(/\{![^{}\n]{1,200}!\}|\{\*[ \t][^{}\n]{1,200}[ \t]\*\}/g)
  },
  {
    what: "an extension of Microsoft Learn (DocFX)",
    remedy: `${inMarkdown}; write an included text here, or link to its file.`,
    find: matches(/(?<!\\)\[!(?:include|code(?:-[\w#+]+)?|video|div)(?=[[\s])[^\]\r\n]{0,80}\]?/gi)
  },
  {
    what: "an include",
    remedy: hereOrLink,
    find: matches(atLineStart(String.raw`!INCLUDE[ \t]+["'<\w][^\r\n]{0,80}`))
  },
  {
    what: "an include of VitePress or VuePress",
    remedy: "Write the included code or text here, or link to its file.",
    find: matches(atLineStart(String.raw`(?:<<<(?!<)[ \t]*[@.\/\w]|@\[code\b)[^\r\n]{0,80}`))
  },
  {
    what: "an include of VitePress",
    shows: "GitHub and Stack show nothing of it",
    remedy: hereOrLink,
    find: includesIn
  }
];
function includesIn({ text: text2, tree }) {
  if (!text2.includes("@include:")) return [];
  return commentsIn(text2, tree).flatMap(
    ({ start, comment }) => /^<!--\s*@include:/.test(comment) ? [{ found: comment, index: start }] : []
  );
}

// src/markdown/heading-attributes.ts
var one = String.raw`(?:[#.][\p{L}\p{N}_-][^\s{}"'=]*|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`;
var attributes2 = new RegExp(
  String.raw`^\{(?:(?::|(?=\s*[#.]|[^{}]*\s[#.]))\s*${one}(?:\s+${one})*\s*|/\*\s*#[\w-]+\s*\*/)\}$`,
  "u"
);
function splitAttributes(title3, inline2) {
  const cut = { title: title3, inline: inline2, attributes: null };
  for (; ; ) {
    const found = lastBraces(cut.inline);
    const seen2 = lastBraces(cut.title);
    if (found === "" || seen2 === "") return cut;
    cut.title = cut.title.slice(0, -seen2.length).trimEnd();
    cut.inline = cut.inline.slice(0, -found.length).trimEnd();
    cut.attributes = cut.attributes === null ? found : `${found} ${cut.attributes}`;
  }
}
function isAttributes(braces) {
  return attributes2.test(braces);
}
function lastBraces(text2) {
  const start = text2.lastIndexOf("{");
  const found = start === -1 || text2[start - 1] === "\\" ? "" : text2.slice(start);
  return isAttributes(found) ? found : "";
}

// src/curation/foreign/inline.ts
var inline = [
  {
    what: "an icon of MkDocs",
    remedy: "Take it out, or write a word, an emoji or an image.",
    find: matches(
      /(?<![\w:]):(?:material|fontawesome|octicons|simple|fa[bsr]?|mdi|lucide|tabler)-[a-z0-9][a-z0-9-]{0,80}:/g
    )
  },
  {
    what: "a list of attributes, as MkDocs, Jekyll and Pandoc read it",
    remedy: "Take it out; a link to a heading is made of its text.",
    find: matches(/(?<!\\)\{[^{}\n]{1,200}\}/g, isAttributeList)
  },
  {
    what: "a link of a wiki",
    remedy: "Write a link with an address, as `[text](page.md)`.",
    find: matches(/!?(?<!\\)\[\[[^\][\n]{1,200}\]\](?![([])/g, isWikiLink)
  },
  {
    what: "a role of Sphinx",
    shows: "GitHub and Stack show its name as text",
    remedy: "Write a link, or the code alone.",
    find: rolesIn
  },
  {
    what: "keys of MkDocs",
    remedy: "Write them as `<kbd>Ctrl</kbd>+<kbd>C</kbd>`.",
    find: matches(
      /(?<![\w+])\+\+(?:alt|backspace|caps-lock|cmd|command|control|ctrl|delete|enter|esc|escape|f\d{1,2}|meta|option|shift|space|tab|windows)(?:\+(?:"[^"\n]{1,20}"|[\w-]{1,20})){0,5}\+\+/g
    )
  }
];
var attributesOfC = new Set(
  "deprecated fallthrough likely maybe_unused nodiscard noreturn unlikely".split(" ")
);
function isAttributeList({ found, index }, { text: text2 }) {
  const before3 = text2[index - 1] ?? "\n";
  if (/[)\]`]/.test(before3) && /^\{:?\s*[\w-]+=[^{}]+\}$/.test(found)) return true;
  if (!isAttributes(found) || /[[\]()*/,;]/.test(found.replace(/"[^"]*"|'[^']*'/g, "")))
    return false;
  if (/[)\]`*_:]/.test(before3)) return true;
  const rest = /[ \t]*(?:\r?\n|$)/y;
  rest.lastIndex = index + found.length;
  if (!rest.test(text2)) return false;
  const line = text2.slice(lineStart(text2, index), index);
  const underline = / {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/y;
  underline.lastIndex = rest.lastIndex;
  const isAlone = lineMarks.exec(line)?.[0].length === line.length;
  return found.startsWith("{:") || isAlone || /^[ \t>]*#{1,6}[ \t]/.test(line) || underline.test(text2);
}
function isWikiLink({ found, index }, { prose, labels }) {
  const name = found.replace(/^!?\[\[|\]\]$/g, "");
  if (!new RegExp("\\p{L}", "u").test(name) || /^[\s^!:_]|\s$|^toc$/i.test(name)) return false;
  if (attributesOfC.has(name) || labels().has(name.toLowerCase())) return false;
  const next = /[ \t]*\r?\n[ \t]*[\w."-]+[ \t]*=/y;
  next.lastIndex = index + found.length;
  if (next.test(prose)) return false;
  return !/[\w\])]/.test(prose[index - 1] ?? "");
}
var roles = /^(?:abbr|attr|class|command|data|doc|download|envvar|exc|file|func|guilabel|kbd|menuselection|meth|mod|numref|obj|option|program|ref|samp|term|(?:c|cpp|js|py|rst|std):[\w:.-]+)$/;
function rolesIn({ text: text2, prose }) {
  const names3 = prose.matchAll(/\{([a-z][\w:.-]{0,40})\}|(?<![\w:]):([a-z][\w:.-]{0,40}):/g);
  return [...names3].flatMap(
    ({ 0: found, 1: braced, 2: name = braced ?? "", index }) => text2[index + found.length] === "`" && roles.test(name) ? [{ found, index }] : []
  );
}

// src/markdown/plain-text.ts
var elements = new Set(
  "a abbr address b bdi bdo big blockquote br button center cite code del details dfn div dl dt dd em figure font h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd label li link mark math meta nobr ol p picture pre q rp rt ruby s samp script section small source span strike strong style sub summary sup svg table tbody td th thead time tr tt u ul var video wbr".split(
    " "
  )
);
function plainText(node) {
  return onOneLine(textOf(node, (html) => isPlaceholder(html) ? html : ""));
}
function anchorText(node) {
  return onOneLine(textOf(node, () => ""));
}
function isHtmlElement(name) {
  return elements.has(name.toLowerCase());
}
function isPlaceholder(html) {
  const name = /^<([a-z][\w.-]*)(?: [^<>="']*)?>$/i.exec(html)?.[1];
  return name !== void 0 && !isHtmlElement(name);
}
function onOneLine(text2) {
  return text2.replace(/\s+/g, " ").trim();
}
function textOf(node, html) {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "html") return html(node.value);
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "break") return " ";
  return "children" in node ? node.children.map((child) => textOf(child, html)).join("") : "";
}

// src/curation/foreign/mdx.ts
var mdx = [
  {
    what: "a line of MDX",
    remedy: "Take it out, and write what it brings in as GitHub Markdown.",
    find: matches(
      new RegExp(
        [
          String.raw`^import[ \t]+(?:[\w$*{][^"'\n]{0,300}[ \t}]from[ \t]*["']|["'](?=[.\/@~]))[^"'\n]{1,300}["'];?[ \t]*\r?$`,
          String.raw`^import[ \t]+(?:[\w$]{1,80},[ \t]*)?\{\r?\n(?:[ \t]*[\w$ ]{1,80},?\r?\n){1,50}\}[ \t]*from[ \t]*["'][^"'\n]{1,300}["'];?[ \t]*\r?$`,
          String.raw`^export[ \t]+(?:(?:const|let|var)[ \t]+[\w$]+[ \t]*=|(?:async[ \t]+)?function\b|default[ \t]+(?:[\w$]+;?[ \t]*\r?$|[({]|(?:async[ \t]+)?function\b|class\b))`
        ].join("|"),
        "gm"
      ),
      ({ index }, { prose: text2 }) => isFirstOfBlock(text2, index)
    )
  },
  {
    what: "a component of MDX or Vue",
    shows: "GitHub leaves its tags out, and so does Stack or shows them as text",
    remedy: `${inMarkdown}, ${asCode}.`,
    find: componentsIn
  },
  {
    what: "an expression of MDX",
    remedy: "Write its value.",
    find: expressionsIn
  },
  {
    what: "a comment of MDX",
    remedy: "Take it out, or write it as an HTML comment, which is left out of the post.",
    find: matches(/\{\/\*/g)
  }
];
function isFirstOfBlock(text2, index) {
  const end2 = text2.slice(0, index).trimEnd().length;
  if (end2 === 0 || text2.slice(end2, index).split("\n").length > 2) return true;
  return /^(?:import|export)\b|["'];?$/.test(text2.slice(lineStart(text2, end2), end2));
}
function broughtIn(prose) {
  const names3 = /* @__PURE__ */ new Set();
  for (const [, imported = ""] of prose.matchAll(/^import[ \t]+([^"'\n]{1,300})[ \t}]from\b/gm))
    for (const [name] of imported.matchAll(/[\w$]+/g)) names3.add(name);
  const exported = /^export[ \t]+(?:const|let|var|(?:async[ \t]+)?function)[ \t]+([\w$]+)/gm;
  for (const [, name = ""] of prose.matchAll(exported)) names3.add(name);
  return names3;
}
var componentTag = /(?<![\p{L}\p{N}_\\])<(\/?)([A-Z][\w.]*)((?:\s[^<>]{0,1000})?\/?)>/gu;
function componentsIn({ prose }) {
  if (!/<[A-Z]/.test(prose)) return [];
  const tags5 = [...prose.matchAll(componentTag)];
  const closed = new Set(tags5.flatMap(([, slash, name]) => slash === "/" ? [name] : []));
  const names3 = broughtIn(prose);
  return tags5.flatMap(({ 0: found, 1: slash, 2: name = "", 3: rest = "", index }) => {
    if (slash === "/") return [];
    const isKnown = isHtmlElement(name) && name !== "Link";
    const isMeant = names3.has(name) || !isKnown && (closed.has(name) || rest.endsWith("/") || /[\w-]=["'{]/.test(rest));
    return isMeant ? [{ found, index }] : [];
  });
}
function expressionsIn({ prose }) {
  if (!/^(?:import|export)\b/m.test(prose)) return [];
  const names3 = broughtIn(prose);
  const rest = prose.replace(/^(?:import|export)\b[^\n]*/gm, ({ length }) => " ".repeat(length));
  return [...rest.matchAll(/\{([A-Za-z_$][\w$]*)(?:[.?[(][^{}\n]{0,200})?\}/g)].flatMap(
    ({ 0: found, 1: name = "", index }) => names3.has(name) ? [{ found, index }] : []
  );
}

// src/curation/foreign/templates.ts
var templates = [
  {
    what: "a front matter in TOML, as Hugo reads it",
    remedy: "Take it out, or write it in YAML, between `---` lines at the start of the file.",
    find: tomlIn
  },
  {
    what: "a shortcode of Hugo",
    remedy: `${inMarkdown}, such as \`> [!NOTE]\` for a note, ${asCode}.`,
    find: matches(/(?<!\\)\{\{[<%]\s*\/?\*?\s*[A-Za-z](?:[^\r\n]{0,200}?[>%]\}\})?/g)
  },
  {
    what: "a tag of Liquid or Jinja, as Jekyll and GitBook read it",
    remedy: `${inMarkdown}, ${asCode}.`,
    find: matches(/(?<![\\{])\{%[-+]?\s*[A-Za-z][^\n]{0,300}?%\}/g)
  },
  {
    what: "a placeholder of Liquid, Jinja or Vue",
    remedy: `Write the value, ${asCode}.`,
    // Not `${{ … }}`, which people write of GitHub Actions, nor what a shortcode is.
    find: matches(
      /(?<![\\${])\{\{\{?(?![<%])[^{}\n]{1,200}\}\}/g,
      ({ found }) => /[\p{L}$]/u.test(found)
    )
  }
];
function tomlIn({ text: text2 }) {
  const open = /^\s*\+\+\+[ \t]*\r?\n/.exec(text2);
  if (open === null || !/^\+\+\+[ \t]*\r?$/m.test(text2.slice(open[0].length))) return [];
  return [{ found: "+++", index: open[0].indexOf("+") }];
}

// src/curation/foreign/foreign-kinds.ts
var foreignKinds = [
  ...templates,
  ...includes,
  ...blocks,
  ...inline,
  ...mdx
];

// src/curation/rules/foreign-syntax.ts
var foreignSyntax = {
  id: "foreign-syntax",
  severity: "warning",
  about: "A text has no syntax of another tool outside code, such as a shortcode of Hugo, `{% … %}`, a content tab, an include, a component or a wiki link; each tool's is told once a text, with how many there are.",
  check: (draft, context) => context.prose(draft).flatMap(remarksOn)
};
function remarksOn({ name, text: text2, tree, prose }) {
  const labels = memoize(
    () => new Set(
      nodesOf(tree).flatMap(
        (node) => node.type === "definition" ? [node.identifier.toLowerCase()] : []
      )
    )
  );
  const searched = { text: text2, tree, prose: withoutFormulas(prose), labels };
  return foreignKinds.flatMap(({ what, shows, remedy: remedy2, find }) => {
    const [first, ...others4] = find(searched);
    if (first === void 0) return [];
    const more = others4.length === 0 ? "" : ` (and ${others4.length} more of the kind)`;
    return [
      {
        at: { field: name, offset: first.index },
        message: `The text has ${quoted(first.found)}${more}, ${what}: ${shows ?? "GitHub and Stack show it as text"}.`,
        remedy: remedy2
      }
    ];
  });
}

// src/curation/rules/hidden-text.ts
var most = 5;
var hiddenText = {
  id: "hidden-text",
  severity: "warning",
  about: "A text has no character that nobody sees; one in a title is an error.",
  check(draft) {
    const title3 = visibleText(draft.title) === "" ? "" : draft.title;
    const inTitle = hiddenIn(title3).map(({ run: run2 }) => ({
      severity: "error",
      message: `The title has ${seen(run2)}.`,
      remedy: "Take it out: type the title again."
    }));
    const inTexts = textsOf(draft).flatMap(({ name, text: text2 }) => {
      if (visibleText(text2) === "") return [];
      return hiddenIn(text2).map(({ index, run: run2 }) => ({
        at: { field: name, offset: index },
        message: `The ${name} has ${seen(run2)}.`,
        remedy: "Take it out; where the text needs it, write it as an entity, such as `&shy;`."
      }));
    });
    return [...inTitle, ...inTexts];
  }
};
function seen(run2) {
  const chars = Array.from(run2);
  const names3 = chars.slice(0, most).map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
  if (chars.length === 1) return `a character that nobody sees: ${names3}`;
  return `${chars.length} characters that nobody sees: ${names3}${chars.length > most ? " …" : ""}`;
}

// src/markdown/html-tags.ts
var tag = /<(\/?)([a-z][^\s/>"'<]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
var empty = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" ")
);
function htmlTags(text2, nodes) {
  const blocks3 = /* @__PURE__ */ new Set();
  for (const node of nodes)
    if ("children" in node && flow.has(node.type))
      for (const child of node.children) blocks3.add(child);
  const tags5 = [];
  const open = /* @__PURE__ */ new Map();
  let opened = [];
  for (const node of nodes) {
    if (inlineContainers.has(node.type)) {
      for (const key of opened) open.delete(key);
      opened = [];
    }
    if (node.type !== "html") continue;
    const isInline = !blocks3.has(node);
    for (const found of blankComments(sliceOf(text2, node)).matchAll(tag)) {
      const [whole, slash, name = ""] = found;
      const start = startOf(node) + found.index;
      const each = {
        name: name.toLowerCase(),
        written: whole,
        isEnd: slash === "/",
        start,
        end: start + whole.length,
        isInline,
        partner: null
      };
      tags5.push(each);
      if (empty.has(each.name) || !each.isEnd && whole.endsWith("/>")) continue;
      const key = `${each.name} ${isInline}`;
      const same = open.get(key) ?? [];
      if (!each.isEnd) {
        same.push(each);
        open.set(key, same);
        if (isInline) opened.push(key);
        continue;
      }
      const first = same.pop();
      if (!first) continue;
      each.partner = first;
      first.partner = each;
    }
  }
  return tags5;
}
var flow = /* @__PURE__ */ new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);
var inlineContainers = /* @__PURE__ */ new Set(["paragraph", "heading", "tableCell"]);

// src/curation/rules/html-elements.ts
var htmlTable = {
  id: "html-table",
  severity: "error",
  about: "A table is written in Markdown, not in HTML, which Stack leaves out: the words of its cells would run together.",
  check(draft, context) {
    return tagsOf(draft, context, (name) => name === "table").map(({ at }) => ({
      at,
      message: "The text has a table in HTML: GitHub shows it, and Stack shows the words of its cells run together.",
      remedy: "Write it as a table in Markdown, with `|` between the cells, or as a list."
    }));
  }
};
var left = new Map([
  ..."audio canvas embed iframe map object svg video".split(" ").map((name) => [name, "Stack shows nothing of it"]),
  ["picture", "Stack shows its `<img>` at most, whatever its sources are"],
  ["script", "Stack runs none, and may show it as text"],
  ["style", "Stack takes none, and may show it as text"]
]);
var htmlElement = {
  id: "html-element",
  severity: "warning",
  about: "A text has no element of HTML of which Stack leaves nothing or too little: `<audio>`, `<canvas>`, `<embed>`, `<iframe>`, `<object>`, `<picture>`, `<svg>`, `<video>`, `<script>`, `<style>`.",
  check(draft, context) {
    return tagsOf(draft, context, (name) => left.has(name)).map(({ name, at }) => ({
      at,
      message: `The text has \`<${name}>\`: ${left.get(name)}.`,
      remedy: name === "picture" ? "Show one image, as `![what it shows](image.png)`." : "Link to it, show an image in its place, or take it out."
    }));
  }
};
function tagsOf(draft, context, isMeant) {
  return context.prose(draft).flatMap(
    ({ name: field, text: text2, tree }) => /<[a-z]/i.test(text2) ? htmlTags(text2, nodesOf(tree)).filter(({ isEnd }) => !isEnd).flatMap(
      ({ name, start }) => isMeant(name) ? [{ name, at: { field, offset: start } }] : []
    ) : []
  );
}

// src/curation/host-kind.ts
var internalEnds = /\.(?:local|internal|corp|lan|home|intranet|localdomain|private|home\.arpa)$/;
var genericNames = /^(?:(?:host|gateway)\.docker\.internal|metadata\.google\.internal|169\.254\.169\.254|.+\.svc|(?:my|your)[\w-]*|example|host|hostname|proxy|server|site|(?:.+\.)?cluster\.local)$/;
function hostKind(address4) {
  const host2 = URL.parse(address4)?.hostname.toLowerCase().replace(/\.$/, "") ?? "";
  if (host2 === "") return null;
  if (host2.startsWith("[")) return kindOfIpv6(host2.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host2))
    return genericNames.test(host2) ? "generic" : kindOfIpv4(host2);
  if (host2 === "localhost" || host2.endsWith(".localhost")) return "loopback";
  if (!/^[a-z0-9._-]+$/.test(host2)) return null;
  if (genericNames.test(host2)) return "generic";
  return internalEnds.test(host2) || !host2.includes(".") ? "internal" : "open";
}
function kindOfIpv4(host2) {
  const [a = 0, b = 0] = host2.split(".").map(Number);
  if (a === 127 || a === 0) return "loopback";
  const isPrivate = a === 10 || a === 172 && b >= 16 && b < 32 || a === 192 && b === 168 || a === 169 && b === 254 || a === 100 && b >= 64 && b < 128;
  return isPrivate ? "internal" : "open";
}
function kindOfIpv6(host2) {
  if (host2 === "::1" || host2 === "::") return "loopback";
  const [, high = "", low = ""] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host2) ?? [];
  if (high !== "") {
    const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    return kindOfIpv4([a >> 8, a & 255, b >> 8, b & 255].join("."));
  }
  return /^f(?:[cd]|e[89ab])[0-9a-f]*:/.test(host2) ? "internal" : "open";
}

// src/curation/rules/image-host.ts
var imageHost = {
  id: "image-host",
  severity: "warning",
  about: "An image stands where every reader can open it over https: not on the own machine or in a private network, not in a private repository of GitHub, and not at an address that expires.",
  check(draft, context) {
    return context.links(draft).flatMap(({ kind, url, at }) => {
      const seen2 = kind === "image" ? flawOf(url, context.repository) : null;
      if (seen2 === null) return [];
      return [
        {
          at,
          message: `The image ${quoted(url)} ${seen2}: readers will not see it.`,
          remedy: "Put it into the repository as a file, and show that by its path."
        }
      ];
    });
  }
};
var expiring = /[?&](?:X-Amz-(?:Expires|Signature)|X-Goog-(?:Expires|Signature)|Signature|Expires|sig|jwt|token)=/i;
var signing = /(?:^|\.)(?:githubusercontent\.com|amazonaws\.com|cloudfront\.net|storage\.googleapis\.com|blob\.core\.windows\.net)$/;
function flawOf(url, repository) {
  if (/^\s*file:/i.test(url)) return "is a file on the own machine";
  if (!/^\s*(?:https?|ftp):/i.test(url)) return null;
  const address4 = URL.parse(url);
  switch (hostKind(url)) {
    case null:
      return null;
    case "loopback":
      return "is on the own machine";
    case "internal":
    case "generic":
      return "is in a private network";
    case "open":
  }
  if (address4 === null) return null;
  const { hostname, pathname, protocol } = address4;
  if (signing.test(hostname) && expiring.test(url)) return "has an address that expires";
  if (/\/-\/blob\//.test(pathname)) return "is the page about a file of GitLab, not the file";
  if (repository?.isPublic === false && isOfPrivate(address4, repository.name))
    return "can be opened by who can read the private repository alone";
  return protocol === "http:" ? "is not on https, so that browsers may refuse it on a page that is" : null;
}
function isOfPrivate({ hostname, pathname }, name) {
  const path = pathname.toLowerCase();
  if (hostname === "github.com" && path.startsWith("/user-attachments/")) return true;
  const isGitHub = hostname === "github.com" || hostname === "raw.githubusercontent.com";
  return isGitHub && path.startsWith(`/${name.toLowerCase()}/`);
}

// src/curation/rules/images.ts
var mostMiB = `${mostImageBytes / 1024 / 1024} MiB`;
var noFile = (url, what) => `The image ${quoted(url)} ${what}, expected a file of the repository.`;
var missing = {
  missing: (url, path) => ({
    message: noFile(url, `is not there: nothing stands at ${quoted(path)}`),
    remedy: "Correct the address, or add the image to the repository."
  }),
  outside: (url) => ({
    message: noFile(url, "leads out of the repository"),
    remedy: "Put the image into the repository, and correct the address."
  }),
  symlink: (url) => ({
    message: noFile(url, "is a symbolic link, which is not followed"),
    remedy: "Name the file that it points to."
  }),
  submodule: (url) => ({
    message: noFile(url, "stands in a submodule"),
    remedy: "Put the image into the repository itself."
  }),
  "not-checked-out": (url) => ({
    message: noFile(url, "is left out by a sparse checkout, so that nobody looked at it"),
    remedy: "Check a full checkout, as after `git sparse-checkout disable`; `plan` reads the commit."
  }),
  lfs: (url) => ({
    message: noFile(url, "is a pointer of Git LFS, whose bytes are not in the repository"),
    remedy: "Take the image out of Git LFS."
  }),
  filtered: (url) => ({
    message: noFile(
      url,
      "has other bytes in a commit than on disk, by a filter or an encoding of .gitattributes"
    ),
    remedy: "Store the image as it is."
  })
};
var tooBig = {
  "too-big": (url) => ({
    message: `The image ${quoted(url)} has more than ${mostMiB}, expected at most that.`,
    remedy: "Make the image smaller."
  })
};
var otherType = {
  "other-type": (url) => ({
    message: `The image ${quoted(url)} is of another type by its first bytes, expected png, jpeg, gif, bmp or webp.`,
    remedy: "Save the image as png."
  })
};
var imageMissing = {
  id: "image-missing",
  severity: "warning",
  about: "The address of an image that leads into the repository names a file of it: not what is outside, a symbolic link or a pointer of Git LFS.",
  check: (draft) => remarks(draft, missing)
};
var imageTooBig = {
  id: "image-too-big",
  severity: "warning",
  about: `An image of the repository has at most ${mostMiB}, as the site takes no more.`,
  check: (draft) => remarks(draft, tooBig)
};
var imageType = {
  id: "image-type",
  severity: "warning",
  about: "An image of the repository is png, jpeg, gif, bmp or webp by its first bytes; the site takes no other, SVG neither.",
  check: (draft) => remarks(draft, otherType)
};
function remarks({ images = [] }, seen2) {
  return images.flatMap((image2) => {
    const told = remarkOn(image2, seen2);
    return told ? [{ at: { field: image2.field, offset: image2.start }, ...told }] : [];
  });
}
function remarkOn({ url, path, file }, seen2) {
  return typeof file === "string" ? seen2[file]?.(url, path ?? "") ?? null : null;
}

// src/curation/rules/internal-address.ts
var address2 = /\b(?:https?|ftp|sftp|ssh|git|wss?):\/\/(?:\[[\da-f:.]{2,45}\])?[^\s<>()"'`[\]|]{0,300}/gi;
var internalAddress = {
  id: "internal-address",
  severity: "warning",
  varies: true,
  about: "Where everyone can read the repository, no address in a text leads into a private network, as `http://10.0.0.5`, `https://wiki.acme.corp` or `http://go/keys`; `check` knows that with `visibility: public` alone.",
  check(draft, context) {
    if (context.repository?.isPublic !== true) return null;
    const images = new Set(
      context.links(draft).flatMap(({ kind, url }) => kind === "image" ? [url] : [])
    );
    return inProse(context.prose(draft), address2).map(({ match: [written2], at }) => ({ url: written2.replace(/[.,;:!?*_~]{1,10}$/, ""), at })).filter(({ url }) => hostKind(url) === "internal" && !images.has(url)).map(({ url, at }) => ({
      at,
      message: `The address ${quoted(url)} leads into a private network, and everyone can read this repository.`,
      remedy: "Take it out, or write an address that everyone may know."
    }));
  }
};

// src/curation/rules/machine-title.ts
var prefix = /^\w+(?:\([^()]*\))?!?:\s*/;
var patterns = [
  /^bump (?:the .+ group\b|.+ (?:from .+ to |to v?\d))/i,
  /^update (?:dependency |module |all |.+ (?:action|digest|docker tag)\b|.+ to v?\d)/i,
  /^merge (?:branch|pull request|remote-tracking branch|tag) /i,
  /^revert "/i,
  /^automated cherry[ -]pick of /i
];
var machineTitle = {
  id: "machine-title",
  severity: "warning",
  about: 'A title is written for readers, not by a tool, as in "Bump x from 1 to 2".',
  check({ title: title3 }) {
    const words2 = title3.slice(0, 300).trim().replace(prefix, "");
    if (!patterns.some((pattern3) => pattern3.test(words2))) return null;
    return {
      message: `The title ${quoted(title3)} looks like one that a tool wrote, expected one for readers.`,
      remedy: "Begin the text with a heading, or set `title` in its front matter."
    };
  }
};

// src/curation/rules/mention.ts
var pattern = /(?<![\w.@/`+-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?![\w/-]|\.\w)/g;
var mention = {
  id: "mention",
  severity: "warning",
  about: "A text names nobody with `@` outside code and comments, who would get a message.",
  check(draft, context) {
    if (draft.provenance.kind !== "file") return null;
    return inProse(context.prose(draft), pattern).map(({ match, at }) => ({
      at,
      message: `The text mentions ${quoted(match[0])}, which may send a message to somebody on the site.`,
      remedy: "Write the name without `@`, or as code in backticks."
    }));
  }
};

// src/curation/rules/data-image.ts
var dataImage = {
  id: "data-image",
  severity: "warning",
  about: "No image is written into the text itself (`data:`): GitHub and Stack do not show it.",
  check(draft, context) {
    return context.links(draft).filter(({ kind, url }) => kind === "image" && /^\s*data:/i.test(url)).map(({ url, at }) => ({
      at,
      message: `The image ${quoted(url.slice(0, 30))} is written into the text: GitHub shows nothing of it, and Stack shows its Markdown as text.`,
      remedy: "Put it into the repository as a file, and show that."
    }));
  }
};

// src/markdown/disable-comments.ts
var written = /^<!--\s*stack-publish-disable(?![A-Za-z])([\w-]*)([^]*?)(?:-->|$)/;
function disableComments(text2, tree) {
  if (!text2.includes("stack-publish-disable")) return [];
  const found = [];
  const shown4 = tree.children.find((node) => !isOnlyComments(text2, node));
  const first = shown4 ? startOf(shown4) : text2.length;
  const followed = followingBlocks(text2, tree);
  for (const each of commentsIn(text2, tree)) {
    const [whole, suffix = "", rest = ""] = written.exec(each.comment) ?? [];
    if (whole === void 0) continue;
    const { start } = each;
    const colon = rest.indexOf(":");
    const [rule2, reason] = colon === -1 ? [rest.trim(), ""] : [rest.slice(0, colon).trim(), rest.slice(colon + 1).trim()];
    const end2 = followed.get(start);
    const scope = end2 === void 0 ? linesOf(text2, each) : { start, end: end2 };
    found.push({ start, rule: rule2, reason, suffix, scope, isFirst: end2 !== void 0 && start < first });
  }
  return found;
}
function isOnlyComments(text2, node) {
  return node.type === "html" && blankComments(sliceOf(text2, node)).trim() === "";
}
function followingBlocks(text2, tree) {
  const followed = /* @__PURE__ */ new Map();
  for (const parent of nodesOf(tree)) {
    if (!("children" in parent) || !holdsBlocks.has(parent.type)) continue;
    let next = null;
    for (const node of parent.children.toReversed()) {
      if (!isOnlyComments(text2, node)) next = node;
      else for (const { start } of commentsIn(text2, node)) followed.set(start, endOf(next ?? node));
    }
  }
  return followed;
}
var holdsBlocks = /* @__PURE__ */ new Set([
  "root",
  "blockquote",
  "listItem",
  "footnoteDefinition"
]);
function linesOf(text2, { start, comment }) {
  const from = lineStart(text2, start);
  const to = lineAfter(text2, start + comment.length);
  const isAlone = text2.slice(from, start).trim() + text2.slice(start + comment.length, to).trim() === "";
  return { start: from, end: isAlone ? lineAfter(text2, to) : to };
}

// src/curation/usable-comment.ts
var ofReading = new Set(
  sourceRules.map(({ id }) => id).filter((id) => id !== "image-unavailable")
);
function canBeDisabled(rule2) {
  return ruleIds.includes(rule2) && !fixedRuleIds.includes(rule2) && !ofReading.has(rule2) && rule2 !== "disable-comment";
}
function isUsable({ rule: rule2, reason, suffix }) {
  return suffix === "" && reason !== "" && canBeDisabled(rule2);
}

// src/curation/rules/disable-comment.ts
var form = "`<!-- stack-publish-disable RULE: reason -->`";
var disableComment = {
  id: "disable-comment",
  severity: "warning",
  about: "A comment `<!-- stack-publish-disable RULE: reason -->` names a rule that may pass, gives a reason, and lets something pass.",
  check(draft, context) {
    return context.texts(draft).flatMap(
      ({ name: field, text: text2, tree }) => tree === null ? [] : disableComments(text2, tree).filter((comment) => !isUsable(comment)).map((comment) => ({ at: { field, offset: comment.start }, ...flawOf2(comment) }))
    );
  }
};
function flawOf2({ rule: rule2, suffix }) {
  if (suffix !== "")
    return {
      message: `The comment ${quoted(`stack-publish-disable${suffix}`)} is unknown, expected ${form}.`,
      remedy: `Write ${form}; it counts for the block behind it, or for its line.`
    };
  if (rule2 === "")
    return {
      message: `The comment names no rule, expected ${form}.`,
      remedy: "Name the rule, which stands behind each finding."
    };
  if (!ruleIds.includes(rule2)) {
    const nearest = nearestName(rule2, ruleIds);
    return {
      message: `The comment names ${quoted(rule2)}, which is no rule${nearest === null ? "." : `, did you mean \`${nearest}\`?`}`,
      remedy: `Write ${form}, with one rule.`
    };
  }
  if (!canBeDisabled(rule2))
    return {
      message: `The comment names \`${rule2}\`, which no comment lets pass.`,
      remedy: "Take the comment out, and correct what the rule finds."
    };
  return {
    message: `The comment gives no reason, so that it lets nothing pass, expected ${form}.`,
    remedy: "Write behind a colon why this place is right as it is."
  };
}

// src/curation/rules/not-drawn.ts
var drawn = /* @__PURE__ */ new Set(["mermaid", "geojson", "topojson", "stl"]);
var diagram = {
  id: "diagram",
  severity: "warning",
  about: "A text has no block of code that GitHub draws (`mermaid`, `geojson`, `topojson`, `stl`): Stack shows its code.",
  check(draft, context) {
    return context.prose(draft).flatMap(({ name: field, text: text2, tree }) => {
      if (!/mermaid|geojson|topojson|stl/i.test(text2)) return [];
      return nodesOf(tree).flatMap((node) => {
        const language2 = node.type === "code" ? (node.lang ?? "").toLowerCase() : "";
        if (!drawn.has(language2)) return [];
        return [
          {
            at: { field, offset: startOf(node) },
            message: `The text has a block of ${language2}: GitHub draws it, and Stack shows its code.`,
            remedy: "Show an image of it, or take the word behind the marks of the block away where its code is meant."
          }
        ];
      });
    });
  }
};
var math = {
  id: "math",
  severity: "warning",
  about: "A text has no formula, as `$a^2$`, `$$…$$` or a block of `math`: GitHub draws it, and Stack shows it as text, but where the site was set up to draw formulas; told once a text.",
  check(draft, context) {
    return context.prose(draft).flatMap((part) => {
      const [first, ...others4] = mathIn(part);
      if (first === void 0) return [];
      const more = others4.length === 0 ? "" : ` (and ${others4.length} more)`;
      return [
        {
          at: { field: part.name, offset: first.start },
          message: `The text has the formula ${quoted(part.text.slice(first.start, first.end))}${more}: GitHub draws it, and Stack shows it as text.`,
          remedy: "Write it in words or as code, or show an image; write `\\$` where a dollar sign is meant."
        }
      ];
    });
  }
};
function mathIn({ text: text2, tree, prose }) {
  const inCode = text2.includes("$`") || /[`~]{3}[ \t]*math/i.test(text2) ? nodesOf(tree).filter(
    (node) => node.type === "code" && node.lang?.toLowerCase() === "math" || node.type === "inlineCode" && text2[startOf(node) - 1] === "$" && text2[endOf(node)] === "$"
  ).map((node) => ({ start: startOf(node), end: endOf(node) })) : [];
  return [...formulasIn(prose), ...inCode].sort((a, b) => a.start - b.start);
}

// src/curation/rules/only-heading.ts
var onlyHeading = {
  id: "only-heading",
  severity: "error",
  about: "A text has something under its headings.",
  check(draft, context) {
    return context.texts(draft).filter(({ tree }) => tree !== null && hasOnlyHeadings(tree)).map(({ name }) => ({
      message: `The ${name} has only headings, expected text under them.`,
      remedy: "Write the text, or remove the mark."
    }));
  }
};
function hasOnlyHeadings({ children }) {
  const shown4 = children.filter(
    (node) => node.type !== "html" || !/^<!--[^]*-->\s*$/.test(node.value)
  );
  return shown4.length > 0 && shown4.every(({ type }) => type === "heading");
}

// src/curation/rules/placeholder.ts
var pattern2 = new RegExp(
  [
    // A comment that asks for something comes from a template.
    String.raw`<!--\s*(?i:please|enter|describe|replace|fill|write|insert|provide|explain|add|delete|remove|your)\b`,
    String.raw`\b(?:TODO|TBD|FIXME)\b`,
    String.raw`\b(?i:enter your (?:extended )?release notes?)\b`,
    String.raw`\b(?i:your (?:text|note|description|title|answer|question) (?:goes )?here)\b`,
    String.raw`\b(?i:lorem ipsum)\b`
  ].join("|"),
  "g"
);
var placeholder = {
  id: "placeholder",
  severity: "error",
  about: 'A text has no remains of a template outside code, such as `TODO`, `TBD` or "your text here".',
  check(draft, context) {
    return outsideCode(context.texts(draft), pattern2).map(({ match, at }) => ({
      at,
      message: `The text has ${quoted(match[0])}, which looks like a remain of a template, expected a finished text.`,
      remedy: "Write what belongs there, take it out, or mark it as code with backticks."
    }));
  }
};

// src/curation/rules/relative-addresses.ts
var shown = /^(?:https?:|ftp:|mailto:|\/)/i;
var relativeImage = {
  id: "relative-image",
  severity: "warning",
  about: "An image has an http(s), ftp or `/…` address; the site shows every other as literal text.",
  check(draft, context) {
    const isRelative = (url) => !shown.test(url) && !/^(?:data|file):/i.test(url);
    const local = new Set(draft.images?.map(({ url }) => url));
    return context.links(draft).filter(({ kind, url }) => kind === "image" && isRelative(url) && !local.has(url)).map(({ url, at }) => ({
      at,
      message: `The image ${quoted(url)} will not show, expected an address with http(s), ftp or \`/…\`.`,
      remedy: "Write the whole address of the image, beginning with `https://`."
    }));
  }
};

// src/curation/rules/repeated-texts.ts
var recurringText = {
  id: "recurring-text",
  severity: "error",
  varies: true,
  about: "No two sources say the same: what is published stays, else the first of them is published.",
  check(draft, context) {
    const other = context.sameText(draft);
    if (other === null) return null;
    return {
      message: `The text is also that of ${other}, expected one source for a text.`,
      remedy: "Write what is new in this source, or remove its mark."
    };
  }
};
var similarText = {
  id: "similar-text",
  severity: "warning",
  varies: true,
  about: "No two longer texts that are read in one run say nearly the same.",
  check(draft, context) {
    const other = context.similarText(draft);
    if (other === null) return null;
    return {
      message: `The text is nearly that of ${other}, expected one source for a text.`,
      remedy: "Write what is new in this source, or remove the mark of one of them."
    };
  }
};

var all=process.getBuiltinModule("node:path"),node_path_default=all,commonjsGlobal=typeof globalThis<"u"?globalThis:typeof window<"u"?window:typeof global<"u"?global:typeof self<"u"?self:{},regexpStringMatcher={},lodash_uniq,hasRequiredLodash_uniq;function requireLodash_uniq(){if(hasRequiredLodash_uniq)return lodash_uniq;hasRequiredLodash_uniq=1;var LARGE_ARRAY_SIZE=200,HASH_UNDEFINED="__lodash_hash_undefined__",INFINITY=1/0,funcTag="[object Function]",genTag="[object GeneratorFunction]",reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reIsHostCtor=/^\[object .+?Constructor\]$/,freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")();function arrayIncludes(array2,value){var length=array2?array2.length:0;return!!length&&baseIndexOf(array2,value,0)>-1}function baseFindIndex(array2,predicate,fromIndex,fromRight){for(var length=array2.length,index=fromIndex+-1;++index<length;)if(predicate(array2[index],index,array2))return index;return-1}function baseIndexOf(array2,value,fromIndex){if(value!==value)return baseFindIndex(array2,baseIsNaN,fromIndex);for(var index=fromIndex-1,length=array2.length;++index<length;)if(array2[index]===value)return index;return-1}function baseIsNaN(value){return value!==value}function cacheHas(cache,key){return cache.has(key)}function getValue(object2,key){return object2?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="function")try{result=!!(value+"")}catch{}return result}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"$1.*?")+"$"),splice=arrayProto.splice,Map2=getNative(root,"Map"),Set2=getNative(root,"Set"),nativeCreate=getNative(Object,"create");function Hash(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function assocIndexOf(array2,key){for(var length=array2.length;length--;)if(eq(array2[length][0],key))return length;return-1}function baseIsNative(value){if(!isObject2(value)||isMasked(value))return!1;var pattern3=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern3.test(toSource(value))}function baseUniq(array2,iteratee,comparator){var index=-1,includes2=arrayIncludes,length=array2.length,isCommon=!0,result=[],seen2=result;if(length>=LARGE_ARRAY_SIZE){var set=createSet(array2);if(set)return setToArray(set);isCommon=!1,includes2=cacheHas,seen2=new SetCache}else seen2=result;outer:for(;++index<length;){var value=array2[index],computed=value;if(value=value!==0?value:0,isCommon&&computed===computed){for(var seenIndex=seen2.length;seenIndex--;)if(seen2[seenIndex]===computed)continue outer;result.push(value)}else includes2(seen2,computed,comparator)||(seen2!==result&&seen2.push(computed),result.push(value))}return result}var createSet=Set2&&1/setToArray(new Set2([,-0]))[1]==INFINITY?function(values){return new Set2(values)}:noop;function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}function getNative(object2,key){var value=getValue(object2,key);return baseIsNative(value)?value:void 0}function isKeyable(value){var type=typeof value;return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in func}function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}function uniq(array2){return array2&&array2.length?baseUniq(array2):[]}function eq(value,other){return value===other||value!==value&&other!==other}function isFunction(value){var tag2=isObject2(value)?objectToString.call(value):"";return tag2==funcTag||tag2==genTag}function isObject2(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function noop(){}return lodash_uniq=uniq,lodash_uniq}var lodash_uniqwith,hasRequiredLodash_uniqwith;function requireLodash_uniqwith(){if(hasRequiredLodash_uniqwith)return lodash_uniqwith;hasRequiredLodash_uniqwith=1;var LARGE_ARRAY_SIZE=200,HASH_UNDEFINED="__lodash_hash_undefined__",INFINITY=1/0,funcTag="[object Function]",genTag="[object GeneratorFunction]",reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reIsHostCtor=/^\[object .+?Constructor\]$/,freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")();function arrayIncludes(array2,value){var length=array2?array2.length:0;return!!length&&baseIndexOf(array2,value,0)>-1}function arrayIncludesWith(array2,value,comparator){for(var index=-1,length=array2?array2.length:0;++index<length;)if(comparator(value,array2[index]))return!0;return!1}function baseFindIndex(array2,predicate,fromIndex,fromRight){for(var length=array2.length,index=fromIndex+-1;++index<length;)if(predicate(array2[index],index,array2))return index;return-1}function baseIndexOf(array2,value,fromIndex){if(value!==value)return baseFindIndex(array2,baseIsNaN,fromIndex);for(var index=fromIndex-1,length=array2.length;++index<length;)if(array2[index]===value)return index;return-1}function baseIsNaN(value){return value!==value}function cacheHas(cache,key){return cache.has(key)}function getValue(object2,key){return object2?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="function")try{result=!!(value+"")}catch{}return result}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"$1.*?")+"$"),splice=arrayProto.splice,Map2=getNative(root,"Map"),Set2=getNative(root,"Set"),nativeCreate=getNative(Object,"create");function Hash(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function assocIndexOf(array2,key){for(var length=array2.length;length--;)if(eq(array2[length][0],key))return length;return-1}function baseIsNative(value){if(!isObject2(value)||isMasked(value))return!1;var pattern3=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern3.test(toSource(value))}function baseUniq(array2,iteratee,comparator){var index=-1,includes2=arrayIncludes,length=array2.length,isCommon=!0,result=[],seen2=result;if(comparator)isCommon=!1,includes2=arrayIncludesWith;else if(length>=LARGE_ARRAY_SIZE){var set=createSet(array2);if(set)return setToArray(set);isCommon=!1,includes2=cacheHas,seen2=new SetCache}else seen2=result;outer:for(;++index<length;){var value=array2[index],computed=value;if(value=comparator||value!==0?value:0,isCommon&&computed===computed){for(var seenIndex=seen2.length;seenIndex--;)if(seen2[seenIndex]===computed)continue outer;result.push(value)}else includes2(seen2,computed,comparator)||(seen2!==result&&seen2.push(computed),result.push(value))}return result}var createSet=Set2&&1/setToArray(new Set2([,-0]))[1]==INFINITY?function(values){return new Set2(values)}:noop;function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}function getNative(object2,key){var value=getValue(object2,key);return baseIsNative(value)?value:void 0}function isKeyable(value){var type=typeof value;return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in func}function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}function uniqWith(array2,comparator){return array2&&array2.length?baseUniq(array2,void 0,comparator):[]}function eq(value,other){return value===other||value!==value&&other!==other}function isFunction(value){var tag2=isObject2(value)?objectToString.call(value):"";return tag2==funcTag||tag2==genTag}function isObject2(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function noop(){}return lodash_uniqwith=uniqWith,lodash_uniqwith}var lodash_sortby={exports:{}};lodash_sortby.exports;var hasRequiredLodash_sortby;function requireLodash_sortby(){return hasRequiredLodash_sortby||(hasRequiredLodash_sortby=1,(function(module,exports$1){var LARGE_ARRAY_SIZE=200,FUNC_ERROR_TEXT="Expected a function",HASH_UNDEFINED="__lodash_hash_undefined__",UNORDERED_COMPARE_FLAG=1,PARTIAL_COMPARE_FLAG=2,MAX_SAFE_INTEGER=9007199254740991,argsTag="[object Arguments]",arrayTag="[object Array]",boolTag="[object Boolean]",dateTag="[object Date]",errorTag="[object Error]",funcTag="[object Function]",genTag="[object GeneratorFunction]",mapTag="[object Map]",numberTag="[object Number]",objectTag="[object Object]",promiseTag="[object Promise]",regexpTag="[object RegExp]",setTag="[object Set]",stringTag="[object String]",symbolTag="[object Symbol]",weakMapTag="[object WeakMap]",arrayBufferTag="[object ArrayBuffer]",dataViewTag="[object DataView]",float32Tag="[object Float32Array]",float64Tag="[object Float64Array]",int8Tag="[object Int8Array]",int16Tag="[object Int16Array]",int32Tag="[object Int32Array]",uint8Tag="[object Uint8Array]",uint8ClampedTag="[object Uint8ClampedArray]",uint16Tag="[object Uint16Array]",uint32Tag="[object Uint32Array]",reIsDeepProp=/\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/,reIsPlainProp=/^\w*$/,reLeadingDot=/^\./,rePropName=/[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g,reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reEscapeChar=/\\(\\)?/g,reIsHostCtor=/^\[object .+?Constructor\]$/,reIsUint=/^(?:0|[1-9]\d*)$/,typedArrayTags={};typedArrayTags[float32Tag]=typedArrayTags[float64Tag]=typedArrayTags[int8Tag]=typedArrayTags[int16Tag]=typedArrayTags[int32Tag]=typedArrayTags[uint8Tag]=typedArrayTags[uint8ClampedTag]=typedArrayTags[uint16Tag]=typedArrayTags[uint32Tag]=!0,typedArrayTags[argsTag]=typedArrayTags[arrayTag]=typedArrayTags[arrayBufferTag]=typedArrayTags[boolTag]=typedArrayTags[dataViewTag]=typedArrayTags[dateTag]=typedArrayTags[errorTag]=typedArrayTags[funcTag]=typedArrayTags[mapTag]=typedArrayTags[numberTag]=typedArrayTags[objectTag]=typedArrayTags[regexpTag]=typedArrayTags[setTag]=typedArrayTags[stringTag]=typedArrayTags[weakMapTag]=!1;var freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")(),freeExports=exports$1&&!exports$1.nodeType&&exports$1,freeModule=freeExports&&!0&&module&&!module.nodeType&&module,moduleExports=freeModule&&freeModule.exports===freeExports,freeProcess=moduleExports&&freeGlobal.process,nodeUtil=(function(){try{return freeProcess&&freeProcess.binding("util")}catch{}})(),nodeIsTypedArray=nodeUtil&&nodeUtil.isTypedArray;function apply(func,thisArg,args){switch(args.length){case 0:return func.call(thisArg);case 1:return func.call(thisArg,args[0]);case 2:return func.call(thisArg,args[0],args[1]);case 3:return func.call(thisArg,args[0],args[1],args[2])}return func.apply(thisArg,args)}function arrayMap(array2,iteratee){for(var index=-1,length=array2?array2.length:0,result=Array(length);++index<length;)result[index]=iteratee(array2[index],index,array2);return result}function arrayPush(array2,values){for(var index=-1,length=values.length,offset=array2.length;++index<length;)array2[offset+index]=values[index];return array2}function arraySome(array2,predicate){for(var index=-1,length=array2?array2.length:0;++index<length;)if(predicate(array2[index],index,array2))return!0;return!1}function baseProperty(key){return function(object2){return object2?.[key]}}function baseSortBy(array2,comparer){var length=array2.length;for(array2.sort(comparer);length--;)array2[length]=array2[length].value;return array2}function baseTimes(n,iteratee){for(var index=-1,result=Array(n);++index<n;)result[index]=iteratee(index);return result}function baseUnary(func){return function(value){return func(value)}}function getValue(object2,key){return object2?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="function")try{result=!!(value+"")}catch{}return result}function mapToArray(map){var index=-1,result=Array(map.size);return map.forEach(function(value,key){result[++index]=[key,value]}),result}function overArg(func,transform2){return function(arg){return func(transform2(arg))}}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"$1.*?")+"$"),Symbol=root.Symbol,Uint8Array2=root.Uint8Array,propertyIsEnumerable=objectProto.propertyIsEnumerable,splice=arrayProto.splice,spreadableSymbol=Symbol?Symbol.isConcatSpreadable:void 0,nativeKeys=overArg(Object.keys,Object),nativeMax=Math.max,DataView=getNative(root,"DataView"),Map2=getNative(root,"Map"),Promise2=getNative(root,"Promise"),Set2=getNative(root,"Set"),WeakMap2=getNative(root,"WeakMap"),nativeCreate=getNative(Object,"create"),dataViewCtorString=toSource(DataView),mapCtorString=toSource(Map2),promiseCtorString=toSource(Promise2),setCtorString=toSource(Set2),weakMapCtorString=toSource(WeakMap2),symbolProto=Symbol?Symbol.prototype:void 0,symbolValueOf=symbolProto?symbolProto.valueOf:void 0,symbolToString=symbolProto?symbolProto.toString:void 0;function Hash(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function Stack(entries){this.__data__=new ListCache(entries)}function stackClear(){this.__data__=new ListCache}function stackDelete(key){return this.__data__.delete(key)}function stackGet(key){return this.__data__.get(key)}function stackHas(key){return this.__data__.has(key)}function stackSet(key,value){var cache=this.__data__;if(cache instanceof ListCache){var pairs=cache.__data__;if(!Map2||pairs.length<LARGE_ARRAY_SIZE-1)return pairs.push([key,value]),this;cache=this.__data__=new MapCache(pairs)}return cache.set(key,value),this}Stack.prototype.clear=stackClear,Stack.prototype.delete=stackDelete,Stack.prototype.get=stackGet,Stack.prototype.has=stackHas,Stack.prototype.set=stackSet;function arrayLikeKeys(value,inherited){var result=isArray(value)||isArguments(value)?baseTimes(value.length,String):[],length=result.length,skipIndexes=!!length;for(var key in value)hasOwnProperty.call(value,key)&&!(skipIndexes&&(key=="length"||isIndex(key,length)))&&result.push(key);return result}function assocIndexOf(array2,key){for(var length=array2.length;length--;)if(eq(array2[length][0],key))return length;return-1}var baseEach=createBaseEach(baseForOwn);function baseFlatten(array2,depth,predicate,isStrict,result){var index=-1,length=array2.length;for(predicate||(predicate=isFlattenable),result||(result=[]);++index<length;){var value=array2[index];predicate(value)?arrayPush(result,value):result[result.length]=value}return result}var baseFor=createBaseFor();function baseForOwn(object2,iteratee){return object2&&baseFor(object2,iteratee,keys)}function baseGet(object2,path){path=isKey(path,object2)?[path]:castPath(path);for(var index=0,length=path.length;object2!=null&&index<length;)object2=object2[toKey(path[index++])];return index&&index==length?object2:void 0}function baseGetTag(value){return objectToString.call(value)}function baseHasIn(object2,key){return object2!=null&&key in Object(object2)}function baseIsEqual(value,other,customizer,bitmask,stack){return value===other?!0:value==null||other==null||!isObject2(value)&&!isObjectLike(other)?value!==value&&other!==other:baseIsEqualDeep(value,other,baseIsEqual,customizer,bitmask,stack)}function baseIsEqualDeep(object2,other,equalFunc,customizer,bitmask,stack){var objIsArr=isArray(object2),othIsArr=isArray(other),objTag=arrayTag,othTag=arrayTag;objIsArr||(objTag=getTag(object2),objTag=objTag==argsTag?objectTag:objTag),othIsArr||(othTag=getTag(other),othTag=othTag==argsTag?objectTag:othTag);var objIsObj=objTag==objectTag&&!isHostObject(object2),othIsObj=othTag==objectTag&&!isHostObject(other),isSameTag=objTag==othTag;if(isSameTag&&!objIsObj)return stack||(stack=new Stack),objIsArr||isTypedArray(object2)?equalArrays(object2,other,equalFunc,customizer,bitmask,stack):equalByTag(object2,other,objTag,equalFunc,customizer,bitmask,stack);if(!(bitmask&PARTIAL_COMPARE_FLAG)){var objIsWrapped=objIsObj&&hasOwnProperty.call(object2,"__wrapped__"),othIsWrapped=othIsObj&&hasOwnProperty.call(other,"__wrapped__");if(objIsWrapped||othIsWrapped){var objUnwrapped=objIsWrapped?object2.value():object2,othUnwrapped=othIsWrapped?other.value():other;return stack||(stack=new Stack),equalFunc(objUnwrapped,othUnwrapped,customizer,bitmask,stack)}}return isSameTag?(stack||(stack=new Stack),equalObjects(object2,other,equalFunc,customizer,bitmask,stack)):!1}function baseIsMatch(object2,source2,matchData,customizer){var index=matchData.length,length=index;if(object2==null)return!length;for(object2=Object(object2);index--;){var data=matchData[index];if(data[2]?data[1]!==object2[data[0]]:!(data[0]in object2))return!1}for(;++index<length;){data=matchData[index];var key=data[0],objValue=object2[key],srcValue=data[1];if(data[2]){if(objValue===void 0&&!(key in object2))return!1}else{var stack=new Stack,result;if(!(result===void 0?baseIsEqual(srcValue,objValue,customizer,UNORDERED_COMPARE_FLAG|PARTIAL_COMPARE_FLAG,stack):result))return!1}}return!0}function baseIsNative(value){if(!isObject2(value)||isMasked(value))return!1;var pattern3=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern3.test(toSource(value))}function baseIsTypedArray(value){return isObjectLike(value)&&isLength(value.length)&&!!typedArrayTags[objectToString.call(value)]}function baseIteratee(value){return typeof value=="function"?value:value==null?identity:typeof value=="object"?isArray(value)?baseMatchesProperty(value[0],value[1]):baseMatches(value):property(value)}function baseKeys(object2){if(!isPrototype(object2))return nativeKeys(object2);var result=[];for(var key in Object(object2))hasOwnProperty.call(object2,key)&&key!="constructor"&&result.push(key);return result}function baseMap(collection,iteratee){var index=-1,result=isArrayLike(collection)?Array(collection.length):[];return baseEach(collection,function(value,key,collection2){result[++index]=iteratee(value,key,collection2)}),result}function baseMatches(source2){var matchData=getMatchData(source2);return matchData.length==1&&matchData[0][2]?matchesStrictComparable(matchData[0][0],matchData[0][1]):function(object2){return object2===source2||baseIsMatch(object2,source2,matchData)}}function baseMatchesProperty(path,srcValue){return isKey(path)&&isStrictComparable(srcValue)?matchesStrictComparable(toKey(path),srcValue):function(object2){var objValue=get(object2,path);return objValue===void 0&&objValue===srcValue?hasIn(object2,path):baseIsEqual(srcValue,objValue,void 0,UNORDERED_COMPARE_FLAG|PARTIAL_COMPARE_FLAG)}}function baseOrderBy(collection,iteratees,orders){var index=-1;iteratees=arrayMap(iteratees.length?iteratees:[identity],baseUnary(baseIteratee));var result=baseMap(collection,function(value,key,collection2){var criteria=arrayMap(iteratees,function(iteratee){return iteratee(value)});return{criteria,index:++index,value}});return baseSortBy(result,function(object2,other){return compareMultiple(object2,other,orders)})}function basePropertyDeep(path){return function(object2){return baseGet(object2,path)}}function baseRest(func,start){return start=nativeMax(start===void 0?func.length-1:start,0),function(){for(var args=arguments,index=-1,length=nativeMax(args.length-start,0),array2=Array(length);++index<length;)array2[index]=args[start+index];index=-1;for(var otherArgs=Array(start+1);++index<start;)otherArgs[index]=args[index];return otherArgs[start]=array2,apply(func,this,otherArgs)}}function baseToString(value){if(typeof value=="string")return value;if(isSymbol(value))return symbolToString?symbolToString.call(value):"";var result=value+"";return result=="0"&&1/value==-1/0?"-0":result}function castPath(value){return isArray(value)?value:stringToPath(value)}function compareAscending(value,other){if(value!==other){var valIsDefined=value!==void 0,valIsNull=value===null,valIsReflexive=value===value,valIsSymbol=isSymbol(value),othIsDefined=other!==void 0,othIsNull=other===null,othIsReflexive=other===other,othIsSymbol=isSymbol(other);if(!othIsNull&&!othIsSymbol&&!valIsSymbol&&value>other||valIsSymbol&&othIsDefined&&othIsReflexive&&!othIsNull&&!othIsSymbol||valIsNull&&othIsDefined&&othIsReflexive||!valIsDefined&&othIsReflexive||!valIsReflexive)return 1;if(!valIsNull&&!valIsSymbol&&!othIsSymbol&&value<other||othIsSymbol&&valIsDefined&&valIsReflexive&&!valIsNull&&!valIsSymbol||othIsNull&&valIsDefined&&valIsReflexive||!othIsDefined&&valIsReflexive||!othIsReflexive)return-1}return 0}function compareMultiple(object2,other,orders){for(var index=-1,objCriteria=object2.criteria,othCriteria=other.criteria,length=objCriteria.length,ordersLength=orders.length;++index<length;){var result=compareAscending(objCriteria[index],othCriteria[index]);if(result){if(index>=ordersLength)return result;var order=orders[index];return result*(order=="desc"?-1:1)}}return object2.index-other.index}function createBaseEach(eachFunc,fromRight){return function(collection,iteratee){if(collection==null)return collection;if(!isArrayLike(collection))return eachFunc(collection,iteratee);for(var length=collection.length,index=-1,iterable=Object(collection);++index<length&&iteratee(iterable[index],index,iterable)!==!1;);return collection}}function createBaseFor(fromRight){return function(object2,iteratee,keysFunc){for(var index=-1,iterable=Object(object2),props=keysFunc(object2),length=props.length;length--;){var key=props[++index];if(iteratee(iterable[key],key,iterable)===!1)break}return object2}}function equalArrays(array2,other,equalFunc,customizer,bitmask,stack){var isPartial=bitmask&PARTIAL_COMPARE_FLAG,arrLength=array2.length,othLength=other.length;if(arrLength!=othLength&&!(isPartial&&othLength>arrLength))return!1;var stacked=stack.get(array2);if(stacked&&stack.get(other))return stacked==other;var index=-1,result=!0,seen2=bitmask&UNORDERED_COMPARE_FLAG?new SetCache:void 0;for(stack.set(array2,other),stack.set(other,array2);++index<arrLength;){var arrValue=array2[index],othValue=other[index];if(customizer)var compared=isPartial?customizer(othValue,arrValue,index,other,array2,stack):customizer(arrValue,othValue,index,array2,other,stack);if(compared!==void 0){if(compared)continue;result=!1;break}if(seen2){if(!arraySome(other,function(othValue2,othIndex){if(!seen2.has(othIndex)&&(arrValue===othValue2||equalFunc(arrValue,othValue2,customizer,bitmask,stack)))return seen2.add(othIndex)})){result=!1;break}}else if(!(arrValue===othValue||equalFunc(arrValue,othValue,customizer,bitmask,stack))){result=!1;break}}return stack.delete(array2),stack.delete(other),result}function equalByTag(object2,other,tag2,equalFunc,customizer,bitmask,stack){switch(tag2){case dataViewTag:if(object2.byteLength!=other.byteLength||object2.byteOffset!=other.byteOffset)return!1;object2=object2.buffer,other=other.buffer;case arrayBufferTag:return!(object2.byteLength!=other.byteLength||!equalFunc(new Uint8Array2(object2),new Uint8Array2(other)));case boolTag:case dateTag:case numberTag:return eq(+object2,+other);case errorTag:return object2.name==other.name&&object2.message==other.message;case regexpTag:case stringTag:return object2==other+"";case mapTag:var convert=mapToArray;case setTag:var isPartial=bitmask&PARTIAL_COMPARE_FLAG;if(convert||(convert=setToArray),object2.size!=other.size&&!isPartial)return!1;var stacked=stack.get(object2);if(stacked)return stacked==other;bitmask|=UNORDERED_COMPARE_FLAG,stack.set(object2,other);var result=equalArrays(convert(object2),convert(other),equalFunc,customizer,bitmask,stack);return stack.delete(object2),result;case symbolTag:if(symbolValueOf)return symbolValueOf.call(object2)==symbolValueOf.call(other)}return!1}function equalObjects(object2,other,equalFunc,customizer,bitmask,stack){var isPartial=bitmask&PARTIAL_COMPARE_FLAG,objProps=keys(object2),objLength=objProps.length,othProps=keys(other),othLength=othProps.length;if(objLength!=othLength&&!isPartial)return!1;for(var index=objLength;index--;){var key=objProps[index];if(!(isPartial?key in other:hasOwnProperty.call(other,key)))return!1}var stacked=stack.get(object2);if(stacked&&stack.get(other))return stacked==other;var result=!0;stack.set(object2,other),stack.set(other,object2);for(var skipCtor=isPartial;++index<objLength;){key=objProps[index];var objValue=object2[key],othValue=other[key];if(customizer)var compared=isPartial?customizer(othValue,objValue,key,other,object2,stack):customizer(objValue,othValue,key,object2,other,stack);if(!(compared===void 0?objValue===othValue||equalFunc(objValue,othValue,customizer,bitmask,stack):compared)){result=!1;break}skipCtor||(skipCtor=key=="constructor")}if(result&&!skipCtor){var objCtor=object2.constructor,othCtor=other.constructor;objCtor!=othCtor&&"constructor"in object2&&"constructor"in other&&!(typeof objCtor=="function"&&objCtor instanceof objCtor&&typeof othCtor=="function"&&othCtor instanceof othCtor)&&(result=!1)}return stack.delete(object2),stack.delete(other),result}function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}function getMatchData(object2){for(var result=keys(object2),length=result.length;length--;){var key=result[length],value=object2[key];result[length]=[key,value,isStrictComparable(value)]}return result}function getNative(object2,key){var value=getValue(object2,key);return baseIsNative(value)?value:void 0}var getTag=baseGetTag;(DataView&&getTag(new DataView(new ArrayBuffer(1)))!=dataViewTag||Map2&&getTag(new Map2)!=mapTag||Promise2&&getTag(Promise2.resolve())!=promiseTag||Set2&&getTag(new Set2)!=setTag||WeakMap2&&getTag(new WeakMap2)!=weakMapTag)&&(getTag=function(value){var result=objectToString.call(value),Ctor=result==objectTag?value.constructor:void 0,ctorString=Ctor?toSource(Ctor):void 0;if(ctorString)switch(ctorString){case dataViewCtorString:return dataViewTag;case mapCtorString:return mapTag;case promiseCtorString:return promiseTag;case setCtorString:return setTag;case weakMapCtorString:return weakMapTag}return result});function hasPath(object2,path,hasFunc){path=isKey(path,object2)?[path]:castPath(path);for(var result,index=-1,length=path.length;++index<length;){var key=toKey(path[index]);if(!(result=object2!=null&&hasFunc(object2,key)))break;object2=object2[key]}if(result)return result;var length=object2?object2.length:0;return!!length&&isLength(length)&&isIndex(key,length)&&(isArray(object2)||isArguments(object2))}function isFlattenable(value){return isArray(value)||isArguments(value)||!!(spreadableSymbol&&value&&value[spreadableSymbol])}function isIndex(value,length){return length=length??MAX_SAFE_INTEGER,!!length&&(typeof value=="number"||reIsUint.test(value))&&value>-1&&value%1==0&&value<length}function isIterateeCall(value,index,object2){if(!isObject2(object2))return!1;var type=typeof index;return(type=="number"?isArrayLike(object2)&&isIndex(index,object2.length):type=="string"&&index in object2)?eq(object2[index],value):!1}function isKey(value,object2){if(isArray(value))return!1;var type=typeof value;return type=="number"||type=="symbol"||type=="boolean"||value==null||isSymbol(value)?!0:reIsPlainProp.test(value)||!reIsDeepProp.test(value)||object2!=null&&value in Object(object2)}function isKeyable(value){var type=typeof value;return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in func}function isPrototype(value){var Ctor=value&&value.constructor,proto=typeof Ctor=="function"&&Ctor.prototype||objectProto;return value===proto}function isStrictComparable(value){return value===value&&!isObject2(value)}function matchesStrictComparable(key,srcValue){return function(object2){return object2==null?!1:object2[key]===srcValue&&(srcValue!==void 0||key in Object(object2))}}var stringToPath=memoize2(function(string2){string2=toString(string2);var result=[];return reLeadingDot.test(string2)&&result.push(""),string2.replace(rePropName,function(match,number2,quote,string3){result.push(quote?string3.replace(reEscapeChar,"$1"):number2||match)}),result});function toKey(value){if(typeof value=="string"||isSymbol(value))return value;var result=value+"";return result=="0"&&1/value==-1/0?"-0":result}function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}var sortBy=baseRest(function(collection,iteratees){if(collection==null)return[];var length=iteratees.length;return length>1&&isIterateeCall(collection,iteratees[0],iteratees[1])?iteratees=[]:length>2&&isIterateeCall(iteratees[0],iteratees[1],iteratees[2])&&(iteratees=[iteratees[0]]),baseOrderBy(collection,baseFlatten(iteratees),[])});function memoize2(func,resolver){if(typeof func!="function"||resolver&&typeof resolver!="function")throw new TypeError(FUNC_ERROR_TEXT);var memoized=function(){var args=arguments,key=resolver?resolver.apply(this,args):args[0],cache=memoized.cache;if(cache.has(key))return cache.get(key);var result=func.apply(this,args);return memoized.cache=cache.set(key,result),result};return memoized.cache=new(memoize2.Cache||MapCache),memoized}memoize2.Cache=MapCache;function eq(value,other){return value===other||value!==value&&other!==other}function isArguments(value){return isArrayLikeObject(value)&&hasOwnProperty.call(value,"callee")&&(!propertyIsEnumerable.call(value,"callee")||objectToString.call(value)==argsTag)}var isArray=Array.isArray;function isArrayLike(value){return value!=null&&isLength(value.length)&&!isFunction(value)}function isArrayLikeObject(value){return isObjectLike(value)&&isArrayLike(value)}function isFunction(value){var tag2=isObject2(value)?objectToString.call(value):"";return tag2==funcTag||tag2==genTag}function isLength(value){return typeof value=="number"&&value>-1&&value%1==0&&value<=MAX_SAFE_INTEGER}function isObject2(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function isObjectLike(value){return!!value&&typeof value=="object"}function isSymbol(value){return typeof value=="symbol"||isObjectLike(value)&&objectToString.call(value)==symbolTag}var isTypedArray=nodeIsTypedArray?baseUnary(nodeIsTypedArray):baseIsTypedArray;function toString(value){return value==null?"":baseToString(value)}function get(object2,path,defaultValue){var result=object2==null?void 0:baseGet(object2,path);return result===void 0?defaultValue:result}function hasIn(object2,path){return object2!=null&&hasPath(object2,path,baseHasIn)}function keys(object2){return isArrayLike(object2)?arrayLikeKeys(object2):baseKeys(object2)}function identity(value){return value}function property(path){return isKey(path)?baseProperty(toKey(path)):basePropertyDeep(path)}module.exports=sortBy})(lodash_sortby,lodash_sortby.exports)),lodash_sortby.exports}var escapeStringRegexp,hasRequiredEscapeStringRegexp;function requireEscapeStringRegexp(){return hasRequiredEscapeStringRegexp||(hasRequiredEscapeStringRegexp=1,escapeStringRegexp=string2=>{if(typeof string2!="string")throw new TypeError("Expected a string");return string2.replace(/[|\\{}()[\]^$+*?.]/g,"\\$&").replace(/-/g,"\\x2d")}),escapeStringRegexp}var regexpParse={},hasRequiredRegexpParse;function requireRegexpParse(){if(hasRequiredRegexpParse)return regexpParse;hasRequiredRegexpParse=1,Object.defineProperty(regexpParse,"__esModule",{value:!0}),regexpParse.isRegExpString=regexpParse.parseRegExpString=void 0;var REGEXP_LITERAL_PATTERN=/^\/(.+)\/([guimysd]*)$/,parseRegExpString=function(str){var result=str.match(REGEXP_LITERAL_PATTERN);return result?{source:result[1],flagString:result[2]}:null};regexpParse.parseRegExpString=parseRegExpString;var isRegExpString=function(str){return REGEXP_LITERAL_PATTERN.test(str)};return regexpParse.isRegExpString=isRegExpString,regexpParse}var hasRequiredRegexpStringMatcher;function requireRegexpStringMatcher(){return hasRequiredRegexpStringMatcher||(hasRequiredRegexpStringMatcher=1,(function(exports$1){var __importDefault=regexpStringMatcher&&regexpStringMatcher.__importDefault||function(mod){return mod&&mod.__esModule?mod:{default:mod}};Object.defineProperty(exports$1,"__esModule",{value:!0}),exports$1.matchPatterns=exports$1.createRegExp=void 0;var lodash_uniq_1=__importDefault(requireLodash_uniq()),lodash_uniqwith_1=__importDefault(requireLodash_uniqwith()),lodash_sortby_1=__importDefault(requireLodash_sortby()),escape_string_regexp_1=__importDefault(requireEscapeStringRegexp()),regexp_parse_1=requireRegexpParse(),DEFAULT_FLAGS="ug",defaultFlags=function(flagsString){return flagsString.length===0?DEFAULT_FLAGS:(0,lodash_uniq_1.default)((flagsString+DEFAULT_FLAGS).split("")).join("")},createRegExp=function(patternString,defaultFlag){if(defaultFlag===void 0&&(defaultFlag=DEFAULT_FLAGS),patternString.length===0)throw new Error("Empty string can not handled");if((0,regexp_parse_1.isRegExpString)(patternString)){var regExpStructure=(0,regexp_parse_1.parseRegExpString)(patternString);if(regExpStructure)return new RegExp(regExpStructure.source,defaultFlags(regExpStructure.flagString));throw new Error('"'.concat(patternString,'" can not parse as RegExp.'))}else return new RegExp((0,escape_string_regexp_1.default)(patternString),defaultFlag)};exports$1.createRegExp=createRegExp;var isEqualMatchPatternResult=function(a,b){return a.startIndex===b.startIndex&&a.endIndex===b.endIndex&&a.match===b.match},matchPatterns=function(text2,regExpLikeStrings){var matchPatternResults=[];regExpLikeStrings.map(function(patternString){return(0,exports$1.createRegExp)(patternString)}).forEach(function(regExp){var results=text2.matchAll(regExp);Array.from(results).forEach(function(result){if(result.index!==void 0){var match=result[0],index=result.index;matchPatternResults.push({match,captures:result.slice(1),startIndex:index,endIndex:index+match.length})}})});var uniqResults=(0,lodash_uniqwith_1.default)(matchPatternResults,isEqualMatchPatternResult);return(0,lodash_sortby_1.default)(uniqResults,["startIndex","endIndex"])};exports$1.matchPatterns=matchPatterns})(regexpStringMatcher)),regexpStringMatcher}var regexpStringMatcherExports=requireRegexpStringMatcher(),BUILTIN_IGNORED={AWSAccountID:["AKIAIOSFODNN7EXAMPLE"],AWSSecretAccessKey:["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"]},messages$o={AWSAccountID:{en:props=>`found AWS Account ID: ${props.ID}`,ja:props=>`AWS Account ID: ${props.ID} がみつかりました`},AWSSecretAccessKey:{en:props=>`found AWS Secret Access Key: ${props.KEY}`,ja:props=>`AWS Secret Access Key: ${props.KEY} がみつかりました`},AWSAccessKeyID:{en:props=>`found AWS Access Key ID: ${props.ID}`,ja:props=>`AWS Access Key Id: ${props.ID} がみつかりました`}},reportAWSAccessKey=({t,source:source2,context,options})=>{const AWSAccessKeyIDPattern=/\b(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}\b/g,results=source2.content.matchAll(AWSAccessKeyIDPattern);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];BUILTIN_IGNORED.AWSAccountID.includes(match)||regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("AWSAccessKeyID",{ID:match}),range})}},reportAWSSecretAccessKey=({t,source:source2,context,options})=>{const AWS="(?:AWS|aws|Aws)?_?",QUOTE=`["']?`,CONNECT="\\s*(?::|=>|=)\\s*",AWSSecretPatten=new RegExp(String.raw`${QUOTE}${AWS}(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)${QUOTE}${CONNECT}${QUOTE}([A-Za-z0-9/\+=]{40})${QUOTE}\b`,"g"),results=source2.content.matchAll(AWSSecretPatten);for(const result of results){const index=result.index||0,match=result[1]||"",range=[index,index+match.length];BUILTIN_IGNORED.AWSSecretAccessKey.includes(match)||regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("AWSSecretAccessKey",{KEY:match}),range})}},reportAWSAccountID=({t,source:source2,context,options})=>{const AWS="(AWS|aws|Aws)?_?",QUOTE=`("|')?`,CONNECT="\\s*(:|=>|=)\\s*",AWSSecretPatten=new RegExp(String.raw`${QUOTE}${AWS}(ACCOUNT|account|Account)_?(ID|id|Id)?${QUOTE}${CONNECT}${QUOTE}[0-9]{4}\-?[0-9]{4}\-?[0-9]{4}${QUOTE}\b`,"g"),results=source2.content.matchAll(AWSSecretPatten);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("AWSAccountID",{ID:match}),range})}},creator$p={messages:messages$o,meta:{id:"@secretlint/secretlint-rule-aws",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-aws/README.md"}},create(context,options){const normalizedOptions={allows:options.allows||[],enableIDScanRule:options.enableIDScanRule??!1},t=context.createTranslator(messages$o);return{file(source2){normalizedOptions.enableIDScanRule&&(reportAWSAccessKey({t,source:source2,context,options:normalizedOptions}),reportAWSAccountID({t,source:source2,context,options:normalizedOptions})),reportAWSSecretAccessKey({t,source:source2,context,options:normalizedOptions})}}}},TAG_INTEGER=2,TAG_OCTET_STRING=4,TAG_NULL=5,TAG_OID=6,TAG_SEQUENCE=48,TAG_CONTEXT_0=160;function readTlv(buf,offset){if(offset+2>buf.length)throw new Error("PKCS12: truncated TLV header");const tag2=buf[offset],lenByte=buf[offset+1];let length,contentStart;if(lenByte<128)length=lenByte,contentStart=offset+2;else{const lenBytes=lenByte&127;if(lenBytes===0||lenBytes>4)throw new Error("PKCS12: unsupported ASN.1 length encoding");if(offset+2+lenBytes>buf.length)throw new Error("PKCS12: truncated ASN.1 length");length=0;for(let i=0;i<lenBytes;i++)length=length*256+buf[offset+2+i];contentStart=offset+2+lenBytes}const end2=contentStart+length;if(end2>buf.length)throw new Error("PKCS12: TLV extends past buffer");return{tag:tag2,content:buf.subarray(contentStart,end2),end:end2}}function expectTag(tlv,tag2,label){if(tlv.tag!==tag2)throw new Error(`PKCS12: expected ${label} tag 0x${tag2.toString(16)} but got 0x${tlv.tag.toString(16)}`)}function readInteger(tlv){expectTag(tlv,TAG_INTEGER,"INTEGER");let value=0;for(const byte of tlv.content)value=value*256+byte;return value}function bytesEqual(a,b){if(a.length!==b.length)return!1;let diff=0;for(let i=0;i<a.length;i++)diff|=a[i]^b[i];return diff===0}var OID_DATA=new Uint8Array([42,134,72,134,247,13,1,7,1]),OID_SHA1=new Uint8Array([43,14,3,2,26]),OID_SHA256=new Uint8Array([96,134,72,1,101,3,4,2,1]),OID_SHA384=new Uint8Array([96,134,72,1,101,3,4,2,2]),OID_SHA512=new Uint8Array([96,134,72,1,101,3,4,2,3]),MAC_HASHES=[{oid:OID_SHA1,hash:{name:"SHA-1",outputSize:20,blockSize:64}},{oid:OID_SHA256,hash:{name:"SHA-256",outputSize:32,blockSize:64}},{oid:OID_SHA384,hash:{name:"SHA-384",outputSize:48,blockSize:128}},{oid:OID_SHA512,hash:{name:"SHA-512",outputSize:64,blockSize:128}}];function matchHash(oidBytes){for(const{oid,hash}of MAC_HASHES)if(bytesEqual(oidBytes,oid))return hash}var MAX_MAC_ITERATIONS=1e6;function parsePkcs12(buf){const pfx=readTlv(buf,0);expectTag(pfx,TAG_SEQUENCE,"PFX SEQUENCE");const version=readTlv(pfx.content,0);if(readInteger(version)!==3)throw new Error("PKCS12: unsupported version");const authSafeInfo=readTlv(pfx.content,version.end);expectTag(authSafeInfo,TAG_SEQUENCE,"ContentInfo SEQUENCE");const contentType=readTlv(authSafeInfo.content,0);if(expectTag(contentType,TAG_OID,"contentType OID"),!bytesEqual(contentType.content,OID_DATA))throw new Error("PKCS12: unsupported authSafe contentType");const explicit0=readTlv(authSafeInfo.content,contentType.end);expectTag(explicit0,TAG_CONTEXT_0,"[0] EXPLICIT");const authSafeOctet=readTlv(explicit0.content,0);expectTag(authSafeOctet,TAG_OCTET_STRING,"authSafe OCTET STRING");const macData=readTlv(pfx.content,authSafeInfo.end);expectTag(macData,TAG_SEQUENCE,"MacData SEQUENCE");const digestInfo=readTlv(macData.content,0);expectTag(digestInfo,TAG_SEQUENCE,"DigestInfo SEQUENCE");const alg=readTlv(digestInfo.content,0);expectTag(alg,TAG_SEQUENCE,"AlgorithmIdentifier SEQUENCE");const algOid=readTlv(alg.content,0);expectTag(algOid,TAG_OID,"algorithm OID");const macHash=matchHash(algOid.content);if(!macHash)throw new Error("PKCS12: unsupported MAC digest algorithm");if(algOid.end<alg.content.length&&readTlv(alg.content,algOid.end).tag!==TAG_NULL)throw new Error("PKCS12: unexpected MAC algorithm parameters");const digest2=readTlv(digestInfo.content,alg.end);expectTag(digest2,TAG_OCTET_STRING,"digest OCTET STRING");const salt=readTlv(macData.content,digestInfo.end);expectTag(salt,TAG_OCTET_STRING,"macSalt OCTET STRING");let iterations=1;if(salt.end<macData.content.length){const iter=readTlv(macData.content,salt.end);iterations=readInteger(iter)}if(iterations<1||iterations>MAX_MAC_ITERATIONS)throw new Error("PKCS12: MAC iteration count out of range");return{authSafe:authSafeOctet.content,macHash,macSalt:salt.content,macDigest:digest2.content,iterations}}function toBufferSource(data){const copy=new Uint8Array(data.length);return copy.set(data),copy}async function digest(hash,data){return new Uint8Array(await globalThis.crypto.subtle.digest(hash.name,toBufferSource(data)))}function padToMultipleOf(src,blockSize){if(src.length===0)return new Uint8Array(0);const padded=new Uint8Array(Math.ceil(src.length/blockSize)*blockSize);for(let i=0;i<padded.length;i++)padded[i]=src[i%src.length];return padded}function encodePasswordAsBmpString(password){if(password.length===0)return new Uint8Array(0);const bytes=new Uint8Array(password.length*2+2);for(let i=0;i<password.length;i++){const code2=password.charCodeAt(i);bytes[i*2]=code2>>8&255,bytes[i*2+1]=code2&255}return bytes}async function deriveMacKey(hash,password,salt,iterations){const v=hash.blockSize,u=hash.outputSize,D=new Uint8Array(v).fill(3),P=padToMultipleOf(encodePasswordAsBmpString(password),v),S=padToMultipleOf(salt,v),DI=new Uint8Array(D.length+S.length+P.length);DI.set(D,0),DI.set(S,D.length),DI.set(P,D.length+S.length);let A=await digest(hash,DI);for(let i=1;i<iterations;i++)A=await digest(hash,A);return A.subarray(0,u)}async function verifyPkcs12Mac(pfxBytes,password){let parsed;try{parsed=parsePkcs12(pfxBytes)}catch{return!1}try{const key=await deriveMacKey(parsed.macHash,password,parsed.macSalt,parsed.iterations),cryptoKey=await globalThis.crypto.subtle.importKey("raw",toBufferSource(key),{name:"HMAC",hash:parsed.macHash.name},!1,["sign"]),mac=new Uint8Array(await globalThis.crypto.subtle.sign("HMAC",cryptoKey,toBufferSource(parsed.authSafe)));return bytesEqual(mac,parsed.macDigest)}catch{return!1}}var GCP_SERVICE_ACCOUNT_P12_PASSWORD="notasecret";async function reportIfFoundPrivateKeyP12Format({source:source2,context,t}){if(source2.filePath)try{const fs=await import("node:fs"),path=await import("node:path"),pfxBytes=new Uint8Array(fs.readFileSync(source2.filePath));if(!await verifyPkcs12Mac(pfxBytes,GCP_SERVICE_ACCOUNT_P12_PASSWORD))return;context.report({message:t("PrivateKeyP12",{FILE_NAME:path.basename(source2.filePath)}),range:[0,source2.content.length]})}catch{}}var messages$n={PrivateKeyP12:{en:props=>`found GCP Service Account's private key(p12): ${props.FILE_NAME}`,ja:props=>`GCPサービスアカウントの秘密鍵(p12) ${props.FILE_NAME} がみつかりました`},PrivateKeyJSON:{en:props=>`found GCP Service Account's private key(json): ${props.FILE_NAME}`,ja:props=>`GCPサービスアカウントの秘密鍵(json): ${props.FILE_NAME} がみつかりました`}};function reportIfFoundPrivateKeyJSONFormat({source:source2,context,t}){try{const credentialObject=JSON.parse(source2.content),PRIVATE_KEY_PATTERN=/-----BEGIN\s?(DSA|RSA|EC|PGP|OPENSSH)?\s?PRIVATE KEY/gm;if(!("private_key_id"in credentialObject&&"private_key"in credentialObject&&PRIVATE_KEY_PATTERN.test(credentialObject.private_key)))return;context.report({message:t("PrivateKeyJSON",{FILE_NAME:source2.filePath?node_path_default.basename(source2.filePath):""}),range:[0,source2.content.length]})}catch{}}var creator$o={messages:messages$n,meta:{id:"@secretlint/secretlint-rule-gcp",recommended:!0,type:"scanner",supportedContentTypes:["all"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gcp/README.md"}},create(context,options){const t=context.createTranslator(messages$n);return options.allows,{file(source2){if(source2.ext===".p12")return reportIfFoundPrivateKeyP12Format({source:source2,context,t});if(source2.ext===".json")return reportIfFoundPrivateKeyJSONFormat({source:source2,context,t})}}}},messages$m={PackageJSON_xOauthToken:{en:props=>`found GitHub Token: ${props.TOKEN}`,ja:props=>`GitHub Token: ${props.TOKEN} がみつかりました`},Npmrc_authToken:{en:props=>`found npmrc authToken: ${props.TOKEN}`,ja:props=>`npmrc authToken: ${props.TOKEN} がみつかりました`},NPM_ACCESS_TOKEN:{en:props=>`found npm access token: ${props.TOKEN}`,ja:props=>`npm access token: ${props.TOKEN} がみつかりました`}};function reportIfFoundXOauthGitHubToken({source:source2,options,context,t}){const XOAuthPattern=/https?:\/\/(.{1,256}):x-oauth-basic@github.com\//g,results=source2.content.matchAll(XOAuthPattern);for(const result of results){const index=result.index||0,match=result[1]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("PackageJSON_xOauthToken",{TOKEN:match}),range})}}function reportIfFound_AuthTokenInNpmrc({source:source2,options,context,t}){const AuthTokenPattern=/_authToken=([^$].*)/g,results=source2.content.matchAll(AuthTokenPattern);for(const result of results){const index=result.index||0,match=result[1]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("Npmrc_authToken",{TOKEN:match}),range})}}function reportIfFound_NPM_ACCESS_TOKEN({source:source2,options,context,t}){const NPM_ACCESS_TOKEN_PATTERN=new RegExp("(?<!\\p{L})npm_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])","gu"),results=source2.content.matchAll(NPM_ACCESS_TOKEN_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("NPM_ACCESS_TOKEN",{TOKEN:match}),range})}}var isPackageFile=filePath=>filePath?filePath.endsWith("package.json")||filePath.endsWith("package-lock.json"):!0,isNpmrc=filePath=>filePath?filePath.endsWith(".npmrc"):!0,creator$n={messages:messages$m,meta:{id:"@secretlint/secretlint-rule-npm",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-npm/README.md"}},create(context,options){const t=context.createTranslator(messages$m),normalizedOptions={allows:options.allows||[]};return{file(source2){isPackageFile(source2.filePath)?reportIfFoundXOauthGitHubToken({source:source2,options:normalizedOptions,context,t}):isNpmrc(source2.filePath)&&reportIfFound_AuthTokenInNpmrc({source:source2,options:normalizedOptions,context,t}),reportIfFound_NPM_ACCESS_TOKEN({source:source2,options:normalizedOptions,context,t})}}}},messages$l={SLACK_TOKEN:{en:props=>`found slack token: ${props.TOKEN}`,ja:props=>`Slackトークン: ${props.TOKEN} がみつかりました`},IncomingWebhook:{en:props=>`found Slack Incoming Webhook: ${props.URL}`,ja:props=>`SlackのIncoming Webhooks: ${props.TOKEN} がみつかりました`}};function reportIfFoundRawPrivateKey$1({source:source2,options,context,t}){const SLACK_TOKEN_PATTERN=/\b(?:xoxb|xoxp|xapp|xoxa|xoxo|xoxr)-(?:\d-)?(?:[a-zA-Z0-9]{1,40}-)+[a-zA-Z0-9]{1,40}\b/g,results=source2.content.matchAll(SLACK_TOKEN_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("SLACK_TOKEN",{TOKEN:match}),range})}}function reportIfFoundIncomingWebhook({source:source2,options,context,t}){const IncomingWebhooksPattern=/https:\/\/hooks\.slack\.com\/services\/T[a-zA-Z0-9]{1,40}\/B[a-zA-Z0-9]{1,40}\/[a-zA-Z0-9]{1,40}/gi,results=source2.content.matchAll(IncomingWebhooksPattern);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("IncomingWebhook",{URL:match}),range})}}var creator$m={messages:messages$l,meta:{id:"@secretlint/secretlint-rule-slack",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-slack/README.md"}},create(context,options){const t=context.createTranslator(messages$l),normalizedOptions={allows:options.allows||[]};return{file(source2){reportIfFoundRawPrivateKey$1({source:source2,options:normalizedOptions,context,t}),reportIfFoundIncomingWebhook({source:source2,options:normalizedOptions,context,t})}}}},messages$k={BasicAuth:{en:props=>`found basic auth credential: ${props.CREDENTIAL}`,ja:props=>`ベーシック認証情報: ${props.CREDENTIAL} がみつかりました`}},BUILTIN_IGNORED_PATTERNS$1=["localhost","127.0.0.1","password","mypassword","myusername","{password}","${password}","{{password}}","{username}","${username}","{{username}}","YOUR_PASSWORD","YOUR_USERNAME","REPLACE_WITH_PASSWORD","REPLACE_WITH_USERNAME"];function isVariableLikeString$1(str){return[/\$\{[^}]{1,50}\}/,/\{\{[^}]{1,50}\}\}/,/\{[^}]{1,50}\}/,/%[A-Z_]{1,30}%/,/\$[A-Z_]{1,30}/].some(pattern3=>pattern3.test(str))}function isLikelyRealUsername(username){return!(username.length<2||isVariableLikeString$1(username)||BUILTIN_IGNORED_PATTERNS$1.some(pattern3=>username.toLowerCase().includes(pattern3.toLowerCase())))}function isLikelyRealPassword$1(password){return!(password.length<4||isVariableLikeString$1(password)||BUILTIN_IGNORED_PATTERNS$1.some(pattern3=>password.toLowerCase().includes(pattern3.toLowerCase()))||/^(.)\1{3,}$/.test(password))}function reportIfFoundBasicAuth({source:source2,options,context,t}){const URL_PATTERN=/(?<protocol>(?:https?|ftp|ftps)):\/\/(?<user>[-a-zA-Z0-9_]{1,256}):(?<password>[-a-zA-Z0-9_]{1,256})@[-a-zA-Z0-9%._+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b/g,results=source2.content.matchAll(URL_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.user,password=result.groups?.password;if(!username||!password||!isLikelyRealUsername(username)||!isLikelyRealPassword$1(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("BasicAuth",{CREDENTIAL:match}),range})}}var creator$l={messages:messages$k,meta:{id:"@secretlint/secretlint-rule-basicauth",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-basicauth/README.md"}},create(context,options){const t=context.createTranslator(messages$k),normalizedOptions={allows:options.allows||[]};return{file(source2){reportIfFoundBasicAuth({source:source2,options:normalizedOptions,context,t})}}}},messages$j={OPENAI_TOKEN:{en:props=>`found OpenAI API token: ${props.TOKEN}`,ja:props=>`OpenAI API トークン: ${props.TOKEN} がみつかりました`}},creator$k={messages:messages$j,meta:{id:"@secretlint/secretlint-rule-openai",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-openai/README.md"}},create(context){const t=context.createTranslator(messages$j);return{file(source2){const pattern3=/sk-(?:proj|svcacct|admin)-(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})T3BlbkFJ(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})\b|sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20}/g,matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.report({message:t("OPENAI_TOKEN",{TOKEN:matchString}),range})}}}}},messages$i={ANTHROPIC_API_KEY:{en:props=>`found Anthropic Claude API key: ${props.KEY}`,ja:props=>`Anthropic Claude API キー: ${props.KEY} がみつかりました`}},creator$j={messages:messages$i,meta:{id:"@secretlint/secretlint-rule-anthropic",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-anthropic/README.md"}},create(context){const t=context.createTranslator(messages$i);return{file(source2){const pattern3=new RegExp("(?<!\\p{L})sk-ant-api0\\d-[A-Za-z0-9_-]{90,128}AA(?![A-Za-z0-9_-])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.report({message:t("ANTHROPIC_API_KEY",{KEY:matchString}),range})}}}}},messages$h={GROQ_API_KEY:{en:props=>`found Groq API key: ${props.KEY}`,ja:props=>`Groq API キー: ${props.KEY} がみつかりました`}},creator$i={messages:messages$h,meta:{id:"@secretlint/secretlint-rule-groq",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-groq/README.md"}},create(context,options){const t=context.createTranslator(messages$h),normalizedOptions={allows:options?.allows??[]};return{file(source2){const pattern3=new RegExp("(?<!\\p{L})gsk_[a-zA-Z0-9]{52}(?![a-zA-Z0-9])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("GROQ_API_KEY",{KEY:matchString}),range})}}}}},messages$g={HUGGINGFACE_USER_ACCESS_TOKEN:{en:props=>`found Hugging Face User Access Token: ${props.TOKEN}`,ja:props=>`Hugging Face User Access Token: ${props.TOKEN} がみつかりました`}},creator$h={messages:messages$g,meta:{id:"@secretlint/secretlint-rule-huggingface",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-huggingface/README.md"}},create(context,options){const t=context.createTranslator(messages$g),normalizedOptions={allows:options?.allows??[]};return{file(source2){const pattern3=new RegExp("(?<!\\p{L})hf_[a-zA-Z]{34}(?![a-zA-Z])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("HUGGINGFACE_USER_ACCESS_TOKEN",{TOKEN:matchString}),range})}}}}},messages$f={LINEAR_API_TOKEN:{en:props=>`found linear api token: ${props.ID}`,ja:props=>`linear api token: ${props.ID} がみつかりました`}},creator$g={messages:messages$f,meta:{id:"@secretlint/secretlint-rule-linear",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-linear/README.md"}},create(context){const t=context.createTranslator(messages$f);return{file(source2){const pattern3=new RegExp("(?<!\\p{L})lin_api_[a-zA-Z0-9_]{32,128}(?![a-zA-Z0-9_])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.report({message:t("LINEAR_API_TOKEN",{ID:matchString}),range})}}}}},messages$e={NOTION_INTEGRATION_TOKEN:{en:props=>`found Notion integration token: ${props.TOKEN}`,ja:props=>`Notion integration トークン: ${props.TOKEN} がみつかりました`}};function reportIfFoundToken({source:source2,options,context,t}){const NOTION_INTEGRATION_TOKEN_PATTERN=new RegExp("(?<!\\p{L})ntn_[0-9]{11}[A-Za-z0-9]{35}(?![A-Za-z0-9])","gu"),results=source2.content.matchAll(NOTION_INTEGRATION_TOKEN_PATTERN);for(const result of results){const index=result.index??0,match=result[0]??"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("NOTION_INTEGRATION_TOKEN",{TOKEN:match}),range})}}var creator$f={messages:messages$e,meta:{id:"@secretlint/secretlint-rule-notion",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-notion/README.md"}},create(context,options){const t=context.createTranslator(messages$e),normalizedOptions={allows:options.allows??[]};return{file(source2){reportIfFoundToken({source:source2,options:normalizedOptions,context,t})}}}},messages$d={PrivateKey:{en:props=>`found private key: ${props.KEY}`,ja:props=>`秘密鍵: ${props.KEY} がみつかりました`}},PEM_CONTENT_PATTERN=/-----BEGIN[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----\n?([A-Za-z0-9+/=\s\\]{100,10000})\n?-----END[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----/gm;function validateBase64KeyContent(base64Content){return!(!/^[A-Za-z0-9+/]+=*$/.test(base64Content)||base64Content.length<100||!/^(MI|b3BlbnNzaC1rZXktdjE)/.test(base64Content))}function reportIfFoundRawPrivateKey({source:source2,options,context,t}){const results=source2.content.matchAll(PEM_CONTENT_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",base64Raw=result[1]||"",range=[index,index+match.length];if(regexpStringMatcherExports.matchPatterns(match,options.allows).length>0)continue;const base64Content=base64Raw.replace(/\s|\\n/g,"");validateBase64KeyContent(base64Content)&&context.report({message:t("PrivateKey",{KEY:match}),range})}}var creator$e={messages:messages$d,meta:{id:"@secretlint/secretlint-rule-privatekey",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-privatekey/README.md"}},create(context,options){const t=context.createTranslator(messages$d),normalizedOptions={allows:options.allows||[]};return{file(source2){reportIfFoundRawPrivateKey({source:source2,options:normalizedOptions,context,t})}}}},messages$c={SENDGRID_KEY:{en:props=>`found Sendgrid api key: ${props.KEY}`,ja:props=>`Sendgrid APIキーが見つかりました： ${props.KEY}`}};function reportIfFoundKey$3({source:source2,options,context,t}){const SENDGRID_KEY_PATTERN=new RegExp("(?<!\\p{L})SG\\.\\w{1,128}\\.\\w{1,128}([-_]?)\\w{1,128}(?!\\w)","gu"),results=source2.content.matchAll(SENDGRID_KEY_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"";if(match.length!==69)continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("SENDGRID_KEY",{KEY:match}),range})}}var creator$d={messages:messages$c,meta:{id:"@secretlint/secretlint-rule-sendgrid",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-sendgrid/README.md"}},create(context,options){const t=context.createTranslator(messages$c),normalizedOptions={allows:options.allows||[]};return{file(source2){reportIfFoundKey$3({source:source2,options:normalizedOptions,context,t})}}}},messages$b={SHOPIFY_KEY:{en:props=>`found Shopify api key: ${props.KEY}`,ja:props=>`Shopify APIキーが見つかりました： ${props.KEY}`}};function reportIfFoundKey$2({source:source2,options,context,t}){const SHOPIFY_KEY_PATTERN=new RegExp("(?<!\\p{L})(shppa|shpca|shpat|shpss)_[a-zA-Z0-9]{32,64}(?![a-zA-Z0-9])","gu"),results=source2.content.matchAll(SHOPIFY_KEY_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("SHOPIFY_KEY",{KEY:match}),range})}}var creator$c={messages:messages$b,meta:{id:"@secretlint/secretlint-rule-shopify",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-shopify/README.md"}},create(context,options){const t=context.createTranslator(messages$b),normalizedOptions={allows:options.allows||[]};return{file(source2){reportIfFoundKey$2({source:source2,options:normalizedOptions,context,t})}}}},messages$a={GITHUB_TOKEN:{en:props=>`found GitHub Token(${props.typeName}): ${props.KEY}`,ja:props=>`GitHub Token(${props.typeName})が見つかりました： ${props.KEY}`}},typeMap=new Map([["ghp","GitHub personal access tokens"],["gho","OAuth access tokens"],["ghu","GitHub user-to-server tokens"],["ghs","GitHub server-to-server tokens"],["ghr","refresh tokens"],["github_pat","fine-grained personal access tokens"]]);function reportIfFoundKey$1({pattern:pattern3,source:source2,options,context,t}){const results=source2.content.matchAll(pattern3);for(const result of results){const index=result.index||0,type=result.groups?.type,typeName=typeMap.get(type);if(!typeName)throw new Error("Unknown type:"+typeName);const match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("GITHUB_TOKEN",{KEY:match,typeName}),range})}}var creator$b={messages:messages$a,meta:{id:"@secretlint/secretlint-rule-github",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-github/README.md"}},create(context,options){const CLASSIC_GITHUB_TOKEN_PATTERN=new RegExp("(?<!\\p{L})(?<type>ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])","gu"),FINE_GRAINED_GITHUB_TOKEN_PATTERN=new RegExp("(?<!\\p{L})(?<type>github_pat)_[A-Za-z0-9_]{82}(?![A-Za-z0-9_])","gu"),patterns2=[CLASSIC_GITHUB_TOKEN_PATTERN,FINE_GRAINED_GITHUB_TOKEN_PATTERN],t=context.createTranslator(messages$a),normalizedOptions={allows:options.allows||[]};return{file(source2){for(const pattern3 of patterns2)reportIfFoundKey$1({pattern:pattern3,source:source2,options:normalizedOptions,context,t})}}}},messages$9={GITLAB_PERSONAL_ACCESS_TOKEN:{en:props=>`found GitLab Personal Access Token: ${props.KEY}`,ja:props=>`GitLab Personal Access Tokenが見つかりました: ${props.KEY}`}};function reportIfFoundKey({pattern:pattern3,source:source2,options,context,t}){const results=source2.content.matchAll(pattern3);for(const result of results){const index=result.index??0,match=result[0]??"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("GITLAB_PERSONAL_ACCESS_TOKEN",{KEY:match}),range})}}var creator$a={messages:messages$9,meta:{id:"@secretlint/secretlint-rule-gitlab",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gitlab/README.md"}},create(context,options){const patterns2=[new RegExp("(?<!\\p{L})glpat-[A-Za-z0-9_-]{20,128}(?![A-Za-z0-9_-])","gu")],t=context.createTranslator(messages$9),normalizedOptions={allows:options.allows??[]};return{file(source2){for(const pattern3 of patterns2)reportIfFoundKey({pattern:pattern3,source:source2,options:normalizedOptions,context,t})}}}},messages$8={GRAFANA_CLOUD_API_TOKEN:{en:props=>`found Grafana Cloud API token: ${props.TOKEN}`,ja:props=>`Grafana Cloud API トークン: ${props.TOKEN} がみつかりました`},GRAFANA_SERVICE_ACCOUNT_TOKEN:{en:props=>`found Grafana Service Account token: ${props.TOKEN}`,ja:props=>`Grafana Service Account トークン: ${props.TOKEN} がみつかりました`}};function reportIfFound({pattern:pattern3,messageId,source:source2,options,context,t}){const results=source2.content.matchAll(pattern3);for(const result of results){const index=result.index??0,match=result[0]??"";if(regexpStringMatcherExports.matchPatterns(match,options.allows).length>0)continue;const range=[index,index+match.length];context.report({message:t(messageId,{TOKEN:match}),range})}}var creator$9={messages:messages$8,meta:{id:"@secretlint/secretlint-rule-grafana",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-grafana/README.md"}},create(context,options){const t=context.createTranslator(messages$8),normalizedOptions={allows:options?.allows??[]},GRAFANA_CLOUD_API_TOKEN_PATTERN=new RegExp("(?<!\\p{L})glc_[A-Za-z0-9+/]{32,400}={0,2}(?![A-Za-z0-9+/=])","gu"),GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN=new RegExp("(?<!\\p{L})glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}(?![A-Fa-f0-9])","gu");return{file(source2){reportIfFound({pattern:GRAFANA_CLOUD_API_TOKEN_PATTERN,messageId:"GRAFANA_CLOUD_API_TOKEN",source:source2,options:normalizedOptions,context,t}),reportIfFound({pattern:GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN,messageId:"GRAFANA_SERVICE_ACCOUNT_TOKEN",source:source2,options:normalizedOptions,context,t})}}}},messages$7={OPS_TOKEN:{en:props=>`found 1Password Service Account token: ${props.TOKEN}`,ja:props=>`1Password Service Account: ${props.TOKEN} がみつかりました`}},is1PasswordServiceAccountToken=base64String=>{try{const jsonString=atob(base64String.replace(/-/g,"+").replace(/_/g,"/")),json2=JSON.parse(jsonString);return typeof json2=="object"&&json2!==null}catch{return!1}},creator$8={messages:messages$7,meta:{id:"@secretlint/secretlint-rule-1password",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-1password/README.md"}},create(context,options){const t=context.createTranslator(messages$7),normalizedOptions={allows:options?.allows??[]};return{file(source2){const pattern3=new RegExp("(?<!\\p{L})ops_(ey[A-Za-z0-9+/=]{100,1280}fQ={0,2})(?![A-Za-z0-9+/=])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",base64String=match[1]??"";if(!is1PasswordServiceAccountToken(base64String)||regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("OPS_TOKEN",{TOKEN:matchString}),range})}}}}},messages$6={MongoDBConnection:{en:props=>`found MongoDB connection string: ${props.URI}`,ja:props=>`MongoDB接続文字列: ${props.URI} がみつかりました`},MySQLConnection:{en:props=>`found MySQL connection string: ${props.URI}`,ja:props=>`MySQL接続文字列: ${props.URI} がみつかりました`},PostgreSQLConnection:{en:props=>`found PostgreSQL connection string: ${props.URI}`,ja:props=>`PostgreSQL接続文字列: ${props.URI} がみつかりました`}},BUILTIN_IGNORED_PATTERNS=["localhost","127.0.0.1","example.com","example.org","test.com","password","username","secret","mypassword","myusername","root","admin","user","pass","{password}","${password}","{{password}}","{username}","${username}","{{username}}","YOUR_PASSWORD","YOUR_USERNAME","REPLACE_WITH_PASSWORD"];function isVariableLikeString(str){return[/\$\{[^}]{1,50}\}/,/\{\{[^}]{1,50}\}\}/,/\{[^}]{1,50}\}/,/%[A-Z_]{1,30}%/,/\$[A-Z_]{1,30}/,/\$\([^)]{1,50}\)/].some(pattern3=>pattern3.test(str))}function isLikelyRealPassword(password){if(password.length<4||isVariableLikeString(password))return!1;const passwordLower=password.toLowerCase();return!(BUILTIN_IGNORED_PATTERNS.some(pattern3=>passwordLower===pattern3.toLowerCase())||/^(.)\1{3,}$/.test(password))}function reportMongoDBConnectionString({source:source2,options,context,t}){const MONGODB_PATTERN=/mongodb(?:\+srv)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,results=source2.content.matchAll(MONGODB_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("MongoDBConnection",{URI:match}),range})}}function reportMySQLConnectionString({source:source2,options,context,t}){const MYSQL_URI_PATTERN=/(?:jdbc:)?mysql(?:x)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,results=source2.content.matchAll(MYSQL_URI_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("MySQLConnection",{URI:match}),range})}}function reportPostgreSQLConnectionString({source:source2,options,context,t}){const POSTGRESQL_URI_PATTERN=/postgres(?:ql)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,results=source2.content.matchAll(POSTGRESQL_URI_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("PostgreSQLConnection",{URI:match}),range})}}var creator$7={messages:messages$6,meta:{id:"@secretlint/secretlint-rule-database-connection-string",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-database-connection-string/README.md"}},create(context,options){const normalizedOptions={allows:options.allows||[]},t=context.createTranslator(messages$6);return{file(source2){reportMongoDBConnectionString({source:source2,options:normalizedOptions,context,t}),reportMySQLConnectionString({source:source2,options:normalizedOptions,context,t}),reportPostgreSQLConnectionString({source:source2,options:normalizedOptions,context,t})}}}},messages$5={HASHICORP_VAULT_SERVICE_TOKEN:{en:props=>`found HashiCorp Vault service token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault service token: ${props.TOKEN} がみつかりました`},HASHICORP_VAULT_BATCH_TOKEN:{en:props=>`found HashiCorp Vault batch token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault batch token: ${props.TOKEN} がみつかりました`},HASHICORP_VAULT_RECOVERY_TOKEN:{en:props=>`found HashiCorp Vault recovery token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault recovery token: ${props.TOKEN} がみつかりました`}},serviceTokenPattern=new RegExp("(?<!\\p{L})hvs\\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])","gu"),batchTokenPattern=new RegExp("(?<!\\p{L})hvb\\.[A-Za-z0-9_-]{138,300}(?![A-Za-z0-9_-])","gu"),recoveryTokenPattern=new RegExp("(?<!\\p{L})hvr\\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])","gu"),creator$6={messages:messages$5,meta:{id:"@secretlint/secretlint-rule-hashicorp-vault",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-hashicorp-vault/README.md"}},create(context,options){const t=context.createTranslator(messages$5),normalizedOptions={allows:options?.allows??[]},reportMatches=(source2,pattern3,messageId)=>{const matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t(messageId,{TOKEN:matchString}),range})}};return{file(source2){reportMatches(source2,serviceTokenPattern,"HASHICORP_VAULT_SERVICE_TOKEN"),reportMatches(source2,batchTokenPattern,"HASHICORP_VAULT_BATCH_TOKEN"),reportMatches(source2,recoveryTokenPattern,"HASHICORP_VAULT_RECOVERY_TOKEN")}}}},messages$4={VERCEL_PERSONAL_ACCESS_TOKEN:{en:props=>`found Vercel personal access token: ${props.ID}`,ja:props=>`Vercel personal access token: ${props.ID} がみつかりました`},VERCEL_INTEGRATION_TOKEN:{en:props=>`found Vercel integration token: ${props.ID}`,ja:props=>`Vercel integration token: ${props.ID} がみつかりました`},VERCEL_APP_ACCESS_TOKEN:{en:props=>`found Vercel app access token: ${props.ID}`,ja:props=>`Vercel app access token: ${props.ID} がみつかりました`},VERCEL_APP_REFRESH_TOKEN:{en:props=>`found Vercel app refresh token: ${props.ID}`,ja:props=>`Vercel app refresh token: ${props.ID} がみつかりました`},VERCEL_AI_GATEWAY_API_KEY:{en:props=>`found Vercel AI Gateway API key: ${props.ID}`,ja:props=>`Vercel AI Gateway API key: ${props.ID} がみつかりました`}},prefixToMessageId={vcp:"VERCEL_PERSONAL_ACCESS_TOKEN",vci:"VERCEL_INTEGRATION_TOKEN",vca:"VERCEL_APP_ACCESS_TOKEN",vcr:"VERCEL_APP_REFRESH_TOKEN",vck:"VERCEL_AI_GATEWAY_API_KEY"},creator$5={messages:messages$4,meta:{id:"@secretlint/secretlint-rule-vercel",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-vercel/README.md"}},create(context,options){const t=context.createTranslator(messages$4),normalizedOptions={allows:options?.allows??[]};return{file(source2){const pattern3=new RegExp("(?<!\\p{L})(?<prefix>vcp|vci|vca|vcr|vck)_[A-Za-z0-9]{20,60}(?![A-Za-z0-9])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",prefix3=match.groups?.prefix,messageId=prefixToMessageId[prefix3];if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t(messageId,{ID:matchString}),range})}}}}},messages$3={DATABRICKS_PERSONAL_ACCESS_TOKEN:{en:props=>`found Databricks personal access token: ${props.ID}`,ja:props=>`Databricks personal access token: ${props.ID} がみつかりました`}},creator$4={messages:messages$3,meta:{id:"@secretlint/secretlint-rule-databricks",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-databricks/README.md"}},create(context,options){const t=context.createTranslator(messages$3),normalizedOptions={allows:options?.allows??[]};return{file(source2){const pattern3=new RegExp("(?<!\\p{L})dapi[A-Fa-f0-9]{32}(?:-[0-9])?(?![A-Fa-f0-9])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("DATABRICKS_PERSONAL_ACCESS_TOKEN",{ID:matchString}),range})}}}}},messages$2={DOCKER_PERSONAL_ACCESS_TOKEN:{en:props=>`found Docker Personal Access Token: ${props.TOKEN}`,ja:props=>`Docker Personal Access Token: ${props.TOKEN} がみつかりました`}};function reportIfFoundDockerPAT({source:source2,options,context,t}){const DOCKER_PAT_PATTERN=new RegExp("(?<!\\p{L})dckr_pat_[a-zA-Z0-9_-]{27}(?![a-zA-Z0-9_-])","gu"),results=source2.content.matchAll(DOCKER_PAT_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("DOCKER_PERSONAL_ACCESS_TOKEN",{TOKEN:match}),range})}}var creator$3={messages:messages$2,meta:{id:"@secretlint/secretlint-rule-docker",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-docker/README.md"}},create(context,options){const t=context.createTranslator(messages$2),normalizedOptions={allows:options.allows||[]};return{file(source2){reportIfFoundDockerPAT({source:source2,options:normalizedOptions,context,t})}}}},messages$1={FIGMA_PERSONAL_ACCESS_TOKEN:{en:props=>`found Figma Personal Access Token: ${props.ID}`,ja:props=>`Figma Personal Access Token: ${props.ID} がみつかりました`}},creator$2={messages:messages$1,meta:{id:"@secretlint/secretlint-rule-figma",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-figma/README.md"}},create(context,options){const t=context.createTranslator(messages$1),normalizedOptions={allows:options?.allows??[]};return{file(source2){const pattern3=new RegExp("(?<!\\p{L})figd_[A-Za-z0-9_-]{40,200}(?![A-Za-z0-9_-])","gu"),matches2=source2.content.matchAll(pattern3);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("FIGMA_PERSONAL_ACCESS_TOKEN",{ID:matchString}),range})}}}}},HTML_COMMENT_REGEXP=/(?<type>secretlint-(?:disable-next-line|disable-line|disable|enable))(?<options>.*)/g,parseComments=source2=>{const matches2=source2.content.matchAll(HTML_COMMENT_REGEXP);return Array.from(matches2).map(match=>{const type=match.groups?.type,index=match.index;return type==="secretlint-disable-line"?{type,options:parseComment(match.groups?.options),line:source2.indexToPosition(index).line}:type==="secretlint-disable-next-line"?{type,options:parseComment(match.groups?.options),line:source2.indexToPosition(index).line+1}:{type,options:parseComment(match.groups?.options),index}})};function parseComment(options){if(!options)return[];const commentStart=options.indexOf("--");return(commentStart===-1?options:options.slice(0,commentStart)).split(/,/).map(arg=>arg.trim()).filter(arg=>arg!=="")??[]}var CommentState=class{source;reportingConfig;endIndex;constructor(source2){this.source=source2,this.reportingConfig=[],this.endIndex=source2.content.length}getIgnoringMessages(){const isFilledMessage=message=>message.startIndex!==null&&message.endIndex!==null&&message.ruleId!==null;return this.reportingConfig.map(reporting=>(reporting.endIndex===null&&(reporting.endIndex=this.endIndex),reporting)).filter(isFilledMessage)}disableLine(lineNumber,rulesToDisable){const reportingConfig=this.reportingConfig,range=this.source.locationToRange({start:{line:lineNumber,column:0},end:{line:lineNumber+1,column:0}});rulesToDisable.length?rulesToDisable.forEach(ruleId=>{reportingConfig.push({startIndex:range[0],endIndex:range[1]-1,ruleId})}):reportingConfig.push({startIndex:range[0],endIndex:range[1]-1,ruleId:"*"})}disableReporting(startIndex,rulesToDisable){const reportingConfig=this.reportingConfig;rulesToDisable.length?rulesToDisable.forEach(function(ruleId){reportingConfig.push({startIndex,endIndex:null,ruleId})}):reportingConfig.push({startIndex,endIndex:null,ruleId:"*"})}enableReporting(endIndex,rulesToEnable){const reportingConfig=this.reportingConfig;if(rulesToEnable.length)rulesToEnable.forEach(function(ruleId){for(let i=reportingConfig.length-1;i>=0;i--)if(!reportingConfig[i].endIndex&&reportingConfig[i].ruleId===ruleId){reportingConfig[i].endIndex=endIndex;break}});else{let prevStart;for(let i=reportingConfig.length-1;i>=0&&!(prevStart&&prevStart!==reportingConfig[i].startIndex);i--)reportingConfig[i].endIndex||(reportingConfig[i].endIndex=endIndex,prevStart=reportingConfig[i].startIndex)}}},messages={IGNORE_MESSAGE:{en:()=>"disable by secretlint-disable comment"}},creator$1={messages,meta:{id:"@secretlint/secretlint-rule-filter-comments",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-filter-comments/README.md"}},create(context){const t=context.createTranslator(messages);return{file(source2){const state=new CommentState(source2),comments3=parseComments(source2);for(const comment of comments3)comment.type==="secretlint-disable"?state.disableReporting(comment.index,comment.options):comment.type==="secretlint-enable"?state.enableReporting(comment.index,comment.options):(comment.type==="secretlint-disable-line"||comment.type==="secretlint-disable-next-line")&&state.disableLine(comment.line,comment.options);state.getIgnoringMessages().forEach(message=>{context.ignore({message:t("IGNORE_MESSAGE"),range:[message.startIndex,message.endIndex],targetRuleId:message.ruleId})})}}}},rules=[creator$p,creator$o,creator$e,creator$n,creator$l,creator$m,creator$d,creator$c,creator$b,creator$a,creator$9,creator$k,creator$j,creator$i,creator$h,creator$g,creator$f,creator$8,creator$7,creator$6,creator$5,creator$4,creator$3,creator$2,creator$1];
// src/curation/find-secrets.ts
var scanners = rules.filter(
  ({ meta }) => !meta.id.endsWith("-filter-comments")
);
var harmless = /* @__PURE__ */ new Set(["AWSAccountID"]);
function privateKeys(text2) {
  const begins = text2.matchAll(/-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----/g);
  return [...begins].flatMap(({ index, 0: begin }) => {
    const start = index + begin.length;
    const [block = ""] = text2.slice(start, start + 1e3).split("-----", 1);
    const isKey = block.split("\n").some((line) => /^[\s>]*[A-Za-z0-9+/=]{40,}\s*$/.test(line));
    return isKey ? [{ kind: "privatekey", offset: index }] : [];
  });
}
function findSecrets(text2) {
  const found = new Map(
    privateKeys(text2).map((secret2) => [`${secret2.kind} ${secret2.offset}`, secret2])
  );
  for (const scanner of scanners) {
    const kind = scanner.meta.id.replace("@secretlint/secretlint-rule-", "");
    const context = {
      createTranslator: () => (id) => id,
      report: ({ message, range }) => {
        const secret2 = { kind, offset: range[0] };
        if (!harmless.has(message)) found.set(`${kind} ${secret2.offset}`, secret2);
      }
    };
    scanner.create(context, { enableIDScanRule: true }).file({ content: text2, filePath: "text.md", ext: ".md", contentType: "text" });
  }
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

// src/curation/rules/secret.ts
var remedy = "Take it out and revoke it; where it is a mere example, write one that no scanner takes for real.";
var secret = {
  id: "secret",
  severity: "error",
  about: "A text holds no private key, and no token or password of a known form.",
  check(draft) {
    const inTitle = findSecrets(draft.title).map(({ kind }) => ({
      message: `The title seems to hold a secret (${kind}), expected none.`,
      remedy
    }));
    const inTexts = textsOf(draft).flatMap(
      ({ name, text: text2 }) => findSecrets(text2).map(({ kind, offset }) => ({
        at: { field: name, offset },
        // The secret itself stays out of logs and comments.
        message: `The ${name} seems to hold a secret (${kind}), expected none.`,
        remedy
      }))
    );
    return [...inTitle, ...inTexts];
  }
};

// src/curation/rules/tags.ts
var noTags = {
  id: "no-tags",
  severity: "error",
  fixed: true,
  about: "A source has at least one tag.",
  check({ tags: tags5, tagsPlace }) {
    if (tags5.length > 0) return null;
    return {
      place: tagsPlace ?? null,
      message: "The source has no tags, expected at least one.",
      remedy: "Add `tags:` to the front matter, or set `defaults.tags` in the configuration."
    };
  }
};
var limits = { article: 4, question: 5 };
var tooManyTags = {
  id: "too-many-tags",
  severity: "error",
  fixed: true,
  about: `An article has at most ${limits.article} tags, a question ${limits.question}.`,
  check({ kind, tags: tags5, tagsPlace }) {
    const limit = limits[kind];
    if (tags5.length <= limit) return null;
    return {
      place: tagsPlace ?? null,
      message: `The source has ${tags5.length} tags, expected at most ${limit} for ${aPost[kind]}.`,
      remedy: `Remove at least ${tags5.length - limit} of the tags.`
    };
  }
};
var longest2 = 35;
var badTag = {
  id: "bad-tag",
  severity: "error",
  about: `A tag is made of a-z, 0-9, \`+\`, \`#\`, \`-\` and \`.\`, and has at most ${longest2} characters.`,
  check({ tags: tags5, tagsPlace }) {
    return tags5.filter((tag2) => !isTag(tag2)).map((tag2) => {
      const proposal = spell(tag2);
      return {
        place: tagsPlace ?? null,
        message: `The tag ${quoted(tag2)} is not allowed, expected up to ${longest2} of a-z, 0-9, \`+\`, \`#\`, \`-\`, \`.\`.`,
        remedy: proposal === null ? "Choose another tag." : `Write \`${proposal}\`.`
      };
    });
  }
};
function isTag(text2) {
  return text2.length <= longest2 && /^[a-z0-9+#.-]+$/.test(text2);
}
function spell(tag2) {
  const spelled = tag2.slice(0, 200).normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), "").toLowerCase().replace(/ß/g, "ss").replace(/[\s_/:]+/g, "-").replace(/[^a-z0-9+#.-]/g, "").slice(0, longest2).replace(/^-+|-+$/g, "");
  return isTag(spelled) ? spelled : null;
}

// src/curation/rules/title-length.ts
var most2 = 150;
var least2 = 15;
var emptyTitle = {
  id: "empty-title",
  severity: "error",
  fixed: true,
  about: "A source has a title that shows something.",
  check({ title: title3 }) {
    if (visibleText(title3) !== "") return null;
    return {
      message: "The source has no title, expected one in its front matter or a level-1 heading.",
      remedy: "Add `title:` to the front matter, or a level-1 heading with text."
    };
  }
};
var titleTooLong = {
  id: "title-too-long",
  severity: "error",
  fixed: true,
  about: `A title has at most ${most2} characters.`,
  check({ title: { length } }) {
    if (length <= most2) return null;
    return {
      message: `The title has ${length} characters, expected at most ${most2}.`,
      remedy: `Shorten the title by ${length - most2} characters.`
    };
  }
};
var titleTooShort = {
  id: "title-too-short",
  severity: "warning",
  about: `A title has at least ${least2} characters; some sites refuse a shorter one.`,
  check({ title: title3 }) {
    const { length } = visibleText(title3);
    if (length === 0 || length >= least2) return null;
    return {
      message: `The title has ${length} characters, expected at least ${least2}.`,
      remedy: "Write a title that tells what the text is about."
    };
  }
};

// src/curation/rules/unreadable-markdown.ts
var unreadableMarkdown = {
  id: "unreadable-markdown",
  severity: "error",
  about: "A text can be parsed in time: it is not nested hundreds of levels deep, and has no thousands of links or brackets in one paragraph, nor tens of thousands of lists or cells.",
  check(draft, context) {
    return context.texts(draft).filter(({ tree, text: text2 }) => tree === null && text2.length <= mostCharacters[draft.kind]).map(({ name }) => ({
      message: `The Markdown of the ${name} takes too long to be checked, expected no deep nesting, and no thousands of links or cells.`,
      remedy: "Split the text, and take out nested quotes and lists."
    }));
  }
};

// src/curation/rules.ts
var draftRules = [
  badTag,
  bodyTooShort,
  dataImage,
  diagram,
  disableComment,
  duplicateId,
  duplicateTitle,
  emptyBody,
  emptyTitle,
  foreignSyntax,
  hiddenText,
  htmlElement,
  htmlTable,
  imageHost,
  imageMissing,
  imageTooBig,
  imageType,
  internalAddress,
  machineTitle,
  math,
  mention,
  noTags,
  onlyHeading,
  placeholder,
  recurringText,
  relativeImage,
  secret,
  similarText,
  titleTooLong,
  titleTooShort,
  tooManyTags,
  unreadableMarkdown
];
var ruleInfos = [...draftRules, ...dialectRules, ...sourceRules].sort(
  (a, b) => a.id < b.id ? -1 : 1
);

// src/curation/disabled-by.ts
var varying = /* @__PURE__ */ new Set([
  "image-unavailable",
  ...draftRules.flatMap(({ id, varies }) => varies ? [id] : [])
]);
function disabledBy(draft, findings, texts = () => parsedTexts(draft)) {
  if (!textsOf(draft).some(({ text: text2 }) => text2.includes("stack-publish-disable")))
    return { left: findings, idle: [] };
  const comments3 = texts().flatMap(
    ({ name: field, text: text2, tree }) => tree === null ? [] : disableComments(text2, tree).map((comment) => ({ ...comment, field }))
  );
  const usable = Map.groupBy(comments3.filter(isUsable), ({ rule: rule2 }) => rule2);
  const used = /* @__PURE__ */ new Set();
  const left3 = findings.filter(({ rule: rule2, at }) => {
    const passing = canBeDisabled(rule2) ? (usable.get(rule2) ?? []).filter((comment) => covers(comment, at)) : [];
    for (const comment of passing) used.add(comment);
    return passing.length === 0;
  });
  const placeOf2 = placesOf(draft);
  const idle = [...usable.values()].flat().flatMap((comment) => {
    if (used.has(comment) || varying.has(comment.rule)) return [];
    const at = { field: comment.field, offset: comment.start };
    return [
      {
        rule: "disable-comment",
        severity: "warning",
        source: draft.key,
        provenance: draft.provenance,
        place: placeOf2(at) ?? draft.place,
        at,
        message: `The comment lets nothing pass: \`${comment.rule}\` finds nothing in the block behind it, or in its line.`,
        remedy: "Take it out, or move it right before the place that it is for."
      }
    ];
  });
  return { left: left3, idle };
}
function covers({ field, scope, isFirst }, at) {
  if (at === void 0) return isFirst;
  return at.field === field && at.offset >= scope.start && at.offset < scope.end;
}

// src/curation/curate.ts
function curate(drafts, options) {
  const context = curationContext(
    drafts,
    options.known,
    options.recorded ?? /* @__PURE__ */ new Map(),
    options.repository
  );
  const findings = drafts.flatMap((draft) => {
    const placeOf2 = placesOf(draft);
    const found = draftRules.flatMap(
      (rule2) => [rule2.check(draft, context) ?? []].flat().map(({ at, place, severity, message, remedy: remedy2 }) => ({
        rule: rule2.id,
        severity: severity ?? rule2.severity,
        source: draft.key,
        provenance: draft.provenance,
        place: (at ? placeOf2(at) : place) ?? draft.place,
        ...at && { at },
        message,
        remedy: remedy2
      }))
    );
    const all5 = [...found, ...options.composed?.(draft) ?? []];
    const { left: left3, idle } = disabledBy(draft, all5, () => context.texts(draft));
    const byRule = Map.groupBy([...left3, ...idle], ({ rule: rule2 }) => rule2);
    return [...byRule.values()].flatMap(listed);
  });
  return applySeverity(findings, options.rules);
}

// src/planning/follow-titles.ts
function followTitles(questions, records) {
  const moves = /* @__PURE__ */ new Map();
  if (questions.length === 0) return moves;
  const present = new Set(questions.map(({ key }) => key));
  const settled = new Set(
    questions.filter(({ key, title: title3 }) => records[key]?.title === title3).map(({ key }) => key)
  );
  const left3 = Object.entries(records).filter(
    ([key, { kind }]) => kind === "question" && !settled.has(key)
  );
  const byTitle = Map.groupBy(left3, ([, { provenance, title: title3 }]) => nameOf2(provenance, title3));
  for (const question of questions) {
    const { key, title: title3, provenance } = question;
    if (settled.has(key)) continue;
    const stays = isPinned(key) && Object.hasOwn(records, key);
    const found = (byTitle.get(nameOf2(provenance, title3)) ?? []).filter(([other, { text: text2 }]) => {
      const pinned = stays || isPinned(other) && present.has(other);
      return !pinned || text2 === textOf2(question);
    });
    if (found.length > 0)
      moves.set(
        key,
        found.map(([other]) => other)
      );
  }
  return moves;
}
function displacedFinding(draft, title3) {
  const { key, provenance, place } = draft;
  return {
    rule: "same-anchor",
    severity: "error",
    source: key,
    provenance,
    place,
    message: `The key ${JSON.stringify(key)} has the post of the question ${JSON.stringify(title3)}, expected a key of its own.`,
    remedy: "Write `<!-- stack-publish-id: NAME -->` with a new name under the heading, or publish the other questions of the file first."
  };
}
function nameOf2(provenance, title3) {
  return JSON.stringify([provenance && provenanceText(provenance), title3]);
}
function isPinned(key) {
  const { base, question } = parseSourceKey(key);
  return base.kind === "id" && question === null;
}
function textOf2({ body, answer }) {
  return body === void 0 ? void 0 : textDigest({ body, answer: answer ?? null });
}

// src/composing/box-lines.ts
var marks = /^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*/;
function boxLines({ text: text2, nodes }) {
  const code2 = nodes.flatMap(
    (node) => node.type === "code" || node.type === "html" ? {
      start: startOf(node),
      end: endOf(node),
      // Other HTML ends with a blank line, and takes what closes a box in.
      isVerbatim: node.type === "code" || /^<(?:[!?]|(?:pre|script|style|textarea)\b)/i.test(sliceOf(text2, node))
    } : []
  );
  const verbatim = /* @__PURE__ */ new Set();
  const lines = [];
  let [at, next] = [0, 0];
  for (const whole of text2.split("\n")) {
    const own = whole.replace(/\r$/, "");
    const before3 = marks.exec(own)?.[0] ?? "";
    const start = at;
    while (next < code2.length && (code2[next]?.end ?? 0) <= start) next += 1;
    const around2 = code2[next];
    const isCode = around2 !== void 0 && around2.start < start + own.length;
    const line = {
      start,
      end: start + own.length,
      text: own,
      prefix: before3.replace(/[^\s>]/g, " "),
      at: start + before3.length,
      mark: own.slice(before3.length).trimEnd(),
      isCode,
      depth: 1
    };
    if (isCode && around2.isVerbatim) verbatim.add(line);
    lines.push(line);
    at += whole.length + 1;
  }
  if (text2.includes(":::")) closeFences(lines, verbatim);
  return lines;
}
function within(line, prefix3) {
  if (line.startsWith(prefix3)) return line.slice(prefix3.length);
  if (line.trim() === "") return prefix3.includes(">") ? null : "";
  return line.trimEnd() === prefix3.trimEnd() ? "" : null;
}
function closeFences(lines, verbatim) {
  const opened = /* @__PURE__ */ new Map();
  for (const [number2, line] of lines.entries()) {
    if (verbatim.has(line)) continue;
    for (const prefix3 of opened.keys())
      if (within(line.text, prefix3) === null) opened.delete(prefix3);
    const [, colons = "", rest = ""] = /^(:{3,})(.*)$/.exec(line.mark) ?? [];
    if (colons === "") continue;
    const open = opened.get(line.prefix) ?? { stack: [], byMarks: /* @__PURE__ */ new Map() };
    opened.set(line.prefix, open);
    const count = colons.length;
    if (rest !== "") {
      if (line.isCode) continue;
      const same = open.byMarks.get(count) ?? [];
      same.push(open.stack.length);
      open.byMarks.set(count, same);
      open.stack.push({ line, marks: count });
    } else close(open, count, number2);
  }
}
function close({ stack, byMarks }, count, number2) {
  const top = stack.at(-1);
  const index = byMarks.get(count)?.at(-1) ?? (top && top.marks < count ? stack.length - 1 : -1);
  if (index < 0) return;
  let depth = 0;
  while (stack.length > index) {
    const last = stack.pop();
    if (!last) return;
    byMarks.get(last.marks)?.pop();
    depth = Math.max(depth, last.line.depth);
    if (stack.length === index) last.line.closedBy = number2;
  }
  const parent = stack.at(-1);
  if (parent) parent.line.depth = Math.max(parent.line.depth, depth + 1);
}

// src/composing/constructs/admonitions.ts
var indented = /^(?:!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)(?:[ \t]+(.*))?$/;
var fenced = /^:{3,}[ \t]*(?:\{([^{}]*)\}|([A-Za-z][\w-]*))(.*)$/;
var bracketed = /^\[(.*)\][ \t]*(?:\{[^{}]*\})?$/;
var behind = /^(?:\{([^{}]*)\})?(?:[ \t]+(\S.*?))?$/;
var titled = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/;
var foreign = /^[ \t]*(?:=== |--8<--|<<<|\{[%{<]|@\[|\\?<[A-Z])/;
var deepest = 3;
var admonitions = function* admonitions2(page) {
  const { text: text2 } = page;
  if (!/!!!|\?\?\?|:::/.test(text2)) return;
  const newline = text2.includes("\r\n") ? "\r\n" : "\n";
  const lines = boxLines(page);
  for (let n = 0; n < lines.length; n += 1) {
    const box2 = boxAt(lines, n);
    if (box2 === null) continue;
    const why = box2.isOpen ? "open" : box2.isDeep || isForeign(lines, box2) ? "foreign" : null;
    if (why !== null) yield { start: box2.at, end: box2.at, remark: left2(why) };
    else yield* quoteOf(lines, box2, newline);
    n = box2.last;
  }
};
function boxAt(lines, n) {
  const line = lines[n];
  if (!line || line.isCode) return null;
  const { prefix: prefix3, at, mark: mark5 } = line;
  const found = indented.exec(mark5);
  if (found) {
    const [, kind = "", words2 = ""] = found;
    const { to, depth } = indentedBody(lines, n);
    if (to === n) return null;
    const title4 = indentedTitle(words2) ?? named(kind);
    const place2 = { at, first: n, last: to, body: { from: n + 1, to }, prefix: prefix3 };
    return { ...place2, title: title4, isIndented: true, isOpen: false, isDeep: depth > deepest };
  }
  const title3 = fencedTitle(mark5);
  if (title3 === null) return null;
  const close2 = line.closedBy ?? null;
  const last = close2 ?? n;
  const place = { at, first: n, last, body: { from: n + 1, to: last - 1 }, prefix: prefix3 };
  const isDeep = line.depth > deepest;
  return { ...place, title: title3, isIndented: false, isOpen: close2 === null, isDeep };
}
function indentedBody(lines, n) {
  const prefix3 = lines[n]?.prefix ?? "";
  let [to, depth] = [n, 1];
  for (let next = n + 1; next < lines.length; next += 1) {
    const content = within(lines[next]?.text ?? "", prefix3);
    if (content === null) break;
    if (content.trim() === "") continue;
    if (!/^(?: {4}|\t)/.test(content)) break;
    to = next;
    const blanks = /^[ \t]*(?=!!!|\?\?\?)/.exec(content)?.[0].replaceAll("	", "    ");
    if (blanks !== void 0) depth = Math.max(depth, 1 + Math.floor(blanks.length / 4));
  }
  return { to, depth };
}
function indentedTitle(words2) {
  const [, title3] = /"(.*)"$/.exec(words2) ?? [];
  if (title3 !== void 0) return title3.replaceAll('\\"', '"');
  const others4 = words2.split(/[ \t]+/).filter((word) => !/^(?:inline|end|annotate)?$/.test(word));
  return others4.length > 0 ? others4.join(" ") : null;
}
function fencedTitle(mark5) {
  const [, braces, plain, rest = ""] = fenced.exec(mark5) ?? [];
  const kind = admonitionType(plain, braces);
  if (kind === null) return null;
  const inBrackets = bracketed.exec(rest)?.[1];
  if (inBrackets !== void 0) return inBrackets;
  const [whole, attributes3 = "", words2] = behind.exec(rest) ?? [];
  if (whole === void 0) return null;
  const [, double, single] = titled.exec(braces ?? attributes3) ?? [];
  return double ?? single ?? words2?.replace(/[ \t]*:+$/, "") ?? named(kind);
}
function named(kind) {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}
function isForeign(lines, { body, prefix: prefix3, isIndented }) {
  let fence2 = "";
  for (let n = body.from; n <= body.to; n += 1) {
    const content = (within(lines[n]?.text ?? "", prefix3) ?? "").slice(isIndented ? 4 : 0);
    const marks2 = /^[ \t>]*(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence2 === "") {
      if (marks2 !== void 0) fence2 = marks2;
      else if (foreign.test(content)) return true;
      else if (/^:{3,}[ \t]*[^\s:]/.test(content) && fencedTitle(content.trimEnd()) === null)
        return true;
    } else if (marks2?.startsWith(fence2)) fence2 = "";
  }
  return false;
}
function* quoteOf(lines, box2, newline) {
  const { at, first, last, prefix: prefix3, isIndented } = box2;
  const [head, end2] = [lines[first], lines[last]];
  if (!head || !end2) return;
  const contentOf = (n) => within(lines[n]?.text ?? "", prefix3) ?? "";
  let { from, to } = box2.body;
  while (from <= to && contentOf(from).trim() === "") from += 1;
  while (from <= to && contentOf(to).trim() === "") to -= 1;
  const isEmpty = from > to;
  const blank2 = prefix3.trimEnd();
  const isAfterQuote = within(lines[first - 1]?.text ?? "", prefix3)?.startsWith(">") === true;
  if (isAfterQuote && at === head.start + prefix3.length)
    yield { start: head.start, end: head.start, by: `${blank2}${newline}` };
  const title3 = box2.title.trim();
  const start = lines[from]?.start ?? head.end;
  if (title3 !== "" || isEmpty) {
    const by2 = `> **${title3 || "Note"}**${isEmpty ? "" : `${newline}${prefix3}>`}`;
    yield { start: at, end: head.end, by: by2 };
    const before3 = lines[from - 1];
    if (!isEmpty && before3 && before3 !== head) yield { start: head.end, end: before3.end, by: "" };
  } else yield { start: at, end: start + prefix3.length, by: "" };
  for (let n = from; n <= to; n += 1) {
    const line = lines[n];
    if (!line) continue;
    const content = contentOf(n);
    if (content.trim() === "") yield { start: line.start, end: line.end, by: `${prefix3}>` };
    else {
      const cut = isIndented ? /^(?: {4}|\t)/.exec(content)?.[0].length ?? 0 : 0;
      const text2 = line.start + prefix3.length;
      yield { start: text2, end: text2 + cut, by: "> " };
    }
  }
  const tail = isEmpty ? head.end : lines[to]?.end ?? head.end;
  const next = within(lines[last + 1]?.text ?? "", prefix3);
  const isJoining2 = next !== null && next.trim() !== "";
  const by = isJoining2 ? `${newline}${blank2}` : "";
  if (by !== "" || tail < end2.end) yield { start: tail, end: end2.end, by };
}
function left2(why) {
  return {
    rule: "admonition",
    message: why === "open" ? "Nothing closes this box of another tool, so that its marks stay as text." : "This box of another tool holds what only that tool reads, or too many others, so that its marks stay as text.",
    remedy: "Write a quote with a bold title, as `> **Note**`."
  };
}

// src/composing/constructs/alerts.ts
var mark = /\[!(note|tip|important|warning|caution)\][ \t]*(?=\r?\n|$)(?<more>\r?\n)?/iy;
var alerts = function* alerts2({ text: text2, tree }) {
  for (const node of tree.children) {
    if (node.type !== "blockquote") continue;
    const [first] = node.children;
    if (first?.type !== "paragraph") continue;
    mark.lastIndex = startOf(first);
    const found = mark.exec(text2);
    if (!found) continue;
    const { 0: whole, 1: kind = "", index, groups } = found;
    const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
    const end2 = index + whole.trimEnd().length;
    const isAlone = first.position?.end.offset === end2;
    const padding = whole.length - (groups?.["more"]?.length ?? 0);
    yield { start: index, end: index + padding, by: `**${name}**${isAlone ? "" : "  "}` };
  }
};

// src/composing/constructs/autolinks.ts
var address3 = /(?<![^\s*_~(])www\.[^\s<]*/gi;
var email = /(?<![\w.+/:@-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,20}(?![\w-])/gi;
var host = /^www(?:\.[\p{L}\p{M}\p{N}_-]+)+\.?$/iu;
var autolinks = function* autolinks2({ text: text2, words: { outsideLinks } }) {
  if (/www\./i.test(text2))
    for (const { found, start } of matchesIn(text2, outsideLinks, address3)) {
      const written2 = trimmed(found[0]);
      if (!isHost(/^[^/?#:]*/.exec(written2)?.[0] ?? "")) continue;
      const label = written2.replace(/[[\]]/g, "\\$&");
      const by = `[${label}](https://${inLink(written2)})`;
      yield { start, end: start + written2.length, by };
    }
  if (text2.includes("@")) {
    for (const { found, start, end: end2 } of matchesIn(text2, outsideLinks, email))
      if (isShown(found[0])) yield { start, end: end2, by: `<${found[0]}>` };
  }
};
function isHost(name) {
  return host.test(name) && !/_[^.]*(?:\.[^.]*)?$/.test(name);
}
function isShown(found) {
  return !/[@.]-|-\./.test(found) && /\.[a-z]+$/i.test(found);
}
function trimmed(found) {
  let end2 = found.length;
  let surplus = 0;
  for (const bracket of found) surplus += bracket === ")" ? 1 : bracket === "(" ? -1 : 0;
  for (; ; ) {
    const last = found[end2 - 1] ?? "";
    if (/[?!.,:*_~'"]/.test(last)) end2 -= 1;
    else if (last === ")" && surplus > 0) {
      end2 -= 1;
      surplus -= 1;
    } else if (last === ";") {
      const entity = /&[a-z\d]{1,40};$/i.exec(found.slice(Math.max(0, end2 - 42), end2));
      if (!entity) return found.slice(0, end2);
      end2 -= entity[0].length;
    } else return found.slice(0, end2);
  }
}

// src/composing/constructs/comments.ts
var language = /^<!--\s*language(?:-all)?:/i;
var separator = "<!-- -->";
var comments = function* comments2(page) {
  const { text: text2, tree } = page;
  if (!text2.includes("<!-")) return;
  for (const { start, comment } of commentsIn(text2, tree)) {
    if (language.test(comment)) continue;
    const end2 = start + comment.length;
    if (parts(page, start, end2)) {
      if (comment !== separator) yield { start, end: end2, by: separator };
      continue;
    }
    yield { ...widened(text2, start, end2), by: "" };
  }
};
function widened(text2, start, end2) {
  const line = lineStart(text2, start);
  const before3 = text2.slice(line, start);
  const next = lineAfter(text2, end2);
  if (before3.trim() === "" && text2.slice(end2, next).trim() === "") {
    const isParted = line === 0 || /\n[ \t]*\r?\n$/.test(text2.slice(Math.max(0, line - 200), line));
    return { start: line, end: isParted ? skipBlankLines(text2, next) : next };
  }
  const isDouble = /^[ \t]?$/.test(before3.slice(-1)) && /[ \t]/.test(text2[end2] ?? "");
  return { start, end: isDouble ? end2 + 1 : end2 };
}
function parts({ text: text2, tree }, start, end2) {
  const index = tree.children.findIndex(
    (node) => node.type === "html" && startOf(node) === start && endOf(node) >= end2
  );
  const [previous, next] = [tree.children[index - 1], tree.children[index + 1]];
  if (index === -1 || !previous || !next) return false;
  const isCode = next.type === "code" && !/^[ \t]{0,3}[`~]/.test(text2.slice(startOf(next)));
  return isJoining(previous) && (next.type === previous.type || isCode);
}
function isJoining({ type }) {
  return type === "list" || type === "blockquote";
}

// src/composing/constructs/details.ts
var details = function* details2(page) {
  const { text: text2, nodes } = page;
  if (!/<details/i.test(text2)) return;
  const tags5 = htmlTags(text2, nodes).filter(({ name }) => name === "details" || name === "summary");
  const closed = closedBy(tags5);
  const blocks3 = nodes.filter(({ type }) => type === "html");
  const newline = text2.includes("\r\n") ? "\r\n" : "\n";
  let block = 0;
  let last = -1;
  for (const [index, open] of tags5.entries()) {
    while (endOf(blocks3[block] ?? page.tree) < open.end && block < blocks3.length) block += 1;
    const close2 = closed.get(open);
    const summary = close2 && summaryBehind(text2, tags5, index);
    if (!close2 || !summary) continue;
    const start = startOf(blocks3[block] ?? page.tree);
    if (open.isInline) yield* inLine(text2, open, close2, summary);
    else {
      const at = { text: text2, newline, prefix: linePrefix(text2, start), isFirst: start === open.start };
      yield* title(at, open, summary, last);
      yield* end(at, close2);
      last = summary.end;
    }
  }
};
function closedBy(tags5) {
  const closed = /* @__PURE__ */ new Map();
  const open = [];
  for (const tag2 of tags5) {
    if (tag2.name !== "details") continue;
    if (tag2.isInline && tag2.partner) {
      if (!tag2.isEnd) closed.set(tag2, tag2.partner);
    } else if (tag2.isEnd) {
      const begun = open.pop();
      if (begun) closed.set(begun, tag2);
    } else if (!tag2.isInline) open.push(tag2);
  }
  return closed;
}
function summaryBehind(text2, tags5, index) {
  const [open, summary, close2] = tags5.slice(index, index + 3);
  if (!open) return null;
  if (summary?.name !== "summary" || summary.isEnd || summary.isInline !== open.isInline)
    return { words: "Details", end: open.end };
  if (close2?.name !== "summary" || !close2.isEnd) return null;
  const words2 = text2.slice(summary.end, close2.start).replace(/\s*\n[ \t>]*/g, " ").replace(/<\/?(?:b|strong|big|h[1-6]|p|div|center)\b[^<>]*>/gi, "").replace(/\*\*|__|^\s*#{1,6}(?=\s)/g, "").replace(/\s+/g, " ").trim();
  return { words: words2 || "Details", end: close2.end };
}
function* inLine(text2, open, close2, { words: words2, end: end2 }) {
  const blanks = /^[ \t]*/.exec(text2.slice(end2))?.[0].length ?? 0;
  yield { start: open.start, end: end2 + blanks, by: `**${words2}**<br>` };
  yield { start: close2.start, end: close2.end, by: "" };
}
function* title(at, open, { words: words2, end: end2 }, last) {
  const { text: text2, newline, prefix: prefix3, isFirst } = at;
  const blank2 = prefix3.trimEnd();
  const line = lineStart(text2, open.start);
  const before3 = text2.slice(line, open.start);
  const isApart = last !== -1 && text2.slice(last, open.start).trim() === "";
  const begins = /^[ \t>]*$/.test(before3);
  if (!isApart && begins && line > 0 && !isBlank(text2, lineStart(text2, line - 1)))
    yield { start: line, end: line, by: `${blank2}${newline}` };
  const gap = `${newline}${blank2}${newline}${prefix3}`;
  const start = isApart || isFirst || begins ? "" : gap;
  const rest = /^[ \t]*/.exec(text2.slice(end2))?.[0].length ?? 0;
  const next = lineAfter(text2, end2);
  if (text2.slice(end2, next).trim() !== "")
    yield { start: open.start, end: end2 + rest, by: `${start}**${words2}**${gap}` };
  else {
    const isJoining2 = next < text2.length && !isBlank(text2, next);
    const by = `${start}**${words2}**${isJoining2 ? newline + blank2 : ""}`;
    yield { start: open.start, end: end2, by };
    const indented2 = /^[ \t]{4,}(?=\S)/.exec(text2.slice(next + prefix3.length))?.[0];
    if (isJoining2 && indented2 !== void 0 && text2.startsWith(prefix3, next)) {
      const words3 = next + prefix3.length;
      yield { start: words3, end: words3 + indented2.length, by: "" };
    }
  }
}
function* end({ text: text2, newline }, close2) {
  const line = lineStart(text2, close2.start);
  const next = lineAfter(text2, close2.end);
  const prefix3 = /^[ \t>]*/.exec(text2.slice(line, close2.start))?.[0] ?? "";
  const blank2 = prefix3.trimEnd();
  const isLast = text2.slice(close2.end, next).trim() === "";
  const isJoining2 = next < text2.length && !isBlank(text2, next);
  if (isLast && prefix3.length === close2.start - line) {
    const isAfterBlank = line === 0 || isBlank(text2, lineStart(text2, line - 1));
    const to = isAfterBlank && prefix3 === "" ? skipBlankLines(text2, next) : next;
    yield { start: line, end: to, by: isJoining2 && !isAfterBlank ? `${blank2}${newline}` : "" };
    return;
  }
  const isDouble = /^[ \t]*<\/details/i.test(text2.slice(close2.end, close2.end + 40));
  const gap = isLast ? isJoining2 ? newline + blank2 : "" : newline + blank2 + newline + prefix3;
  yield { start: close2.start, end: close2.end, by: isDouble ? "" : gap };
}
function isBlank(text2, line) {
  return /^[ \t>]*$/.test(text2.slice(line, lineAfter(text2, line)).trimEnd());
}

// src/markdown/fence.ts
function fenceAt(text2, offset) {
  const opening6 = /(`{3,}|~{3,})([^\n]*)(\n|$)/y;
  opening6.lastIndex = offset;
  const [line, marks2 = "", info = ""] = opening6.exec(text2) ?? [];
  if (line === void 0 || marks2.startsWith("`") && info.includes("`")) return null;
  const start = offset + line.length;
  const closing3 = new RegExp(`(?<=\\n) {0,3}${marks2}${marks2[0]}*[ \\t]*(?:\\r?\\n|\\r?$)`, "g");
  closing3.lastIndex = start;
  const close2 = closing3.exec(text2);
  const indent = offset - lineStart(text2, offset);
  const lines = text2.slice(start, close2?.index).replace(/\r?\n$/, "");
  return {
    info: info.trim(),
    text: indent === 0 ? lines : lines.replace(new RegExp(`(?<=^|\\n) {1,${indent}}`, "g"), ""),
    closed: close2 !== null,
    end: close2 === null ? text2.length : close2.index + close2[0].length
  };
}

// src/markdown/open-block.ts
var isOpenHtml = /^ {0,3}<(?:!--(?![^]*-->)|\?(?![^]*\?>)|!\[CDATA\[(?![^]*\]\]>)|![a-z](?![^]*>)|(?:script|pre|style|textarea)(?=[\s>])(?![^]*<\/(?:script|pre|style|textarea)>))/i;
function startOfOpenBlock(text2, { children }) {
  const last = children.at(-1);
  const isOpen = last?.type === "code" ? fenceAt(text2, startOf(last))?.closed === false : last?.type === "html" && isOpenHtml.test(last.value);
  return last && isOpen ? lineStart(text2, startOf(last)) : Infinity;
}

// src/composing/constructs/footnotes.ts
var footnotes = function* footnotes2(page) {
  const { text: text2, tree, nodes } = page;
  const definitions2 = nodes.filter((node) => node.type === "footnoteDefinition");
  if (definitions2.length === 0) return;
  const notes = new Map(definitions2.toReversed().map((note) => [note.identifier, note]));
  const marks2 = marksIn(page).filter(({ name }) => notes.has(name));
  const order = [...new Set(marks2.map(({ name }) => name))];
  const numbers = new Map(order.map((name, index) => [name, `<sup>${index + 1}</sup>`]));
  const numbered = marks2.map(({ name, ...range }) => ({ ...range, by: numbers.get(name) ?? "" }));
  const newline = text2.includes("\r\n") ? "\r\n" : "\n";
  const cuts = definitionRuns(nodes).map((run2) => cutOf(text2, run2, newline));
  yield* outside(numbered, cuts);
  yield* cuts;
  if (order.length === 0) return;
  const last = Math.min(text2.length, startOfOpenBlock(text2, tree));
  const append = (by, from) => ({
    start: last,
    end: last,
    by,
    ...from !== void 0 && { from }
  });
  const rest = without(text2.slice(0, last), cuts);
  const isParted = rest.trim() === "" || /\n[ \t]*\r?\n$/.test(rest);
  if (!isParted) yield append(rest.endsWith("\n") ? newline : newline + newline);
  for (const [index, name] of order.entries()) {
    const note = notes.get(name);
    if (!note) continue;
    yield append(`${index > 0 ? newline : ""}${numbers.get(name) ?? ""}`);
    const inner = between(numbered, startOf(note), endOf(note));
    for (const { by, from } of noteText(text2, note, inner, newline)) yield append(by, from);
    yield append(newline);
  }
  if (last < text2.length) yield append(newline);
};
function marksIn({ text: text2, nodes, words: words2 }) {
  const marks2 = nodes.flatMap(
    (node) => node.type === "footnoteReference" ? { name: node.identifier, start: startOf(node), end: endOf(node) } : []
  );
  if (!text2.includes("![^")) return marks2;
  for (const ranges of [words2.outsideLinks, words2.inLinks])
    for (const { found, start, end: end2 } of matchesIn(text2, ranges, /(?<!\\)!\[\^([^[\]\s]{1,999})\]/g))
      marks2.push({ name: (found[1] ?? "").toLowerCase(), start: start + 1, end: end2 });
  return marks2.toSorted((a, b) => a.start - b.start);
}
function* outside(marks2, cuts) {
  let next = 0;
  for (const mark5 of marks2) {
    while ((cuts[next]?.end ?? Infinity) <= mark5.start) next += 1;
    if (mark5.start < (cuts[next]?.start ?? Infinity)) yield mark5;
  }
}
function between(list, start, end2) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((list[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let each = list[low]; each && each.end <= end2; each = list[low]) {
    found.push(each);
    low += 1;
  }
  return found;
}
function definitionRuns(nodes) {
  const runs = [];
  for (const node of nodes) {
    if (!("children" in node)) continue;
    const children = node.children;
    for (let n = 0; n < children.length; n += 1) {
      const [before3, first] = [children[n - 1], children[n]];
      if (first?.type !== "footnoteDefinition") continue;
      let last = first;
      for (let next = children[n + 1]; next?.type === "footnoteDefinition"; next = children[n + 1]) {
        last = next;
        n += 1;
      }
      runs.push({ first, last, before: before3, after: children[n + 1] });
    }
  }
  let end2 = 0;
  return runs.toSorted((a, b) => startOf(a.first) - startOf(b.first)).filter((run2) => {
    if (startOf(run2.first) < end2) return false;
    end2 = endOf(run2.last);
    return true;
  });
}
function cutOf(text2, { first, last, before: before3, after: after2 }, newline) {
  const [start, end2] = [startOf(first), endOf(last)];
  const line = lineStart(text2, start);
  const prefix3 = text2.slice(line, start);
  if (/[^\s>]/.test(prefix3)) return { start, end: end2, by: "" };
  const next = lineAfter(text2, end2);
  const isBlank2 = (from) => /^[ \t>]*\r?\n?$/.test(text2.slice(from, lineAfter(text2, from)));
  const isParted = !before3 || isBlank2(lineStart(text2, Math.max(0, line - 1)));
  if (before3?.type === "list" && after2?.type === "list") {
    const comment = `${prefix3}<!-- -->${newline}`;
    const blank2 = `${prefix3.trimEnd()}${newline}`;
    return {
      start: line,
      end: next,
      by: `${isParted ? "" : blank2}${comment}${isBlank2(next) ? "" : blank2}`
    };
  }
  if (prefix3 === "" && isParted) return { start: line, end: skipBlankLines(text2, next), by: "" };
  const isJoining2 = after2 && !isParted && !isBlank2(next);
  return { start: line, end: next, by: isJoining2 ? `${prefix3.trimEnd()}${newline}` : "" };
}
function without(text2, cuts) {
  let rest = "";
  let at = 0;
  for (const { start, end: end2, by } of cuts) {
    if (start >= text2.length) break;
    rest += text2.slice(at, start) + by;
    at = end2;
  }
  return rest + text2.slice(at);
}
function noteText(text2, note, marks2, newline) {
  const [first] = note.children;
  if (!first) return [];
  const isText = first.type === "paragraph";
  const pieces = [{ by: isText ? " " : newline + newline }];
  const indentation = indentationOf(text2, note);
  let at = startOf(first);
  if (!isText && lineStart(text2, at) > startOf(note)) at = lineStart(text2, at);
  let isLineStart = at === lineStart(text2, at);
  const keep = (end2) => {
    for (const { 0: written3, index } of text2.slice(at, end2).matchAll(/[^\n]*(?:\n|$)/g)) {
      const indented2 = isLineStart ? indentation.exec(written3)?.[0].length ?? 0 : 0;
      const line = written3.slice(indented2).replace(/^[ \t]+(?=\r?\n)/, "");
      if (line !== "") pieces.push({ by: line, from: at + index + written3.length - line.length });
      isLineStart = written3.endsWith("\n");
    }
    at = end2;
  };
  for (const mark5 of marks2) {
    keep(mark5.start);
    pieces.push({ by: mark5.by });
    at = mark5.end;
    isLineStart = false;
  }
  const written2 = text2.slice(startOf(first), endOf(note.children.at(-1) ?? first));
  keep(startOf(first) + written2.trimEnd().length);
  const fence2 = openFence(text2, note.children.at(-1));
  if (fence2 !== null) pieces.push({ by: newline + fence2 });
  return pieces;
}
function indentationOf(text2, note) {
  const prefix3 = linePrefix(text2, startOf(note));
  const quotes = prefix3.split(">").length - 1;
  const blanks = prefix3.slice(prefix3.lastIndexOf(">") + 1).length - (quotes > 0 ? 1 : 0);
  return new RegExp(
    `^(?:[ \\t]*>[ \\t]?){0,${quotes}}(?: {0,${Math.max(0, blanks) + 4}}\\t|(?: {1,${Math.max(0, blanks) + 4}})?)`
  );
}
function openFence(text2, node) {
  if (node?.type !== "code") return null;
  const lines = sliceOf(text2, node).split("\n");
  const marks2 = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? "")?.[0];
  if (marks2 === void 0) return null;
  const last = (lines.length > 1 ? lines.at(-1) ?? "" : "").replace(/^[ \t>]+/, "").trimEnd();
  return last.startsWith(marks2) && last === marks2.charAt(0).repeat(last.length) ? null : marks2;
}

// src/composing/constructs/hard-breaks.ts
var hardBreaks = function* hardBreaks2({ text: text2, nodes, around: around2 }) {
  if (around2.file !== null) return;
  const paragraphs = nodes.filter(({ type }) => type === "paragraph");
  let next = 0;
  for (const node of nodes) {
    if (node.type !== "text") continue;
    const [start, end2] = [startOf(node), endOf(node)];
    while (next < paragraphs.length && endOf(paragraphs[next] ?? node) < end2) next += 1;
    if (startOf(paragraphs[next] ?? node) > start || paragraphs[next] === void 0) continue;
    for (const { index, 0: found } of text2.slice(start, end2).matchAll(/[ \t]*(?=\r\n|(?<!\r)\n)/g)) {
      const at = start + index;
      if (index > 0 && /[ \t]/.test(text2[at - 1] ?? "")) continue;
      yield { start: at, end: at + found.length, by: "  " };
    }
  }
};

// src/model/repository-path.ts
function isRepositoryAddress(address4) {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2}|[?#]|$)/i.test(address4);
}
function repositoryPath(address4, file) {
  const written2 = decoded(address4.replace(/[?#][^]*$/, ""));
  const parts2 = written2.startsWith("/") ? [] : file.split("/").slice(0, -1);
  for (const part of written2.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts2.push(part);
    else if (parts2.pop() === void 0) return null;
  }
  return parts2.length === 0 ? null : parts2.join("/");
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}

// src/composing/resolve-link.ts
var scheme = /^([a-z][a-z\d+.-]*):/i;
var shown2 = /* @__PURE__ */ new Set(["http", "https", "ftp", "mailto"]);
function resolveLink(url, around2) {
  const { file, forge } = around2;
  if (url.startsWith("//")) return { to: `https:${inLink(url)}` };
  const kind = scheme.exec(url)?.[1]?.toLowerCase();
  if (kind !== void 0) return absolute(url, kind);
  if (url === "" || url.startsWith("?")) return refused(url);
  if (url.startsWith("#")) return anchor(url, around2);
  if (file === null)
    return url.startsWith("/") && forge ? { to: `${forge.server}${inLink(url)}` } : relative(url);
  const path = pathIn(url, file);
  return path === null ? relative(url) : inRepository(url, path, around2);
}
function absolute(url, kind) {
  if (!shown2.has(kind)) return refused(url);
  if (kind === "mailto" && url.includes("?")) {
    const remark = {
      rule: "link-refused",
      message: `The site shows ${quoted(url)} as text; the post keeps the address, and leaves out what stands behind \`?\`.`,
      remedy: "Leave it so, or write the subject beside the link."
    };
    return { to: inLink(url.replace(/\?[^]*$/, "")), remark };
  }
  return url.includes("'") ? { to: inLink(url) } : {};
}
function anchor(url, { file, key, sourceAt }) {
  const target = file === null ? void 0 : `${file}${url}`;
  const other = file === null ? null : sourceAt(file, anchorOf(url));
  if (other !== null && other !== key)
    return { to: { for: other, else: url }, ...target && { target } };
  return { isDropped: true, ...target && { target }, remark: toPageAnchor(url) };
}
function toPageAnchor(url) {
  return {
    rule: "page-anchor",
    message: `The link to ${quoted(url)} leads to a place in the page itself, and a post has no such places: its text stays, without the link.`,
    remedy: "Leave it so, or name the place in words."
  };
}
function inRepository(url, path, around2) {
  const { forge, key, sourceAt, kindOf } = around2;
  const suffix = /[?#][^]*$/.exec(url)?.[0] ?? "";
  const kind = kindOf(path);
  const at = anchorOf(suffix);
  const mayBeSource = kind !== "folder" && /\.(?:md|markdown|mdx)$/i.test(path);
  const target = mayBeSource ? { target: at === null ? path : `${path}#${at}` } : {};
  const source2 = mayBeSource ? sourceAt(path, at) : null;
  if (source2 === key) return { isDropped: true, ...target, remark: toPageAnchor(url) };
  const page = forge && pageOf(forge, path, kind, suffix);
  if (source2 !== null) return { to: { for: source2, else: page ?? inLink(url) }, ...target };
  if (page === null) return { ...relative(url), ...target };
  if (kind !== "missing") return { to: page, ...target };
  return {
    to: page,
    ...target,
    remark: {
      rule: "link-missing",
      message: `The link to ${quoted(url)} leads to ${quoted(path)}, where the repository has nothing.`,
      remedy: "Correct the link, or remove it."
    }
  };
}
function pathIn(url, file) {
  const path = repositoryPath(url, file);
  if (path !== null) return path;
  const depth = file.split("/").length - 1;
  const up = Array.from({ length: depth }, () => "..").join("/");
  const bare = url.replace(/[?#][^]*$/, "").replace(/\/+$/, "");
  return bare === "" || bare === "." || depth > 0 && bare.replace(/^\.\//, "") === up ? "" : null;
}
function anchorOf(suffix) {
  const found = /#([^]+)$/.exec(suffix)?.[1];
  if (found === void 0) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}
function relative(url) {
  const remark = {
    rule: "relative-link",
    message: `The link to ${quoted(url)} will not show as a link: nothing tells where it leads from the site.`,
    remedy: "Write the whole address, beginning with `https://`."
  };
  return { remark };
}
function refused(url) {
  const remark = {
    rule: "link-refused",
    message: `The link to ${quoted(url)} will not show as a link, expected http(s), ftp or mailto.`,
    remedy: "Write an address that begins with `https://`, or leave the link out."
  };
  return { remark };
}

// src/composing/constructs/links.ts
var links = function* links2(page) {
  const { text: text2, nodes, around: around2 } = page;
  const references4 = Map.groupBy(
    nodes.filter((node) => node.type === "linkReference"),
    ({ identifier }) => identifier
  );
  const ofImages = new Set(
    nodes.flatMap((node) => node.type === "imageReference" ? [node.identifier] : [])
  );
  const told = onceEach();
  for (const node of nodes) {
    if (node.type === "link") {
      const place = destinationOf(node);
      if (!place && text2.startsWith("<", startOf(node))) continue;
      const { to, isDropped, ...more } = resolveLink(node.url, around2);
      if (isDropped) yield* dropped(node);
      else if (place && to !== void 0) yield { ...place, by: to, isAddress: true };
      yield* told(startOf(node), more);
    } else if (node.type === "image") {
      const place = destinationOf(node);
      if (place) yield* image(page, node.url, place);
    } else if (node.type === "definition") {
      const place = destinationOf(node);
      if (!place) continue;
      if (ofImages.has(node.identifier)) {
        yield* image(page, node.url, place);
        continue;
      }
      const { to, isDropped, ...more } = resolveLink(node.url, around2);
      const used = references4.get(node.identifier) ?? [];
      if (isDropped) {
        yield wholeDefinition(text2, node);
        for (const reference3 of used) yield* dropped(reference3);
      } else if (to !== void 0) yield { ...place, by: to, isAddress: true };
      yield* told(startOf(node), more);
    }
  }
  yield* inHtml(page, told);
};
function onceEach() {
  let isTold = false;
  return function* tell(start, { remark, target }) {
    const at = { start, end: start };
    if (target !== void 0) yield { ...at, target };
    if (!remark || remark.rule === "page-anchor" && isTold) return;
    isTold ||= remark.rule === "page-anchor";
    yield { ...at, remark };
  };
}
function* dropped(node) {
  const [start, end2] = [startOf(node), endOf(node)];
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) {
    yield { start, end: end2, by: "" };
    return;
  }
  yield { start, end: startOf(first), by: "" };
  yield { start: endOf(last), end: end2, by: "" };
}
function wholeDefinition(text2, node) {
  const line = lineStart(text2, startOf(node));
  const next = lineAfter(text2, endOf(node));
  const isAlone = text2.slice(line, startOf(node)).trim() === "" && text2.slice(endOf(node), next).trim() === "";
  if (!isAlone) return { start: startOf(node), end: endOf(node), by: "" };
  const isParted = line === 0 || /\n[ \t]*\r?\n$/.test(text2.slice(Math.max(0, line - 200), line));
  return { start: line, end: isParted ? skipBlankLines(text2, next) : next, by: "" };
}
function* image({ around: around2, pictureAt }, url, place) {
  const picture2 = pictureAt(place.start);
  const { forge, file } = around2;
  if (picture2 !== null) yield { ...place, by: picture2, isAddress: true };
  else if (url.startsWith("//")) yield { ...place, by: `https:${inLink(url)}`, isAddress: true };
  else if (/^https?:/i.test(url)) {
    const raw2 = forge && rawAddress(url, forge.server);
    if (raw2) yield { ...place, by: inLink(raw2), isAddress: true };
    else if (url.includes("'")) yield { ...place, by: inLink(url), isAddress: true };
  } else if (file === null && url.startsWith("/") && forge)
    yield { ...place, by: `${forge.server}${inLink(url)}`, isAddress: true };
}
function rawAddress(url, server) {
  const isOnForge = [`${server}/`, "https://github.com/"].some(
    (each) => url.toLowerCase().startsWith(each.toLowerCase())
  );
  const found = /^(https?:\/\/[^/?#]+\/[^/?#]+\/[^/?#]+)\/blob\/([^?#]+)(\?[^#]*)?/i.exec(url);
  if (!isOnForge || !found || /[?&]raw=(?:true|1)/.test(found[3] ?? "")) return null;
  return `${found[1]}/raw/${found[2]}`;
}
var attribute = {
  a: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di,
  img: /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di
};
function* inHtml(page, told) {
  const { text: text2, nodes, around: around2 } = page;
  if (!/<(?:a|img)\s/i.test(text2)) return;
  for (const tag2 of htmlTags(text2, nodes)) {
    if (tag2.isEnd || tag2.name !== "a" && tag2.name !== "img") continue;
    const value = attributeOf(tag2, attribute[tag2.name]);
    if (value === null) continue;
    const { url, ...place } = value;
    if (tag2.name === "img") {
      yield* image(page, url, place);
      continue;
    }
    const { to, isDropped, ...more } = resolveLink(url, around2);
    if (isDropped) {
      yield { start: tag2.start, end: tag2.end, by: "" };
      if (tag2.partner) yield { start: tag2.partner.start, end: tag2.partner.end, by: "" };
    } else if (to !== void 0) yield { ...place, by: to, isAddress: true };
    yield* told(tag2.start, more);
  }
}
function attributeOf({ written: written2, start }, pattern3) {
  const found = pattern3.exec(written2);
  const group = [1, 2, 3].find((each) => found?.[each] !== void 0);
  const range = group === void 0 ? void 0 : found?.indices?.[group];
  if (!range) return null;
  const [from, to] = range;
  const value = written2.slice(from, to);
  const trimmed3 = value.trim();
  if (trimmed3 === "") return null;
  const at = start + from + (value.length - value.trimStart().length);
  return { url: decode(trimmed3, { isAttributeValue: true }), start: at, end: at + trimmed3.length };
}

// src/composing/constructs/references.ts
var before = String.raw`(?<![A-Za-z\d/#&.@\\-]|[A-Za-z\d]_)`;
var after = String.raw`(?![A-Za-z\d@-]|_\w|\.\w)`;
var reference = new RegExp(
  String.raw`${before}(?:(?<repository>[A-Za-z\d][\w-]{0,99}\/[\w.-]{1,100})?(?:#(?<number>[1-9]\d{0,9})|@(?<of>[\da-f]{7,40}))|GH-(?<gh>[1-9]\d{0,9})|(?<commit>[\da-f]{7,40}))${after}`,
  "g"
);
var mention2 = /(?<![A-Za-z\d.@/`\\+-]|[A-Za-z\d]_)\\?@([A-Za-z\d](?:[A-Za-z\d-]|\\?_(?=[A-Za-z\d])){0,60}(?:\[bot\]|\/[\w-]{1,100})?)(?![A-Za-z\d/@`-]|_\w|\.\w)/g;
var references = function* references2({ text: text2, words: words2, around: around2 }) {
  if (around2.file !== null) return;
  const { forge } = around2;
  if (forge)
    for (const { found, start, end: end2 } of matchesIn(text2, words2.outsideLinks, reference)) {
      const address4 = addressOf(found.groups ?? {}, forge);
      if (address4 !== null) yield { start, end: end2, by: `[${found[0]}](${address4})` };
    }
  for (const { found, start, end: end2 } of matchesIn(text2, words2.outsideLinks, mention2)) {
    const [, name = ""] = found;
    yield { start, end: end2, by: `\`@${name.replaceAll("\\", "")}\`` };
  }
};
function addressOf({ repository, number: number2, of, gh, commit }, { server, repository: own, issue, commit: commits }) {
  const base = repository === void 0 ? own : `${server}/${repository}`;
  const issueNumber = number2 ?? gh;
  if (issueNumber !== void 0) return `${base}${issue}${issueNumber}`;
  const id = of ?? commit;
  if (id === void 0 || of !== void 0 && repository === void 0) return null;
  return /\d/.test(id) && /[a-f]/.test(id) ? `${base}${commits}${id}` : null;
}

// src/composing/constructs/site-syntax.ts
var siteSyntax = function* siteSyntax2(page) {
  const { text: text2, words: words2 } = page;
  if (/\[(?:meta-)?tag:/.test(text2))
    for (const ranges of [words2.outsideLinks, words2.inLinks])
      for (const { found, start } of matchesIn(text2, ranges, /(\\*)\[(?=(?:meta-)?tag:)/g)) {
        const bracket = start + (found[1]?.length ?? 0);
        if (isEven(found[1])) yield { start: bracket, end: bracket, by: "\\" };
      }
  yield* spoilers(page);
};
function isEven(marks2) {
  return (marks2?.length ?? 0) % 2 === 0;
}
function* spoilers({ text: text2, nodes }) {
  if (!text2.includes(">!")) return;
  const quotes = [];
  const code2 = [];
  for (const node of nodes) {
    const range = { start: startOf(node), end: endOf(node) };
    if (node.type === "code") code2.push(range);
    else if (node.type === "blockquote" && range.start >= (quotes.at(-1)?.end ?? 0))
      quotes.push(range);
  }
  let next = 0;
  for (const { start, end: end2 } of quotes)
    for (const { index } of text2.slice(start, end2).matchAll(mark2)) {
      const at = start + index;
      while ((code2[next]?.end ?? Infinity) <= at) next += 1;
      if (at < (code2[next]?.start ?? Infinity)) yield { start: at, end: at, by: " " };
    }
}
var mark2 = /(?<=^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*>)!/gm;

// src/composing/constructs/tags.ts
var names = (text2) => new Set(text2.split(" "));
var shown3 = names(
  "a b blockquote br code del dd dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre s strike strong sub sup ul"
);
var others2 = names(
  "audio canvas details embed iframe math noembed noframes object param picture plaintext script source style summary svg table tbody td textarea tfoot th thead title tr track video xmp"
);
var marking = names(
  "abbr acronym address article aside bdi bdo big caption center cite data dfn div fieldset figcaption figure font footer form header hgroup ins label legend main mark menu nav nobr output q rp rt ruby samp search section small span time tt u var wbr"
);
var known = names(
  "area base basefont body button col colgroup datalist dialog dir frame frameset head html input link map meta meter noscript optgroup option progress select slot template"
);
var blockTags = function* blockTags2({ text: text2, nodes }) {
  if (!text2.includes("<")) return;
  for (const tag2 of htmlTags(text2, nodes))
    if (!tag2.isInline && isPlaceholder2(tag2)) yield escaped(tag2, "&lt;");
};
var tags2 = function* tags3({ text: text2, nodes }) {
  if (!text2.includes("<")) return;
  const begun = /* @__PURE__ */ new Map();
  for (const tag2 of htmlTags(text2, nodes)) {
    const { name, start, end: end2, isInline, isEnd, partner } = tag2;
    if (name === "a") {
      if (isAnchor(tag2) || isEnd && partner && isAnchor(partner)) yield* anchor2(text2, tag2);
    } else if (shown3.has(name) || others2.has(name)) continue;
    else if (!isInline && !partner && !isEnd) begun.set(name, (begun.get(name) ?? 0) + 1);
    else if (isInline && !partner && isEnd && marking.has(name) && begun.get(name)) {
      begun.set(name, (begun.get(name) ?? 0) - 1);
      yield { start, end: end2, by: "" };
    } else if (isInline && marking.has(name) && (partner || name === "wbr"))
      yield { start, end: end2, by: name === "q" ? '"' : "" };
    else if (isInline) yield escaped(tag2);
  }
};
function isAnchor({ written: written2, isEnd }) {
  return !isEnd && /\s(?:name|id)\s*=/i.test(written2) && !/\shref\s*=/i.test(written2);
}
function* anchor2(text2, tag2) {
  const [first, last] = tag2.isEnd ? [tag2.partner ?? tag2, tag2] : [tag2, tag2.partner ?? tag2];
  const line = lineStart(text2, first.start);
  const next = lineAfter(text2, last.end);
  const beside = [
    text2.slice(line, first.start),
    text2.slice(first.end, Math.max(first.end, last.start)),
    text2.slice(last.end, next)
  ];
  const isAlone = beside.every((part) => part.trim() === "");
  if (!isAlone) yield { start: tag2.start, end: tag2.end, by: "" };
  else if (tag2 === first) yield { start: line, end: skipBlankLines(text2, next), by: "" };
}
function isPlaceholder2({ name, written: written2 }) {
  return name !== "a" && !shown3.has(name) && !others2.has(name) && !marking.has(name) && !known.has(name) && !/^<\/?[A-Z]/.test(written2);
}
function escaped({ start, written: written2, isEnd }, by = "\\<") {
  if (isEnd) return { start, end: start + 1, by };
  return {
    start,
    end: start + 1,
    by,
    remark: {
      rule: "unknown-tag",
      message: `GitHub shows nothing of ${quoted(written2)}, which it takes for a tag; the post shows it as it is written.`,
      remedy: "Write it as code in backticks, or with `\\<` in the place of `<`."
    }
  };
}

// src/composing/constructs/task-lists.ts
var box = /\[([ xX])\](?=[ \t])/y;
var taskLists = function* taskLists2({ text: text2, nodes }) {
  for (const node of nodes) {
    if (node.type !== "listItem") continue;
    const [first] = node.children;
    if (first?.type !== "paragraph") continue;
    box.lastIndex = startOf(first);
    const found = box.exec(text2);
    if (!found) continue;
    const { index, 1: mark5 } = found;
    yield { start: index, end: index + 3, by: mark5 === " " ? "☐" : "☑" };
  }
};

// src/markdown/headings.ts
var longestHeading = 1e3;
function headingsOf(text2, tree) {
  const found = nodesOf(tree).filter((node) => node.type === "heading");
  const top = new Set(tree.children);
  const emphasized = withEmphasis(text2, tree, found);
  const anchorOf3 = headingAnchors();
  return found.map((heading) => {
    const node = emphasized.get(heading) ?? heading;
    const first = heading.children[0];
    const last = heading.children.at(-1);
    return {
      depth: heading.depth,
      ...splitAttributes(
        plainText(node),
        first && last ? text2.slice(startOf(first), endOf(last)) : ""
      ),
      ...anchorOf3(anchorText(node)),
      inlineStart: startOf(first ?? heading),
      top: top.has(heading),
      start: startOf(heading),
      end: endOf(heading)
    };
  });
}
function withEmphasis(text2, tree, headings) {
  const top = new Set(tree.children);
  const marked = headings.filter((heading) => {
    const slice = sliceOf(text2, heading);
    const alone = top.has(heading) || !slice.includes("\n");
    return alone && slice.length <= longestHeading && /[*_]/.test(slice);
  });
  if (marked.length === 0) return /* @__PURE__ */ new Map();
  const parts2 = [...marked, ...tree.children.filter(({ type }) => type === "definition")];
  const slices = parts2.map((node) => sliceOf(text2, node));
  const again = parseMarkdown(slices.join("\n\n"), { emphasis: true });
  const parsed = again?.children.filter((node) => node.type === "heading") ?? [];
  if (parsed.length !== marked.length) return /* @__PURE__ */ new Map();
  return new Map(marked.map((heading, index) => [heading, parsed[index] ?? heading]));
}
function anchorOf2(title3) {
  return title3.toLowerCase().replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
}
function headingAnchors() {
  const taken = /* @__PURE__ */ new Map();
  return (title3) => {
    const plainAnchor = anchorOf2(title3);
    let anchor3 = plainAnchor;
    for (let last = taken.get(plainAnchor); taken.has(anchor3); ) {
      last = (last ?? 0) + 1;
      taken.set(plainAnchor, last);
      anchor3 = `${plainAnchor}-${last}`;
    }
    taken.set(anchor3, 0);
    return { anchor: anchor3, plainAnchor };
  };
}

// src/composing/constructs/title-heading.ts
var titleHeading = function* titleHeading2({ field, text: text2, tree, around: around2 }) {
  const first = tree.children.find(({ type }) => type !== "definition" && type !== "html");
  if (field !== "body" || first?.type !== "heading") return;
  const start = startOf(first);
  const heading = headingsOf(text2, tree).find((each) => each.start === start);
  if (!heading || visibleText(heading.title) !== visibleText(around2.title)) return;
  const end2 = skipBlankLines(text2, lineAfter(text2, endOf(first)));
  yield { start: text2.slice(0, start).trim() === "" ? 0 : start, end: end2, by: "" };
};

// src/composing/constructs.ts
var constructs = [
  [admonitions],
  [details],
  [footnotes],
  [
    titleHeading,
    comments,
    blockTags,
    tags2,
    alerts,
    taskLists,
    links,
    siteSyntax,
    autolinks,
    references,
    emoji,
    hardBreaks
  ]
];

// src/composing/page.ts
function openPage(text2, { field, around: around2, pictureAt }) {
  const tree = parseMarkdown(text2);
  if (tree === null) return null;
  return { field, text: text2, tree, nodes: nodesOf(tree), words: wordsOf(text2, tree), around: around2, pictureAt };
}

// src/composing/splice.ts
function spliced(text2, field, splices) {
  const holes = [];
  let result = "";
  let at = 0;
  for (const { start, end: end2, by } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) throw new TypeError(`two constructs claim the characters at ${start}`);
    result += text2.slice(at, start);
    if (typeof by === "string") result += by;
    else holes.push({ field, at: result.length, ...by });
    at = end2;
  }
  return { text: result + text2.slice(at), holes };
}
function isSplice(part) {
  return part.by !== void 0;
}
function movedBack(splices) {
  const parts2 = [];
  let moved = 0;
  for (const { start, end: end2, by, from } of splices.toSorted((a, b) => a.start - b.start)) {
    parts2.push({ at: start + moved, before: from ?? start, isNew: from === void 0 });
    moved += (typeof by === "string" ? by.length : 0) - (end2 - start);
    parts2.push({ at: end2 + moved, before: end2, isNew: false });
  }
  return (offset) => {
    let low = 0;
    let high = parts2.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((parts2[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const part = parts2[low - 1];
    if (!part) return offset;
    return part.isNew ? part.before : part.before + (offset - part.at);
  };
}

// src/composing/adapt.ts
var longest3 = 2 * mostCharacters.article;
var mostTimes = 9;
function adapt(text2, about) {
  const { field } = about;
  let page = text2.length > longest3 ? null : openPage(text2, about);
  if (page === null) return { text: text2, holes: [], remarks: [], targets: [] };
  let toAuthors = (offset) => offset;
  const remarks2 = /* @__PURE__ */ new Map();
  const targets = /* @__PURE__ */ new Set();
  for (let time = 1; ; time += 1) {
    const rewrites = rewritesOf(page);
    for (const { start, remark, target } of rewrites) {
      if (target !== void 0) targets.add(target);
      const at = { field, offset: toAuthors(start) };
      if (remark) remarks2.set(`${remark.rule} ${at.offset}`, { ...remark, at });
    }
    const splices = rewrites.filter(isSplice);
    const words2 = splices.filter(({ isAddress }) => isAddress !== true);
    if (words2.length === 0 || time === mostTimes)
      return {
        ...spliced(page.text, field, splices),
        targets: [...targets],
        remarks: [...remarks2.values()]
      };
    const [back, before3] = [movedBack(words2), toAuthors];
    toAuthors = (offset) => before3(back(offset));
    const pictureAt = (start) => about.pictureAt(toAuthors(start));
    const made = spliced(page.text, field, words2).text;
    const next = openPage(made, { ...about, pictureAt });
    if (next === null) return { text: text2, holes: [], remarks: [...remarks2.values()], targets: [] };
    page = next;
  }
}
function rewritesOf(page) {
  const found = [];
  for (const group of constructs) {
    const rewrites = inOrder(group.flatMap((construct) => [...construct(page)]));
    found.push(...rewrites);
    if (rewrites.some((rewrite) => isSplice(rewrite) && rewrite.isAddress !== true)) break;
  }
  return found;
}
function inOrder(rewrites) {
  let at = 0;
  return rewrites.toSorted((a, b) => a.start - b.start).filter((rewrite) => {
    if (!isSplice(rewrite)) return true;
    if (rewrite.start < at) return false;
    at = rewrite.end;
    return true;
  });
}

// src/composing/images.ts
function pictureIn({ images = [] }, field, pictures) {
  const byStart = new Map(
    images.flatMap((image2) => image2.field === field ? [[image2.start, image2.file]] : [])
  );
  return (start) => {
    const file = byStart.get(start);
    if (file === void 0 || typeof file === "string") return null;
    if (pictures.on === "forge") return pictures.addressOf(file.path);
    return { for: imageTarget(file.digest) };
  };
}

// src/composing/compose.ts
var unknown = { forge: null, sourceAt: () => null, kindOf: () => "file" };
function compose(draft, permissions, { pictures = { on: "site" }, repository = unknown, emojiOf = () => null } = {}) {
  const { key, title: title3, tags: tags5, provenance } = draft;
  const around2 = {
    ...repository,
    emojiOf,
    key,
    title: title3,
    file: provenance.kind === "file" ? provenance.path : null
  };
  const fitted = (field, text2) => adapt(text2, { field, around: around2, pictureAt: pictureIn(draft, field, pictures) });
  const body = fitted("body", draft.body);
  if (draft.kind === "article") {
    if (draft.type === null) throw incomplete(draft, "an article without a type");
    const { remarks: remarks2, targets, text: text2, holes } = body;
    const article = { kind: "article", title: title3, body: text2, tags: tags5, type: draft.type };
    return { content: { ...article, permissions, ...withHoles(holes) }, remarks: remarks2, targets };
  }
  if (draft.answer === null) throw incomplete(draft, "a question without an answer");
  const answer = fitted("answer", draft.answer);
  const question = { kind: "question", title: title3, body: body.text, tags: tags5, answer: answer.text };
  return {
    content: { ...question, ...withHoles([...body.holes, ...answer.holes]) },
    remarks: [...body.remarks, ...answer.remarks],
    targets: [...body.targets, ...answer.targets]
  };
}
function withHoles(holes) {
  return holes.length > 0 ? { holes } : {};
}
function incomplete({ key, place }, seen2) {
  return new Fault("internal", "internal", `Cannot compose ${key}: it is ${seen2}.`, {
    remedy: "Report this as a bug.",
    place
  });
}

// src/curation/unavailable-images.ts
function unavailableImages(draft, addressOf2) {
  const { images = [], key: source2, provenance } = draft;
  const missing3 = images.filter(
    ({ file }) => typeof file !== "string" && addressOf2(file.path) === null
  );
  if (missing3.length === 0) return [];
  const placeOf2 = placesOf(draft);
  const points = missing3.map(({ url, field, start }) => ({ url, at: { field, offset: start } }));
  const findings = points.map(({ url, at }) => ({
    rule: "image-unavailable",
    severity: "warning",
    source: source2,
    provenance,
    place: placeOf2(at) ?? draft.place,
    at,
    message: `The image ${quoted(url)} will not show: API v2.3 takes no images, and the repository is not known to be open to every reader.`,
    remedy: "Set `destination.api` to v3, or write the whole address of an image that every reader can open."
  }));
  return listed(findings);
}

// src/commands/compose-drafts.ts
function composeDrafts({
  pictures,
  ...options
}) {
  const known2 = /* @__PURE__ */ new WeakMap();
  const make = (draft) => {
    const composed = compose(draft, null, { ...options, pictures });
    const findings = [
      ...dialectFindings(draft, composed.remarks),
      ...lengthFindings(draft, composed.content),
      ...pictures.on === "site" ? [] : unavailableImages(draft, pictures.addressOf)
    ];
    return { ...composed, findings };
  };
  return (draft) => {
    const made = known2.get(draft) ?? make(draft);
    known2.set(draft, made);
    return made;
  };
}

// src/sources/linked-files.ts
function linkedFiles(drafts, recorded, files) {
  const bySource = memoize(() => {
    const articles = /* @__PURE__ */ new Map();
    const questions = /* @__PURE__ */ new Map();
    const known2 = recorded.flatMap(
      ({ key, record: { kind, title: title3, provenance } }) => provenance === null ? [] : [{ key, kind, title: title3, provenance }]
    );
    for (const { key, kind, title: title3, provenance } of [...known2, ...drafts]) {
      if (provenance.kind !== "file") continue;
      const { path } = provenance;
      if (kind === "article") articles.set(path, key);
      else
        for (const anchor3 of [anchorOf2(title3), parseSourceKey(key).question])
          if (anchor3) questions.set(`${path}#${anchor3}`, key);
    }
    return { articles, questions };
  });
  const paths2 = memoize(() => {
    const found = /* @__PURE__ */ new Map();
    for (const { path } of files) {
      found.set(path, "file");
      for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        const folder2 = path.slice(0, at);
        if (found.has(folder2)) break;
        found.set(folder2, "folder");
      }
    }
    return found;
  });
  return {
    sourceAt(path, anchor3) {
      const { articles, questions } = bySource();
      const question = anchor3 === null ? void 0 : questions.get(`${path}#${anchor3}`);
      return question ?? articles.get(path) ?? null;
    },
    kindOf: (path) => path === "" ? "folder" : paths2().get(path) ?? "missing"
  };
}
var mark3 = "source:";
function linkDependencies(targets, { sourceAt }) {
  return Object.fromEntries(
    targets.map((target) => [target, `${mark3}${sourceAt(...partsOf(target)) ?? ""}`])
  );
}
function linksAsBefore({ dependsOn }, { sourceAt }) {
  return Object.entries(dependsOn).every(
    ([target, known2]) => !isLink(known2) || known2.slice(mark3.length) === (sourceAt(...partsOf(target)) ?? "")
  );
}
function isLink(known2) {
  return known2?.startsWith(mark3) ?? false;
}
function partsOf(target) {
  const at = target.indexOf("#");
  return at === -1 ? [target, null] : [target.slice(0, at), target.slice(at + 1)];
}

// src/sources/reading.ts
function attributesCut({
  attributes: attributes3,
  start
}) {
  if (attributes3 === null) return [];
  return [
    {
      rule: "heading-attributes",
      severity: "warning",
      offset: start,
      message: `The heading ends in ${quoted(attributes3)}, which is no part of the title.`,
      remedy: "Remove it, or write it as code if readers shall see it."
    }
  ];
}
function unclosedHtml({ name, start }) {
  return {
    rule: "unclosed-html",
    offset: start,
    message: `Nothing closes the element \`<${name}>\`, expected \`</${name}>\` in the same text.`,
    remedy: "Close the element before the next heading, or remove its tag."
  };
}
function findingsOf(problems, source2, provenance, placeOf2) {
  const named2 = problems.map((problem) => ({ ...problem, source: problem.source ?? source2 }));
  const groups = Map.groupBy(named2, (problem) => `${problem.rule} ${problem.source}`);
  const shown4 = [...groups.values()].flatMap(listed);
  return shown4.map(({ offset, ...problem }) => ({
    severity: "error",
    ...problem,
    provenance,
    place: placeOf2(offset)
  }));
}

// builtin-import:node:path?src/sources/docs/doc-files.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one2 = (name) => all2[name];
var $matchesGlob = /* @__PURE__ */ one2("matchesGlob");

// src/sources/docs/doc-files.ts
var mostNames = 5e3;
var special = /[*?[{(\\]/;
var usual = "docs/**/*.md";
function docFiles(files, config) {
  const { docs, "pull-requests": pullRequests } = config.sources;
  if (docs === false) return { named: [], findings: [] };
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const findings = [];
  const pathsOf = (key) => docs[key].map((pattern3, at) => {
    const matches2 = matcher(pattern3, folders);
    const paths2 = new Set(files.flatMap(({ path }) => matches2(path) ? [path] : []));
    const isDefault = key === "include" && docs.include.length === 1 && pattern3 === usual;
    if (paths2.size === 0 && !(isDefault && pullRequests !== false))
      findings.push(
        ...findingsOf(
          [namesNothing(pattern3, `sources.docs.${key}`, files, folders)],
          `sources.docs.${key}`,
          { kind: "file", path: `sources.docs.${key}` },
          () => placeInConfig(config, ["sources", "docs", key, at])
        )
      );
    return paths2;
  });
  const [included, excluded] = [pathsOf("include"), pathsOf("exclude")];
  const named2 = files.filter(
    ({ path }) => included.some((paths2) => paths2.has(path)) && !excluded.some((paths2) => paths2.has(path))
  );
  return { named: named2, findings };
}
function matcher(pattern3, folders) {
  const name = pattern3.replace(/\/+$/, "");
  const isNamed = (path) => path === name || path.startsWith(`${name}/`);
  if (name === ".") return () => true;
  if (!special.test(name)) return isNamed;
  const isFolder = name !== pattern3 || !special.test(name.slice(name.lastIndexOf("/") + 1));
  const named2 = new Set(
    isFolder ? [...folders].filter((folder2) => $matchesGlob(folder2, name)) : void 0
  );
  return (path) => isNamed(path) || name === pattern3 && $matchesGlob(path, name) || named2.size > 0 && foldersOf(path).some((folder2) => named2.has(folder2));
}
function foldersOf(path) {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}
function namesNothing(pattern3, key, files, folders) {
  const paths2 = files.map(({ path }) => path);
  const near = candidates2(pattern3.replace(/\/+$/, ""), paths2, folders).find(
    (other) => other !== pattern3 && paths2.some(matcher(other, folders))
  );
  return {
    rule: "pattern-without-file",
    severity: "warning",
    offset: 0,
    message: `${quoted(pattern3)} in \`${key}\` matches no file, expected a pattern that does.`,
    remedy: near === void 0 ? "Correct the pattern, or remove it." : `Write ${JSON.stringify(near)}, or remove the pattern.`
  };
}
function candidates2(name, paths2, folders) {
  const parts2 = name.split("/");
  const first = parts2.findIndex((part) => special.test(part));
  const base = first === -1 ? name : parts2.slice(0, first).join("/");
  const rest = name.slice(base.length);
  const known2 = first === -1 ? [...folders, ...paths2] : [...folders];
  const deeper = known2.find((path) => base !== "" && path.endsWith(`/${base}`));
  const near = base === "" ? null : nearestName(base, known2.slice(0, mostNames));
  const inside = paths2.filter((path) => base === "" || path.startsWith(`${base}/`));
  const endings = new Set(inside.flatMap((path) => /\.[^./]+$/.exec(path)?.[0] ?? []));
  const ending = /\.[^./]+$/.exec(rest)?.[0] ?? null;
  const other = ending && (nearestName(ending, [...endings]) ?? [...endings][0]);
  return [
    ...deeper === void 0 ? [] : [deeper + rest],
    ...rest === "" ? [] : [name.replace(/(^|\/)\*(?=[^*/]*$)/, "$1**/*"), `${name}/**`],
    ...near === null ? [] : [near + rest],
    ...ending && other ? [name.slice(0, -ending.length) + other] : []
  ];
}

// src/markdown/image-places.ts
function imagePlaces(text2, tree) {
  const places = [];
  const definitions2 = /* @__PURE__ */ new Map();
  const used = /* @__PURE__ */ new Set();
  for (const node of nodesOf(tree)) {
    if (node.type === "image") places.push(...placeOf(node));
    else if (node.type === "html") places.push(...htmlPlaces(sliceOf(text2, node), startOf(node)));
    else if (node.type === "imageReference") used.add(node.identifier);
    else if (node.type === "definition" && !definitions2.has(node.identifier))
      definitions2.set(node.identifier, node);
  }
  for (const name of used) {
    const definition = definitions2.get(name);
    if (definition) places.push(...placeOf(definition));
  }
  return places.sort((a, b) => a.start - b.start);
}
function placeOf(node) {
  const place = destinationOf(node);
  return place ? [{ url: node.url, ...place }] : [];
}
var source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di;
function htmlPlaces(html, start) {
  const places = [];
  for (const { 0: tag2, index } of blankComments(html).matchAll(/<img(?=\s)[^<>]*>/gi)) {
    const found = source.exec(tag2);
    const group = [1, 2, 3].find((each) => found?.[each] !== void 0);
    const range = group === void 0 ? void 0 : found?.indices?.[group];
    if (!range) continue;
    const [from, to] = range;
    const written2 = tag2.slice(from, to);
    const at = start + index + from + (written2.length - written2.trimStart().length);
    const value = written2.trim();
    if (value === "") continue;
    const url = decode(value, { isAttributeValue: true });
    places.push({ url, start: at, end: at + value.length });
  }
  return places;
}

// src/sources/docs/local-images.ts
var mayShow = /!\[(?:[^\]]{1000}|[^\]]{0,999}\](?!\(\s*<?(?:[a-z][a-z\d+.-]*:|\/\/)))|<img\s/i;
var lfs = "version https://git-lfs.github.com/spec/";
async function withLocalImages(drafts, files, tree) {
  const shown4 = /* @__PURE__ */ new Map();
  for (const draft of drafts) {
    const located = imagesOf(draft);
    if (located.length > 0) shown4.set(draft, located);
  }
  if (shown4.size === 0) return drafts;
  const wanted = new Set([...shown4.values()].flat().map(({ path }) => path));
  const byPath = /* @__PURE__ */ new Map();
  for (const file of files) if (wanted.has(file.path)) byPath.set(file.path, file);
  const read = await readImages([...byPath.values()], tree);
  return drafts.map((draft) => {
    const located = shown4.get(draft);
    if (!located) return draft;
    const images = located.map(({ path, ...place }) => {
      const file = path === null ? void 0 : byPath.get(path);
      const found = read.get(path ?? "") ?? (path === null ? "outside" : "missing");
      return { ...place, path, revision: file?.revision ?? "", file: found };
    });
    return { ...draft, images };
  });
}
function imagesOf(draft) {
  const { body, answer, provenance, kind } = draft;
  if (provenance.kind !== "file") return [];
  const texts = [
    ["body", body],
    ["answer", answer ?? ""]
  ];
  return texts.flatMap(([field, text2]) => {
    if (text2.length > mostCharacters[kind] || !mayShow.test(text2)) return [];
    const tree = parseMarkdown(text2);
    if (tree === null) return [];
    return imagePlaces(text2, tree).filter(({ url }) => isRepositoryAddress(url)).map((place) => ({ field, ...place, path: repositoryPath(place.url, provenance.path) }));
  });
}
async function readImages(files, tree) {
  const found = /* @__PURE__ */ new Map();
  const toRead = [];
  for (const file of files) {
    const flaw = flawOf3(file);
    if (flaw === null) toRead.push(file);
    else found.set(file.path, flaw);
  }
  for await (const { file, bytes, changedBy } of tree.read(toRead))
    found.set(file.path, pictureOf(file, bytes, changedBy ?? null));
  return found;
}
function flawOf3({ kind, size }) {
  switch (kind) {
    case "file":
      return (size ?? 0) > mostImageBytes ? "too-big" : null;
    case "symlink":
    case "submodule":
      return kind;
    case "absent":
      return "not-checked-out";
    case "unnamed":
      return "missing";
  }
}
function pictureOf({ path, revision }, bytes, changedBy) {
  if (changedBy !== null) return changedBy.endsWith(" lfs") ? "lfs" : "filtered";
  if (Buffer.from(bytes.subarray(0, lfs.length)).toString("latin1") === lfs) return "lfs";
  if (bytes.length > mostImageBytes) return "too-big";
  const type = imageTypeOf(bytes);
  if (type === null) return "other-type";
  return { path, revision, size: bytes.length, type, digest: digestOfBytes(bytes) };
}

// src/markdown/cut-heading.ts
function cutHeading(text2, heading) {
  const next = skipBlankLines(text2, lineAfter(text2, heading.end));
  const before3 = text2.slice(0, endBeforeBlankLines(text2, lineStart(text2, heading.start)));
  const after2 = text2.slice(next);
  if (before3 === "") return { text: after2, dropped: next, cut: null };
  if (after2.trim() === "") return { text: before3, dropped: 0, cut: null };
  const gap = before3.endsWith("\r\n") ? "\r\n" : "\n";
  const lines = countLines(before3) + 1;
  return {
    text: before3 + gap + after2,
    dropped: 0,
    cut: { after: lines, lines: countLines(text2.slice(0, next)) - lines }
  };
}
function countLines(text2) {
  return text2.split("\n").length - 1;
}

// src/markdown/first-heading.ts
var longest4 = mostCharacters.article;
function firstHeading(text2) {
  const candidate = /^ {0,3}(?:#(?:[ \t]|$)|=+[ \t]*$)/m.exec(text2);
  if (candidate === null) return null;
  const lineEnd = text2.indexOf("\n", candidate.index + candidate[0].length);
  const early = lineEnd === -1 || lineEnd > longest4 ? null : topHeading(text2, parseMarkdown(text2.slice(0, lineEnd)));
  if (early !== null && !text2.slice(early.start, early.end).includes("[")) return early;
  return text2.length > longest4 ? early : topHeading(text2, parseMarkdown(text2));
}
function topHeading(text2, tree) {
  const isTop = (node2) => node2.type === "heading" && node2.depth === 1;
  const heading = tree?.children.find(isTop);
  if (!tree || heading === void 0) return null;
  const node = withEmphasis(text2, tree, [heading]).get(heading) ?? heading;
  const last = heading.children.at(-1);
  const inline2 = last ? text2.slice(startOf(heading), endOf(last)) : "";
  const { title: title3, attributes: attributes3 } = splitAttributes(plainText(node), inline2);
  return { title: title3, attributes: attributes3, start: startOf(heading), end: endOf(heading) };
}

// src/markdown/front-matter.ts
var opening2 = /^\uFEFF?---[ \t]*(|[A-Za-z][^\n]*?)[ \t]*\r?\n/;
function findFrontMatter(text2) {
  const open = opening2.exec(text2);
  if (open === null) return null;
  const label = open[1] ?? "";
  const start = open[0].length;
  const closing3 = /(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  closing3.lastIndex = start;
  const close2 = closing3.exec(text2);
  if (close2 === null) return { kind: "unclosed", label, start, end: text2.length, after: 0 };
  return {
    kind: label === "" ? "yaml" : "foreign",
    label,
    start,
    end: close2.index,
    after: close2.index + close2[0].length
  };
}

// src/markdown/html-elements.ts
var names2 = (text2) => new Set(text2.split(" "));
var empty2 = names2("area base br col embed hr img input link meta param source track wbr");
var raw = names2("iframe noembed noframes script style textarea title xmp");
var separate = names2("a dd dt li option p td th tr");
var blocks2 = names2(
  "article aside blockquote center details dialog div dl fieldset figure footer form header main menu nav ol pre section summary table ul"
);
var token = /<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][^\s/>"'<]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
function htmlOf(text2, tree) {
  const all5 = [];
  const opened = [];
  const byName = /* @__PURE__ */ new Map();
  const strays = [];
  const cutOff = /* @__PURE__ */ new Set();
  const closeFrom = (height, end2) => {
    for (const element of opened.splice(height).toReversed()) {
      if (element.end !== 0) continue;
      element.end = end2;
      byName.get(element.name)?.pop();
    }
  };
  for (const block of tree.children) {
    let height = opened.length;
    for (const { name, isEnd, start, end: end2 } of tagsOf2(text2, block)) {
      const same = byName.get(name) ?? [];
      const last = same.at(-1);
      if (!isEnd) {
        if (last && separate.has(name) && last === opened.at(-1))
          closeFrom(opened.length - 1, last.start);
        const element = { name, start, end: 0 };
        all5.push(element);
        opened.push(element);
        same.push(element);
        byName.set(name, same);
      } else if (last && (blocks2.has(name) || separate.has(name))) {
        closeFrom(opened.lastIndexOf(last), end2);
        height = Math.min(height, opened.length);
      } else if (last) {
        last.end = end2;
        same.pop();
      } else if (blocks2.has(name) && !cutOff.delete(name)) strays.push({ name, start, end: end2 });
    }
    if (containers.has(block.type)) {
      for (const { name, end: end2 } of opened.slice(height)) if (end2 === 0) cutOff.add(name);
      closeFrom(height, endOf(block));
    }
  }
  for (const [name, left3] of byName)
    if (blocks2.has(name)) for (const element of left3) element.end = Infinity;
  return { elements: joined(all5), strays };
}
var containers = /* @__PURE__ */ new Set(["blockquote", "footnoteDefinition", "list", "table"]);
function joined(elements2) {
  const outer = [];
  for (const element of elements2) {
    const last = outer.at(-1);
    if (element.end <= element.start) continue;
    if (!last || element.start >= last.end) outer.push(element);
    else last.end = Math.max(last.end, element.end);
  }
  return outer;
}
function tagsOf2(text2, block) {
  const tags5 = [];
  for (const node of nodesOf(block)) {
    if (node.type !== "html") continue;
    let within2 = null;
    for (const found of sliceOf(text2, node).matchAll(token)) {
      const [tag2, slash, written2 = ""] = found;
      const name = written2.toLowerCase();
      const isEnd = slash === "/";
      if (within2 !== null && !(isEnd && name === within2)) continue;
      within2 = raw.has(name) && !isEnd ? name : null;
      const isNone2 = name === "" || empty2.has(name) || raw.has(name);
      if (isNone2 || !isEnd && tag2.endsWith("/>")) continue;
      const start = startOf(node) + found.index;
      tags5.push({ name, isEnd, start, end: start + tag2.length });
    }
  }
  return tags5;
}

// src/markdown/labels.ts
function labelsOf(text2, tree) {
  const loose = looseNodes(text2, tree);
  const defined = [];
  const references4 = [];
  const owners = [];
  for (const node of nodesOf(tree)) {
    const start = startOf(node);
    while ((owners.at(-1)?.end ?? Infinity) <= start) owners.pop();
    if (node.type === "definition" || node.type === "footnoteDefinition") {
      const isFootnote = node.type === "footnoteDefinition";
      const name = nameOf3(node.identifier, isFootnote);
      const owner = owners.at(-1) ?? null;
      const each = { name, isFootnote, start, end: endOf(node), owner, isLoose: loose.has(node) };
      defined.push(each);
      if (isFootnote) owners.push(each);
    } else if (node.type === "linkReference" || node.type === "imageReference" || node.type === "footnoteReference") {
      const name = nameOf3(node.identifier, node.type === "footnoteReference");
      references4.push({ name, start, isInFootnote: owners.length > 0 });
    }
  }
  return { defined, references: references4 };
}
function definitionText(text2, { start, end: end2 }) {
  const marks2 = text2.slice(lineStart(text2, start), start);
  const [first = "", ...lines] = text2.slice(start, end2).split("\n");
  return [first, ...lines.map((line) => withoutMarks(line, marks2))].join("\n").trimEnd();
}
function withoutMarks(line, marks2) {
  let at = 0;
  for (const mark5 of marks2)
    if (mark5 === ">") {
      const [quote] = /^ {0,3}>/.exec(line.slice(at, at + 4)) ?? [];
      at += quote?.length ?? 0;
    } else if (line[at] === " ") at += 1;
  return line.slice(at);
}
function nameOf3(identifier, isFootnote) {
  return isFootnote ? `^${identifier}` : identifier;
}
var growing = /* @__PURE__ */ new Set(["list", "code", "footnoteDefinition"]);
function looseNodes(text2, { children }) {
  const loose = /* @__PURE__ */ new Set();
  let before3;
  let waiting = [];
  for (const node of children) {
    const last = waiting.at(-1);
    if (node.type === "definition" || node.type === "footnoteDefinition") waiting.push(node);
    else {
      const isBelow = node.type === "paragraph" && node.position?.start.line === lineBelow(last);
      const from = lineStart(text2, startOf(node));
      if (isBelow && !new RegExp("^ {0,3}\\p{L}", "u").test(text2.slice(from, from + 5))) waiting.pop();
      const isOpen = [before3, ...waiting].some((each) => each && growing.has(each.type));
      const grows = isOpen && (node.type === "list" || node.type === "code");
      if (!grows) for (const each of waiting) loose.add(each);
      waiting = [];
      before3 = node;
    }
  }
  for (const each of waiting) loose.add(each);
  return loose;
}
function lineBelow(node) {
  return node?.position ? node.position.end.line + 1 : null;
}

// src/markdown/text-cutter.ts
function textCutter(text2, tree) {
  const { defined, references: references4 } = labelsOf(text2, tree);
  const firsts = new Map(defined.toReversed().map((each) => [each.name, each]));
  const openFrom = startOfOpenBlock(text2, tree);
  const lineOf = memoize(() => lineIndex(text2));
  const eol = text2.includes("\r\n") ? "\r\n" : "\n";
  let given = 0;
  return (from, end2) => {
    const start = Math.min(skipBlankLines(text2, from), end2);
    const used = usedIn(start, end2, references4, firsts);
    const { dropped: dropped2, missing: missing3, clash } = balance(text2, between2(defined, start, end2), used);
    given += missing3.reduce((sum, each) => sum + each.end - each.start, 0);
    if (given > 4 * longestMarkdown) return null;
    const limit = missing3.length === 0 ? end2 : clash ? start : Math.max(start, Math.min(openFrom, end2));
    const pieces = trimmed2(around(text2, dropped2, start, limit, eol));
    for (const [index, each] of missing3.entries()) {
      const apart2 = index === 0 || each.isFootnote || missing3[index - 1]?.isFootnote;
      const last = pieces.at(-1)?.text;
      if (last !== void 0)
        pieces.push({ text: (last.endsWith("\n") ? "" : eol) + (apart2 ? eol : ""), at: null });
      pieces.push({ text: definitionText(text2, each) + eol, at: each.start });
    }
    if (limit < end2)
      pieces.push({ text: eol, at: null }, ...trimmed2(around(text2, dropped2, limit, end2, eol)));
    return joined2(pieces, start, (offset) => lineOf()(offset).line);
  };
}
function withLabelsOf(whole, part) {
  if (!part.includes("[") || !whole.includes("]:")) return part;
  const tree = parseMarkdown(whole);
  const defined = tree ? labelsOf(whole, tree).defined.filter(({ owner }) => owner === null) : [];
  if (defined.length === 0) return part;
  const all5 = defined.map((each) => definitionText(whole, each)).join("\n\n");
  const before3 = `${all5}

<!-- -->

`;
  const text2 = before3 + part;
  const both = parseMarkdown(text2);
  return (both && textCutter(text2, both)(before3.length, text2.length)?.text) ?? part;
}
function between2(list, start, end2) {
  const firstFrom = (offset) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return list.slice(firstFrom(start), firstFrom(end2));
}
function usedIn(start, end2, references4, firsts) {
  const used = /* @__PURE__ */ new Set();
  for (const { name, isInFootnote } of between2(references4, start, end2)) {
    const found = isInFootnote ? void 0 : firsts.get(name);
    if (found) used.add(found);
  }
  for (const each of used)
    for (const { name } of each.isFootnote ? between2(references4, each.start, each.end) : []) {
      const found = firsts.get(name);
      if (found) used.add(found);
    }
  return used;
}
function balance(text2, own, used) {
  const outer = own.filter(({ owner }) => owner === null);
  const kept = new Set(outer.filter((each) => !each.isLoose || used.has(each)));
  const isThere = ({ owner }) => owner !== null && (used.has(owner) || kept.has(owner));
  const namesakes = new Map(outer.toReversed().map((each) => [each.name, each]));
  const missing3 = [...used].filter((each) => {
    if (kept.has(each) || isThere(each)) return false;
    const other = namesakes.get(each.name);
    if (!other || definitionText(text2, other) !== definitionText(text2, each)) return true;
    kept.add(other);
    return false;
  });
  const lacking = new Set(missing3.map(({ name }) => name));
  return {
    clash: outer.some(({ name, isLoose }) => !isLoose && lacking.has(name)),
    dropped: outer.filter((each) => !kept.has(each)),
    missing: missing3.toSorted((a, b) => a.start - b.start)
  };
}
function around(text2, dropped2, start, end2, eol) {
  const pieces = [];
  let at = start;
  let isAfterBlank = true;
  for (const each of between2(dropped2, start, end2)) {
    const line = lineStart(text2, each.start);
    if (line > at) {
      pieces.push({ text: text2.slice(at, line), at });
      isAfterBlank = text2.slice(lineStart(text2, line - 1), line).trim() === "";
    }
    const next = lineAfter(text2, each.end);
    at = skipBlankLines(text2, next);
    if (!isAfterBlank && at < end2) {
      pieces.push({ text: eol, at: null });
      isAfterBlank = true;
    }
  }
  if (at < end2) pieces.push({ text: text2.slice(at, end2), at });
  return pieces;
}
function trimmed2(pieces) {
  for (let last = pieces.pop(); last; last = pieces.pop()) {
    const text2 = last.text.slice(0, endBeforeBlankLines(last.text, last.text.length));
    if (text2 !== "") return [...pieces, { ...last, text: text2 }];
  }
  return [];
}
function joined2(pieces, start, lineOf) {
  const [first] = pieces;
  if (!first || pieces.length === 1)
    return { text: first?.text ?? "", offset: first?.at ?? start, cuts: [] };
  const offset = first.at ?? start;
  const cuts = [];
  let lines = 0;
  for (const { text: text2, at } of pieces) {
    const moved = at === null ? 0 : lineOf(at) - lineOf(offset) - lines;
    if (at !== null && moved !== (cuts.at(-1)?.lines ?? 0))
      cuts.push({ after: lines, lines: moved });
    for (let end2 = text2.indexOf("\n"); end2 !== -1; end2 = text2.indexOf("\n", end2 + 1)) lines += 1;
  }
  return { text: pieces.map(({ text: text2 }) => text2).join(""), offset, cuts };
}

// src/sources/faq/question-id.ts
var opening3 = /<!--[ \t]*stack-publish-id[ \t]*:/;
function isIdComment(comment) {
  return opening3.test(comment);
}
function idComments(tree) {
  return tree.children.filter((node) => node.type === "html").filter(({ value }) => opening3.test(value));
}
function findQuestionId(text2, comments3, start, end2) {
  const none2 = { name: null, end: null, problem: null };
  const line = text2.slice(lineStart(text2, start), start);
  if (opening3.test(line)) return { ...none2, problem: misplaced(start) };
  const own = comments3.filter((node2) => startOf(node2) >= start && startOf(node2) < end2);
  const [node] = own;
  if (node === void 0) return none2;
  const offset = startOf(node);
  if (text2.slice(start, offset).trim() !== "" || own.length > 1) {
    return { ...none2, problem: misplaced(startOf(own.at(-1) ?? node)) };
  }
  const comment = /^<!--[ \t]*stack-publish-id[ \t]*:(.*?)-->[ \t]*(?:\r?\n|$)/.exec(
    text2.slice(offset, endOf(node) + 2)
  );
  if (comment === null) return { ...none2, problem: misplaced(offset) };
  const name = (comment[1] ?? "").trim();
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(name)) return { ...none2, problem: badName(offset, name) };
  return { name, end: skipBlankLines(text2, offset + comment[0].length), problem: null };
}
function ownerlessId(comments3, first) {
  const node = comments3.find((comment) => startOf(comment) < first);
  return node ? misplaced(startOf(node)) : null;
}
function misplaced(offset) {
  return {
    rule: "question-id",
    offset,
    message: "The comment `stack-publish-id` does not stand alone in the first line under the heading of a question, expected one there.",
    remedy: "Move the comment to a line of its own, right under the heading."
  };
}
function badName(offset, name) {
  return {
    rule: "question-id",
    offset,
    message: `The comment \`stack-publish-id\` has ${quoted(name)}, expected up to 100 letters, digits, \`.\`, \`_\` or \`-\`.`,
    remedy: "Write a name of letters, digits, `.`, `_` and `-`."
  };
}

// src/sources/faq/read-questions.ts
function readQuestions(text2, settings) {
  const tree = parseMarkdown(text2);
  if (tree === null) return { questions: [], problems: [unparsable] };
  const comments3 = idComments(tree);
  const { elements: elements2, strays } = htmlOf(text2, tree);
  const all5 = headingsOf(text2, tree).filter(({ top }) => top);
  const held = inElements(all5, elements2);
  const headings = all5.filter((heading) => !held.has(heading));
  const level2 = settings.level ?? highestOf(headings) ?? highestOf(all5);
  const problems = [...held].flatMap(
    ([heading, element]) => heading.depth === level2 ? [headingInHtml(heading, element, settings.key)] : []
  );
  const sections = sectionsOf(text2, headings, comments3, { ...settings, level: level2 });
  if (sections.length === 0)
    return { questions: [], problems: [...problems, noQuestions(settings.level)] };
  const unclosed = elements2.find(({ end: end2 }) => end2 === Infinity);
  const unpinned = sections.filter(({ id }) => id.name === null);
  const equal = Map.groupBy(unpinned, ({ heading }) => heading.title);
  const sharing = Map.groupBy(unpinned, ({ heading }) => heading.plainAnchor);
  const cut = textCutter(text2, tree);
  let passed = 0;
  const questions = [];
  const ownerless = ownerlessId(comments3, sections[0]?.heading.start ?? 0);
  for (const section of sections) {
    const { heading, id, key } = section;
    const twins = id.name === null ? equal.get(heading.title) ?? [] : [];
    const others4 = id.name === null ? sharing.get(heading.plainAnchor) ?? [] : [];
    const problem = id.problem ?? (section === sections[0] ? ownerless : null) ?? (twins.length > 1 ? duplicateHeading(section, twins.length) : null) ?? (others4.length > 1 ? sameAnchor(section, others4) : null);
    if (problem !== null) problems.push({ ...problem, source: key, title: heading.title });
    else {
      if (id.name === null && heading.anchor !== heading.plainAnchor)
        problems.push(numberedAnchor(section));
      problems.push(...attributesCut(heading).map((each) => ({ ...each, source: key })));
      while ((strays[passed]?.start ?? Infinity) < heading.start) passed += 1;
      const stray = strays[passed];
      if (unclosed && holds(section, unclosed))
        problems.push({ ...unclosedHtml(unclosed), source: key });
      if (stray && holds(section, stray)) problems.push({ ...unopenedHtml(stray), source: key });
      const question = cutOut(text2, section, cut);
      if (question === null) return { questions: [], problems: [tooMuchBrought] };
      questions.push(question);
    }
  }
  return { questions, problems };
}
function sectionsOf(text2, headings, comments3, { level: depth, key: of }) {
  const sections = [];
  for (const [index, heading] of headings.entries()) {
    if (depth === null || heading.depth !== depth) continue;
    let next = index + 1;
    while ((headings[next]?.depth ?? 0) > depth) next += 1;
    const following = headings[next];
    const end2 = following ? lineStart(text2, following.start) : text2.length;
    const id = findQuestionId(text2, comments3, heading.end, end2);
    const parting = headings.slice(index + 1, next).find((other) => other.depth === depth + 1 && other.title.toLowerCase() === "answer");
    const key = id.name === null ? { ...of, question: heading.anchor } : { base: { kind: "id", name: id.name }, question: null };
    sections.push({ key: formatSourceKey(key), heading, id, end: end2, parting });
  }
  return sections;
}
function highestOf(headings) {
  return headings.length === 0 ? null : Math.min(...new Set(headings.map(({ depth }) => depth)));
}
function inElements(headings, elements2) {
  const found = /* @__PURE__ */ new Map();
  let index = 0;
  for (const heading of headings) {
    while ((elements2[index]?.end ?? Infinity) <= heading.start) index += 1;
    const element = elements2[index];
    if (element && element.start < heading.start) found.set(heading, element);
  }
  return found;
}
function holds({ heading, end: end2 }, { start }) {
  return start >= heading.start && start < end2;
}
function cutOut(text2, { key, heading, id, end: end2, parting }, cut) {
  const start = id.end ?? lineAfter(text2, heading.end);
  const own = parting && cut(start, lineStart(text2, parting.start));
  const isAsked = own && own.text.trim() !== "";
  const { inline: inline2, inlineStart } = heading;
  const body = isAsked ? own : cut(inlineStart, inlineStart + inline2.length);
  const answer = cut(parting === void 0 ? start : lineAfter(text2, parting.end), end2);
  return body && answer && { key, title: heading.title, offset: heading.start, body, answer };
}
var unparsable = {
  rule: "unparsable",
  offset: 0,
  message: "The Markdown is too long, nested too deeply or cut up too finely to find the questions in it.",
  remedy: "Split the text, and take out nested quotes and lists."
};
var tooMuchBrought = {
  ...unparsable,
  message: "The definitions and footnotes that the questions refer to are too long together.",
  remedy: "Shorten what many questions refer to."
};
function noQuestions(level2) {
  const expected = level2 === null ? "a heading" : `a heading of level ${level2}`;
  return {
    rule: "no-questions",
    offset: 0,
    message: `The FAQ has no question, expected ${expected} for each.`,
    remedy: `Write each question as ${expected}, or remove the mark.`
  };
}
function headingInHtml(heading, { name, end: end2 }, of) {
  return {
    rule: "heading-in-html",
    source: formatSourceKey({ ...of, question: heading.anchor }),
    title: heading.title,
    offset: heading.start,
    message: `The heading ${quoted(heading.title)} stands in \`<${name}>\`${end2 === Infinity ? ", which nothing closes" : ""}, and is no question there, expected it outside of HTML elements.`,
    remedy: "Close the element before the heading, or move the heading out of it; where it belongs to an answer, give it a lower level."
  };
}
function unopenedHtml({ name, start }) {
  return {
    rule: "unopened-html",
    severity: "warning",
    offset: start,
    message: `Nothing opens the element that \`</${name}>\` closes, expected \`<${name}>\` in the text of its question.`,
    remedy: "Remove the tag, or open the element in the same text."
  };
}
function duplicateHeading({ heading }, count) {
  return {
    rule: "duplicate-heading",
    offset: heading.start,
    message: `The question ${quoted(heading.title)} stands ${count} times in one text, expected one heading for a question.`,
    remedy: "Reword one of the headings: the site takes a title once."
  };
}
function sameAnchor({ heading }, sharing) {
  const other = sharing.find((section) => section.heading !== heading)?.heading.title ?? "";
  return {
    rule: "same-anchor",
    offset: heading.start,
    message: `The question ${quoted(heading.title)} has the anchor of ${quoted(other)}, but for a number that depends on their order, expected a key that stays.`,
    remedy: "Write `<!-- stack-publish-id: NAME -->` under each of the headings, or reword one of them."
  };
}
function numberedAnchor({ key, heading }) {
  return {
    rule: "numbered-anchor",
    severity: "warning",
    source: key,
    offset: heading.start,
    message: `The question's key ${quoted(key)} has a number, because an earlier heading has the same anchor: it changes when headings move.`,
    remedy: "Write `<!-- stack-publish-id: NAME -->` under the heading, or reword it."
  };
}

// src/sources/faq/read-faq.ts
function readFaq(text2, { start, key: of, level: level2, common, unused, placeOf: placeOf2 }) {
  const { questions, problems } = readQuestions(text2.slice(start), { level: level2, key: of });
  const placeIn = (offset) => placeOf2?.(start + offset) ?? null;
  const source2 = formatSourceKey(of);
  const { provenance } = common;
  return {
    drafts: questions.map(({ key, title: title3, offset, body, answer }) => {
      const answerLine = placeIn(answer.offset)?.line;
      return {
        ...common,
        key,
        kind: "question",
        title: title3,
        body: body.text,
        answer: answer.text,
        type: null,
        editors: null,
        place: placeIn(offset),
        bodyLine: placeIn(body.offset)?.line ?? 1,
        ...placeOf2 && body.cuts.length > 0 && { bodyCuts: body.cuts },
        ...answerLine && { answerLine },
        ...placeOf2 && answer.cuts.length > 0 && { answerCuts: answer.cuts }
      };
    }),
    findings: [
      ...findingsOf(unused, source2, provenance, (offset) => placeOf2?.(offset) ?? null),
      ...findingsOf(problems, source2, provenance, placeIn)
    ]
  };
}

// src/sources/front-matter/draft-marks.ts
var yes = /^(?:true|yes|on)$/i;
var no = /^(?:false|no|off)$/i;
var days = ["date", "publishDate", "publishdate"];
var switches = { draft: yes, Draft: yes, unlisted: yes, published: no, publish: no };
var draftKeys = [...Object.keys(switches), ...days];
function draftMarks(map, now, offsetOf) {
  const textOf4 = (key) => {
    const value = map[key];
    return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
  };
  const isLater = (key) => {
    const [day] = /^\d{4}-\d\d-\d\d(?!\d)/.exec(textOf4(key)) ?? [];
    return day !== void 0 && Date.parse(day) > now;
  };
  return [
    ...Object.entries(switches).flatMap(([key, value]) => value.test(textOf4(key)) ? [key] : []),
    ...days.filter(isLater)
  ].map((key) => ({
    rule: "marked-as-draft",
    severity: "warning",
    offset: offsetOf(key),
    message: `\`${key}\` is ${quoted(textOf4(key))}, which other tools take for a draft; it is published all the same.`,
    remedy: `Remove the mark \`stack\` until the text is ready, or correct \`${key}\`.`
  }));
}

// src/sources/front-matter/front-matter-schema.ts
var number = (expected, pattern3) => pipe(text(expected, pattern3), transform(Number));
var plainLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]*$/u;
var title2 = string("a text (in quotes if need be)").check(_trim(), _regex(plainLine, "one line without control characters"));
var tags4 = pipe(
  array(
    string("a tag as text (in quotes if need be)"),
    "a list of tags, such as [tls, security]"
  ),
  transform((tags5) => [...new Set(tags5)])
);
var pinnedId = text(
  "up to 100 letters, digits, `.`, `_` or `-`",
  /^[A-Za-z0-9._-]{1,100}$/
);
var level = number("the level of the question headings, from 1 to 6", /^[1-6]$/);
var editors = editorsSchema((expected) => number(expected, /^[1-9]\d{0,14}$/));
function schemaOf(forms, expected) {
  const form2 = _enum(forms, expected);
  const settings = strictObject({
    as: nullish(form2),
    id: nullish(pinnedId),
    title: nullish(title2),
    tags: nullish(tags4),
    type: nullish(oneOf(articleTypes)),
    editors: nullish(editors),
    level: nullish(level)
  });
  const short = transform((as) => ({ as }));
  return object({
    stack: nullish(union([pipe(form2, short), settings], expected)),
    title: nullish(title2),
    tags: nullish(tags4)
  });
}
var frontMatterSchemas = {
  any: schemaOf(["article", "faq"], "`article` or `faq`"),
  article: schemaOf(["article"], "`article`, as the pull request's label says"),
  faq: schemaOf(["faq"], "`faq`, as the pull request's label says")
};

// src/sources/front-matter/read-marking.ts
var longest5 = 32768;
function readMarking(text2, { start, end: end2 }, { label = null, now = Infinity } = {}) {
  const bad = (offset, seen2) => ({
    problems: [problemAt(start + offset, seen2, "Correct the YAML between the `---` lines.")],
    id: null
  });
  if (end2 - start > longest5) {
    return bad(0, `it has ${end2 - start} characters, expected at most ${longest5}`);
  }
  const { tree, problems } = readYaml(text2.slice(start, end2), [
    "stack",
    "title",
    "tags",
    ...draftKeys
  ]);
  const [broken] = problems;
  if (broken !== void 0) return bad(Math.min(broken.offset, end2 - start), broken.message);
  const map = tree?.value;
  if (label === null && typeof map === "string" && /^stack:\S/.test(map))
    return bad(0, "it is the text `stack:…`, expected a blank behind the colon");
  if (tree === null || !isObject(map)) return null;
  if (label === null && (isAbsent(map["stack"]) || map["stack"] === false)) return null;
  const marking2 = readMap(tree, map, { start, label });
  if ("problems" in marking2) return marking2;
  const drafts = draftMarks(map, now, (key) => start + tree.keyAt([], key));
  return { ...marking2, warnings: [...marking2.warnings, ...drafts] };
}
function readMap(tree, { stack, title: title3, tags: tags5 }, { start, label }) {
  const own = isObject(stack) ? stack : { as: stack };
  const form2 = label ?? (own["as"] === "faq" ? "faq" : "article");
  const isSet = (key) => !isAbsent(own[key]);
  const keyAt = (key) => start + tree.keyAt(isSet(key) ? ["stack"] : [], key);
  const problems = [];
  const schema = frontMatterSchemas[label ?? "any"];
  const read = safeParse(schema, {
    stack: isObject(stack) && form2 === "article" ? { ...stack, level: null } : stack,
    title: isSet("title") ? null : title3,
    tags: isSet("tags") ? null : tags5
  });
  if (!read.success) {
    const found = schemaProblems(read.error.issues, tree, schema);
    problems.push(...found.map((problem) => schemaProblem(problem, start)));
  }
  if (label === null && isAbsent(own["as"])) {
    const seen2 = "the map `stack` has no `as`, expected `article` or `faq`";
    problems.push(problemAt(keyAt("stack"), seen2, "Write `as: article` or `as: faq`."));
  }
  if (form2 === "article" && isSet("level")) {
    const seen2 = "`level` is set for an article, expected it with `faq` only";
    problems.push(problemAt(keyAt("level"), seen2, "Remove `level`."));
  }
  if (!read.success || problems.length > 0) {
    problems.sort((a, b) => a.offset - b.offset);
    return { problems, id: safeParse(pinnedId, own["id"]).data ?? null };
  }
  const { stack: settings, ...beside } = read.data;
  const ownTitle = settings?.title ?? beside.title ?? null;
  const ownTags = settings?.tags ?? beside.tags ?? null;
  const unused = form2 === "article" ? [] : ["title", "type", "editors"].filter(isSet);
  return {
    as: form2,
    offset: keyAt("stack"),
    id: settings?.id ?? null,
    title: ownTitle === null ? null : { title: ownTitle, offset: keyAt("title") },
    tags: ownTags === null ? null : { tags: ownTags, offset: keyAt("tags") },
    type: settings?.type ?? null,
    editors: settings?.editors ?? null,
    level: settings?.level ?? null,
    warnings: unused.map((key) => unusedSetting(key, keyAt(key)))
  };
}
function isAbsent(value) {
  return value === null || value === void 0;
}
function problemAt(offset, seen2, remedy2) {
  const message = `The front matter cannot be read: ${seen2.replace(/\.?$/, ".")}`;
  return { rule: "front-matter", offset, message, remedy: remedy2 };
}
function schemaProblem(problem, start) {
  const { offset, seen: seen2, expected, nearest, unknown: unknown2 } = problem;
  const correct = nearest === null ? `Write ${expected}` : `Write \`${nearest}\``;
  const remedy2 = unknown2 !== null && nearest === null ? "Remove it." : `${correct}, or remove it.`;
  return problemAt(start + offset, `${seen2}, expected ${expected}`, remedy2);
}
function unusedSetting(key, offset) {
  return {
    rule: "unused-setting",
    severity: "warning",
    offset,
    message: `\`${key}\` is set for a FAQ, expected it with \`article\` only: a question has none of it.`,
    remedy: `Remove \`${key}\`.`
  };
}

// builtin-import:node:buffer?src/sources/docs/decode-utf8.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:buffer");
var one3 = (name) => all3[name];
var $isUtf8 = /* @__PURE__ */ one3("isUtf8");

// src/sources/docs/decode-utf8.ts
function decodeUtf8(bytes) {
  if (!$isUtf8(bytes)) {
    return { text: null, line: firstBadLine(bytes), seen: "bytes that are not UTF-8" };
  }
  const text2 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const nul = text2.indexOf("\0");
  if (nul === -1) return { text: text2 };
  return { text: null, line: text2.slice(0, nul).split("\n").length, seen: "a NUL byte" };
}
function firstBadLine(bytes) {
  let line = 1;
  let start = 0;
  for (; ; ) {
    const feed = bytes.indexOf(10, start);
    if (feed === -1 || !$isUtf8(bytes.subarray(start, feed))) return line;
    start = feed + 1;
    line += 1;
  }
}

// src/sources/docs/may-be-marked.ts
function mayBeMarked(bytes) {
  const start = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  if (bytes[start] !== 45 || bytes[start + 1] !== 45 || bytes[start + 2] !== 45) return false;
  const text2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", start);
  const found = findFrontMatter(text2);
  return found !== null && namesStack(text2, found);
}
function namesStack(text2, { kind, label, start, end: end2 }) {
  const block = text2.slice(start, end2);
  if (kind === "foreign") return /\bstack["']?\s*:/.test(block);
  if (kind === "unclosed") {
    const paragraph = block.split(/\n[ \t]*\r?\n/, 1)[0] ?? "";
    return label === "" && /(?:^|\n)stack[ \t]*:/.test(paragraph);
  }
  return block.trimStart().startsWith("{") ? /[{,\s]["']?stack["']?\s*:/.test(block) : /(?:^|\n)[ \t]*["']?stack["']?[ \t]*:/.test(block);
}

// src/sources/docs/near-mark.ts
var longest6 = 16384;
var lfs2 = "version https://git-lfs.github.com/spec/";
var worthReading = /[Ss][Tt][Aa][Cc][Kk]|^version/;
var above = /(?:[\s\p{DI}]|<!--[^]*?-->|\{\/\*[^]*?\*\/\})*/uy;
var fences = String.raw`-{2,}|\+{3,}|;{3,}|[\u2012-\u2015][-\u2012-\u2015]*`;
var opening4 = new RegExp(String.raw`(${fences})([^\r\n]*)(\r\n|\r|\n)`, "uy");
var closing = new RegExp(String.raw`(?<=[\r\n])(?:${fences}|\.{3})[^\S\r\n]*(?:[\r\n]|$)`, "u");
var stackKey = new RegExp(`(?<=^|[\\r\\n])\\p{DI}*[["'{]?\\p{DI}*stack\\p{DI}*["']?(?:\\]|[^\\S\\r\\n]*[:=.])`, "iu");
var json = /\{\s*(?:"[^"]*"|[^"}])*"stack"\s*:/iy;
var buried = /(?<=\n[^\S\n]*\n)---[^\S\n]*\n(?:[\w-]+:[^\n]*\n){0,20}?stack[ \t]*:[ \t]*(?:article|faq|\{|\r?\n)/gi;
var fence = /^ {0,3}(?:`{3}|~{3})/gm;
function nearMark(bytes) {
  const [first, second] = bytes;
  const little = first === 255 || second === 0;
  const encoding = little ? "UTF-16LE" : first === 254 || first === 0 ? "UTF-16BE" : "UTF-8";
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longest6));
  if (encoding === "UTF-8" && !worthReading.test(head.toString("latin1"))) return null;
  const text2 = new TextDecoder(encoding, { ignoreBOM: true }).decode(head);
  const flaw = flawOf4(text2, encoding);
  if (flaw === null) return null;
  const [offset, message, remedy2] = flaw;
  return { problem: { rule: "mark-not-read", severity: "warning", offset, message, remedy: remedy2 }, text: text2 };
}
var toYaml = "Write it as YAML between `---` lines.";
var toTop = "Move its first `---` line to the very start of the file.";
function flawOf4(text2, encoding) {
  if (text2.startsWith(lfs2))
    return [
      0,
      "The file is a pointer of Git LFS, so that nobody sees whether it is marked, expected its text.",
      "Take the file out of Git LFS, or exclude it in `sources.docs.exclude`."
    ];
  above.lastIndex = 0;
  above.test(text2);
  const start = above.lastIndex;
  const unread = (seen3) => `The front matter is not read: ${seen3}.`;
  json.lastIndex = start;
  if (json.test(text2))
    return [start, unread("it is JSON, expected YAML between `---` lines"), toYaml];
  opening4.lastIndex = start;
  const [line = "", marks2 = "", rest = "", lineEnd] = opening4.exec(text2) ?? [];
  const block = start + line.length;
  const key = line === "" ? null : stackKey.exec(blockIn(text2.slice(block)));
  if (key === null) {
    const below = buriedAt(text2);
    return below === null ? null : [below, unread("text stands above it, expected nothing"), toTop];
  }
  if (encoding !== "UTF-8")
    return [start, unread(`the file is ${encoding}, expected UTF-8`), "Save the file as UTF-8."];
  if (lineEnd === "\r")
    return [
      start,
      unread("its lines end in CR alone, expected LF or CRLF"),
      "Save the file with LF or CRLF as line ends."
    ];
  const skipped = text2.slice(0, start).replace(/^\uFEFF/, "");
  const first = quoted(`${marks2}${rest}`.trim());
  if (/^[+;]/.test(marks2))
    return [start, unread(`it begins with ${first}, expected YAML between \`---\` lines`), toYaml];
  if (skipped !== "") {
    const what = /<!--|\{\//.test(skipped) ? "a comment" : "blanks or invisible characters";
    return [
      start,
      unread(`${what} stand${what === "a comment" ? "s" : ""} above it, expected nothing`),
      toTop
    ];
  }
  if (first !== '"---"')
    return [
      start,
      unread(`it begins with ${first}, expected a plain \`---\` line`),
      "Write `---` alone in the first line."
    ];
  const seen2 = key[0].replace(/[\s:=.]+$/, "");
  if (/^(["']?)stack\1$/.test(seen2)) return null;
  return [
    block + key.index,
    unread(`it has the key ${quoted(seen2)}, expected \`stack\``),
    "Write `stack` in lower case."
  ];
}
function buriedAt(text2) {
  for (const { index } of text2.matchAll(buried))
    if ((text2.slice(0, index).match(fence)?.length ?? 0) % 2 === 0) return index;
  return null;
}
function blockIn(text2) {
  const end2 = closing.exec(text2)?.index;
  return end2 === void 0 ? text2.split(/(?:\r\n|\r|\n)[^\S\r\n]*[\r\n]/, 1)[0] ?? "" : text2.slice(0, end2);
}

// src/sources/docs/read-doc.ts
function readDoc(file, defaults, now = Infinity) {
  const { path, revision, bytes } = file;
  const provenance = { kind: "file", path };
  if (!mayBeMarked(bytes)) {
    const near = nearMark(bytes);
    if (near === null) return { drafts: [], findings: [] };
    const at = lineIndex(near.text);
    const placeOf3 = (offset) => ({ file: path, ...at(offset) });
    return { drafts: [], findings: findingsOf([near.problem], path, provenance, placeOf3) };
  }
  const decoded2 = decodeUtf8(bytes);
  if (decoded2.text === null) {
    const { line, seen: seen2 } = decoded2;
    const place = { file: path, line, column: null };
    return { drafts: [], findings: findingsOf([notText(seen2)], path, provenance, () => place) };
  }
  const { text: text2 } = decoded2;
  const frontMatter = findFrontMatter(text2);
  if (frontMatter === null) return { drafts: [], findings: [] };
  const position = lineIndex(text2);
  const placeOf2 = (offset) => ({ file: path, ...position(offset) });
  const failed2 = (source2, problems2) => ({
    drafts: [],
    findings: findingsOf(problems2, source2, provenance, placeOf2)
  });
  if (frontMatter.kind !== "yaml") return failed2(path, [notYaml(frontMatter)]);
  const marking2 = readMarking(text2, frontMatter, { now });
  if (marking2 === null) return { drafts: [], findings: [] };
  const own = sourceKey(provenance, marking2.id);
  const key = formatSourceKey(own);
  if ("problems" in marking2) return failed2(key, marking2.problems);
  const common = {
    revision,
    provenance,
    ...marking2.tags === null ? { tags: [...new Set(defaults.tags)] } : { tags: marking2.tags.tags, tagsPlace: placeOf2(marking2.tags.offset) }
  };
  const start = frontMatter.after;
  if (marking2.as === "faq") {
    const { level: level2, warnings: unused } = marking2;
    return readFaq(text2, { start, key: own, level: level2 ?? 2, common, unused, placeOf: placeOf2 });
  }
  const { titleAt, bodyAt, problems, ...article } = articleOf(text2, start, marking2);
  const draft = {
    ...common,
    ...article,
    key,
    kind: "article",
    answer: null,
    type: marking2.type ?? defaults.type ?? "knowledge-article",
    editors: marking2.editors ?? defaults.editors ?? null,
    place: placeOf2(titleAt),
    bodyLine: position(bodyAt).line
  };
  return {
    drafts: [draft],
    findings: findingsOf([...marking2.warnings, ...problems], key, provenance, placeOf2)
  };
}
function articleOf(text2, end2, marking2) {
  const start = skipBlankLines(text2, end2);
  const whole = text2.slice(start);
  const heading = marking2.title === null ? firstHeading(whole) : null;
  if (heading === null) {
    const { title: title4 = "", offset = marking2.offset } = marking2.title ?? {};
    return { title: title4, titleAt: offset, body: whole, bodyAt: start, problems: [] };
  }
  const { text: body, dropped: dropped2, cut } = cutHeading(whole, heading);
  const { title: title3 } = heading;
  return {
    title: title3,
    titleAt: start + heading.start,
    body,
    bodyAt: start + dropped2,
    problems: attributesCut({ ...heading, start: start + heading.start }),
    ...cut && { bodyCuts: [cut] }
  };
}
function notYaml({ kind, label }) {
  const [message, remedy2] = kind === "unclosed" ? [
    "The front matter has no end, expected a `---` line after it.",
    "Close the front matter with a `---` line."
  ] : [
    `The front matter begins with ${quoted(`---${label}`)}, expected a plain \`---\` line.`,
    "Write the front matter as YAML between plain `---` lines."
  ];
  return { rule: "front-matter", offset: 0, message, remedy: remedy2 };
}
function notText(seen2) {
  return {
    rule: "not-utf8",
    offset: 0,
    message: `The file is marked for publication and holds ${seen2}, expected UTF-8 text.`,
    remedy: "Save the file as UTF-8."
  };
}

// src/sources/docs/docs-source.ts
var docsSource = {
  from: "files",
  owns: ({ kind }) => kind === "file",
  shaping: () => ({}),
  async gather({ config, tree, recorded, mayBeSkipped, now }) {
    const files = await tree.files();
    const { named: named2, findings: unmatched } = docFiles(files, config);
    const revisions = memoize(() => new Map(files.map(({ path, revision }) => [path, revision])));
    const byPath = Map.groupBy(
      recorded,
      ({ record: { provenance } }) => provenance?.kind === "file" ? provenance.path : null
    );
    const isKnown = ({ path, revision }) => {
      const known2 = byPath.get(path) ?? [];
      const isSame = ({ record }) => record.sourceCount === known2.length && record.revision === revision && mayBeSkipped(record) && // What it shows is as it was.
      Object.entries(record.dependsOn).every(
        ([path2, blob]) => blob === null || isLink(blob) || (revisions().get(path2) ?? "") === blob
      );
      return known2.length > 0 && known2.every(isSame);
    };
    const drafts = [];
    const skipped = [];
    const findings = [...unmatched];
    const changed = [];
    const absent = named2.filter(({ kind }) => kind === "absent");
    if (absent.length > 0) findings.push(...notCheckedOut(absent));
    for (const file of named2) {
      if (file.kind === "symlink") findings.push(...findingOf(file.path, symlink));
      else if (file.kind === "unnamed") findings.push(...findingOf(file.path, unnamed));
      else if (file.kind !== "file") continue;
      else if (isKnown(file)) skipped.push(file);
      else changed.push(file);
    }
    const read = async (some) => {
      for await (const { file, bytes, changedBy } of tree.read(some)) {
        const reading = readDoc({ ...file, bytes }, config.defaults, now);
        drafts.push(...reading.drafts);
        findings.push(...reading.findings);
        if (changedBy && reading.drafts.length + reading.findings.length > 0)
          findings.push(...findingOf(file.path, otherBytes(changedBy)));
      }
    };
    await read(changed);
    const recordsOf = ({ path }) => byPath.get(path) ?? [];
    const failed2 = findings.flatMap(
      ({ provenance }) => provenance.kind === "file" ? provenance.path : []
    );
    const asRecorded = /* @__PURE__ */ new Set([...skipped.map(({ path }) => path), ...failed2]);
    const standing2 = [...asRecorded].flatMap((path) => byPath.get(path) ?? []);
    const linked = linkedFiles(drafts, standing2, files);
    const isLinkedAnew = (file) => !recordsOf(file).every(({ record }) => linksAsBefore(record, linked));
    const [anew, unread] = [skipped.filter(isLinkedAnew), skipped.filter((f) => !isLinkedAnew(f))];
    await read(anew);
    return {
      drafts: await withLocalImages(drafts, files, tree),
      findings,
      unread: unread.flatMap(recordsOf),
      seen: null,
      linked
    };
  }
};
var symlink = {
  rule: "symlink",
  severity: "warning",
  offset: 0,
  message: "The file is a symbolic link and is not followed, expected a regular file.",
  remedy: "Mark the file that it points to, or exclude the link in `sources.docs.exclude`."
};
var unnamed = {
  rule: "name-not-utf8",
  severity: "warning",
  offset: 0,
  message: "The name of the file is not UTF-8, expected a name that can be written: it is not read.",
  remedy: "Rename the file, or exclude it in `sources.docs.exclude`."
};
function otherBytes(changedBy) {
  return {
    rule: "other-bytes",
    severity: "warning",
    offset: 0,
    message: `The file was read as it is on disk, and ${changedBy} in .gitattributes may give a commit other bytes, expected the same: \`plan\` reads those of the commit.`,
    remedy: "Look at the plan of a commit, or store the file as it is."
  };
}
function notCheckedOut(absent) {
  const [first] = absent.map(({ path }) => path);
  const problem = {
    rule: "not-checked-out",
    severity: "warning",
    offset: 0,
    message: `A sparse checkout leaves out ${absent.length} of the files that \`sources.docs\` names, the first is ${quoted(first ?? "")}, expected all of them: they were not looked at.`,
    remedy: "Check a full checkout, as after `git sparse-checkout disable`; `plan` reads the commit."
  };
  return findingsOf([problem], "sources.docs", { kind: "file", path: "sources.docs" }, () => null);
}
function findingOf(path, problem) {
  const place = { file: path, line: null, column: null };
  return findingsOf([problem], path, { kind: "file", path }, () => place);
}

// src/sources/release/made-from-pulls.ts
function isMadeFromPulls({ releases }) {
  return releases !== false && releases.from === "pull-requests";
}

// src/sources/pull-request/note-blocks.ts
var anyNote = /(?:`{3}|~{3})[ \t]*(?:release-note|faq)(?![^\s`])/i;
function noteBlocks(text2) {
  if (!anyNote.test(text2)) return [];
  return plainBlocks(text2) ?? parsedBlocks(text2);
}
function plainBlocks(text2) {
  if (/\r(?!\n)/.test(text2)) return null;
  const blocks3 = [];
  const opening6 = /(?<=^|\n) {0,3}(?=`{3}|~{3}|<)/g;
  for (let from = 0; anyNote.test(text2.slice(from)); ) {
    opening6.lastIndex = from;
    const indent = opening6.exec(text2)?.[0].length;
    if (indent === void 0) break;
    const at = opening6.lastIndex;
    if (text2[at] === "<") {
      const end2 = commentEnd(text2, at, indent);
      if (end2 === null) return null;
      from = end2;
      continue;
    }
    const fence2 = fenceAt(text2, at);
    if (fence2 !== null && indent > 0 && !isSameInList(text2.slice(at, fence2.end), fence2, indent)) {
      return null;
    }
    if (fence2 !== null && isNote(fence2)) blocks3.push(fence2);
    from = fence2?.end ?? lineAfter(text2, at);
  }
  return blocks3;
}
function commentEnd(text2, at, indent) {
  if (!text2.startsWith("<!--", at)) return null;
  const close2 = text2.indexOf("-->", at + 2);
  const end2 = close2 === -1 ? text2.length : lineAfter(text2, close2);
  if (indent > 0 && (close2 === -1 || /\n {0,3}(?:`{3}|~{3}|<)/.test(text2.slice(at, end2))))
    return null;
  return end2;
}
function isSameInList(slice, fence2, indent) {
  if (!fence2.closed || isNote(fence2)) return false;
  const lines = slice.trimEnd().split("\n").slice(1);
  const last = lines.pop() ?? "";
  return /^ *\S/.exec(last)?.[0].length === indent + 1 && lines.every(
    (line) => line.trim() === "" || !/^[ \t]*(?:`{3}|~{3})/.test(line) && line.startsWith(" ".repeat(indent))
  );
}
function parsedBlocks(text2) {
  const tree = parseMarkdown(text2);
  if (tree === null) return null;
  const blocks3 = [];
  for (const node of tree.children) {
    const fence2 = node.type === "code" ? fenceAt(text2, startOf(node)) : null;
    if (fence2 !== null && isNote(fence2)) blocks3.push(fence2);
  }
  return blocks3;
}
function isNote({ info }) {
  const name = info.split(/[ \t]/, 1)[0]?.toLowerCase();
  return name === "release-note" || name === "faq";
}

// src/sources/pull-request/paired-comments.ts
var longestName = 200;
var closing2 = /^(?:\/|end[\s:_-]+(?:of[\s:_-]+)?)(.+)$|^(.+?)[\s:_-]+end$/i;
var opening5 = /^(?:(?:begin|start)[\s:_-]+(?:of[\s:_-]+)?|this is an? )(.+)$|^(.+?)[\s:_-]+(?:begin|start)$/i;
var surelyOpens = /^(?:begin|start)[\s:_-]\S+$|^\S+[\s:_-](?:begin|start)$|^[a-z0-9]+(?:_[a-z0-9]+)+$/i;
function pairComments(comments3) {
  const open = /* @__PURE__ */ new Map();
  const pairs = [];
  for (const each of comments3) {
    const { start, comment } = each;
    const text2 = textOf3(comment);
    if (text2.length > longestName || text2.startsWith("stack-publish")) continue;
    const closed = nameIn(closing2, text2);
    const name = (nameIn(opening5, closed ?? text2) ?? closed ?? text2).trim().toLowerCase();
    const waiting = open.get(name) ?? [];
    if (closed === null) {
      waiting.push(each);
      open.set(name, waiting);
      continue;
    }
    const from = waiting.pop()?.start;
    if (from !== void 0) pairs.push({ start: from, end: start + comment.length });
  }
  const unclosed = [...open.values()].flat().filter(({ comment }) => surelyOpens.test(textOf3(comment)));
  return { pairs: pairs.sort((a, b) => a.start - b.start), unclosed };
}
function textOf3(comment) {
  return comment.slice("<!--".length, -"-->".length).trim();
}
function nameIn(pattern3, text2) {
  const [, after2, before3] = pattern3.exec(text2) ?? [];
  return after2 ?? before3 ?? null;
}

// src/sources/pull-request/trailers.ts
var longest7 = 500;
var words = "close[sd]?|fix(?:e[sd])?|resolve[sd]?|implements?|refs?|references?|relate[sd](?:[ -]to)?|part[ -]of|depends[ -]on|issues?|bugs?|tickets?|jira|tasks?|links?|see[ -]also";
var keyword = new RegExp(String.raw`^(?:${words})(?![\w-])`, "i");
var keywords = new RegExp(String.raw`(?<![\w-])(?:${words}|and)(?![\w-])`, "gi");
var reference2 = /https?:\/\/\S+|(?:[\w.-]+\/[\w.-]+)?#\d+|\b(?:[A-Z][A-Z0-9]+-\d+|[0-9a-f]{7,64}(?: \("[^"]*"\))?)(?![\w-])/g;
var signature = /^(?:[a-z]+-)+by:|^(?:change-id|cc):|^[a-z][a-z -]* by: .*<[^<>\s]+@[^<>\s]+>$|^\(cherry picked from commit [0-9a-f]{7,64}\)$/i;
var tokenWithReference = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+: (?:https?:\/\/\S+|(?:[\w.-]+\/[\w.-]+)?#?\d+|[A-Z][A-Z0-9]+-\d+|\w?[0-9a-f]{7,64})$/i;
var token2 = /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+: /;
var blank = /^\s*$/;
var apart = /^(?:\s*$| {0,3}\[[^\]]+\]:[ \t]*\S)/;
function trailersStart(text2) {
  const lines = text2.trimEnd().split("\n");
  let end2 = lines.length;
  for (; ; ) {
    const below = endAbove(lines, end2, apart);
    const start = firstTrailer(lines, below);
    if (start === below) break;
    end2 = start;
  }
  if (end2 === lines.length) return text2.length;
  end2 = endAbove(lines, end2, blank);
  if (/^ {0,3}([-*_])(?:[ \t]*\1){2,}\s*$/.test(lines[end2 - 1] ?? "") && !lines[end2 - 2]?.trim())
    end2 -= 1;
  return lines.slice(0, end2).join("\n").replace(/\r$/, "").length;
}
function endAbove(lines, end2, kind) {
  let above2 = end2;
  while (above2 > 0 && kind.test(lines[above2 - 1] ?? "")) above2 -= 1;
  return above2;
}
function firstTrailer(lines, end2) {
  let start = end2;
  let isKnown = false;
  for (let at = end2 - 1; at >= 0 && lines[at]?.trim() !== ""; at -= 1) {
    const line = lines[at] ?? "";
    const plain = /^(?: {4}|\t)/.test(line) ? "" : plainLine2(line);
    const known2 = isTrailer(plain);
    if (!known2 && !token2.test(plain)) {
      if (/^[ \t]/.test(line)) continue;
      break;
    }
    isKnown ||= known2;
    start = at;
  }
  return isKnown ? start : end2;
}
function isTrailer(line) {
  if (signature.test(line) || tokenWithReference.test(line)) return true;
  if (!keyword.test(line)) return false;
  const rest = line.replaceAll(reference2, "").replace(/: *\d+$/, "");
  return rest.length < line.length && rest.replaceAll(keywords, "").replaceAll(/[\s,:;&.()[\]]/g, "") === "";
}
function plainLine2(line) {
  if (line.length > longest7) return "";
  return line.replaceAll(/<\/?(?:b|br|code|em|i|p|small|strong|sub|sup)(?:\s[^<>]*)?>/gi, "").replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replaceAll(/[*_`~\\]/g, "").replace(/^[\s>+•-]*(?:\[[ x]\]|\d{1,9}[.)])?/i, "").trim();
}

// src/sources/pull-request/section-text.ts
var bold = /(?<=^|\n) {0,3}(\*\*|__)(?=\S)((?:(?!\1)[^\n])+)\1[ \t]*:?[ \t]*(?=\r?\n|$)/;
var rule = /(?<=^|\n) {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\r?(?=\n)/;
function sectionText(section) {
  const shown4 = withoutComments(section);
  if (shown4 === null) return null;
  const stray = endOfHolder(shown4);
  const inside = shown4.slice(0, stray?.start);
  const behind2 = stray && shown4.slice(stray.end).trim() !== "" ? [leftOut(stray)] : [];
  const text2 = trimBlankLines(inside.slice(0, trailersStart(inside)));
  if (!bold.test(text2) && !rule.test(text2)) return { text: text2, problems: behind2 };
  const tree = parseMarkdown(text2);
  return tree && { text: text2, problems: [...behind2, ...marksOfEnd(text2, tree).map(runsOn)] };
}
function endOfHolder(text2) {
  const tree = text2.includes("</") ? parseMarkdown(text2) : null;
  return tree ? htmlOf(text2, tree).strays[0] : void 0;
}
function leftOut({ name }) {
  return {
    rule: "unopened-html",
    severity: "warning",
    offset: 0,
    message: `The section of the note ends with \`</${name}>\`, whose element begins above it: what follows is left out.`,
    remedy: "Write all of the note before the tag, or remove the tag."
  };
}
function runsOn(mark5) {
  return {
    rule: "section-runs-on",
    severity: "warning",
    offset: 0,
    message: `The section of the note goes on behind ${mark5}, up to the next heading of its level.`,
    remedy: "Write a heading such as `## Notes for reviewers` before what readers shall not see."
  };
}
function withoutComments(text2) {
  if (!text2.includes("<!--")) return text2;
  const tree = parseMarkdown(text2);
  return tree === null ? null : cutComments(text2, tree, isIdComment);
}
function marksOfEnd(text2, tree) {
  const before3 = tree.children.slice(0, -1);
  const marks2 = before3.some(({ type }) => type === "thematicBreak") ? ["a rule"] : [];
  for (const node of tree.children) {
    if (node.type !== "paragraph") continue;
    const slice = sliceOf(text2, node);
    const found = bold.exec(slice);
    const isLast = node === tree.children.at(-1);
    if (found === null || isLast && found.index + found[0].length === slice.length) continue;
    return [...marks2, `the line ${quoted(found[0].trim())}, which is no heading`];
  }
  return marks2;
}

// src/sources/pull-request/note-sections.ts
function noteSections(text2) {
  if (!/release\s+note|faq/i.test(text2)) return [];
  const tree = parseMarkdown(text2);
  if (tree === null) return null;
  const headings = topHeadings(text2, tree);
  const { pairs, unclosed } = pairComments(commentsIn(text2, tree));
  const sections = [];
  let after2 = 0;
  for (const [index, heading] of headings.entries()) {
    if (heading.start < after2 || heading.depth !== 2) continue;
    if (!/^(?:release notes?|faq)$/i.test(heading.title)) continue;
    const start = skipBlankLines(text2, lineAfter(text2, heading.end));
    const inner = start + frontMatterLength(text2.slice(start));
    const rest = inner === start ? tree : parseMarkdown(text2.slice(inner));
    if (rest === null) return null;
    const following = rest === tree ? headings.slice(index + 1) : topHeadings(text2.slice(inner), rest, inner);
    const next = following.find(({ depth }) => depth <= 2);
    const end2 = Math.max(inner, next ? lineStart(text2, next.start) : text2.length);
    const isWithin = (each) => each.start >= inner && each.start < end2;
    const others4 = pairs.filter(isWithin);
    const own = sectionText(withoutRanges(text2, inner, end2, others4));
    if (own === null) return null;
    const open = unclosed.filter(isWithin).map(({ comment }) => runsOn(`the comment ${quoted(comment)}, which nothing closes`));
    sections.push({
      text: text2.slice(start, inner) + own.text,
      problems: [...open, ...own.problems]
    });
    after2 = others4.reduce((last, pair) => Math.max(last, pair.end), end2);
  }
  return sections;
}
function topHeadings(text2, tree, offset = 0) {
  return headingsOf(text2, tree).filter(({ top }) => top).map((heading) => ({
    ...heading,
    start: heading.start + offset,
    end: heading.end + offset
  }));
}
function withoutRanges(text2, start, end2, ranges) {
  let result = "";
  let at = start;
  for (const range of ranges) {
    if (range.start > at) result += text2.slice(at, range.start);
    at = Math.max(at, range.end);
  }
  return result + text2.slice(at, Math.max(at, end2));
}
function frontMatterLength(text2) {
  const found = findFrontMatter(text2);
  if (found?.kind !== "yaml") return 0;
  const hasKeys = /(?:^|\n)[ \t]*(?:\{|["']?[\w-]{1,50}["']?[ \t]*:)/;
  return hasKeys.test(text2.slice(found.start, found.end)) ? found.after : 0;
}

// src/sources/pull-request/says-none.ts
var longest8 = 500;
var picture = /!\[|<(?:audio|embed|iframe|img|object|picture|svg|video)(?![\w-])/i;
var commentInCode = /`[^`\n]*<!--/;
var markup = /(?<=^|\n)[ \t]*(?:`{3}|~{3})[^\n]*|(?<=^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ x]\])?|<\/?[a-z][^<>]*>|\]\([^()]*\)/gi;
var none = /^(?:na|no|nil|nothing|empty|notapplicable|not(?:needed|required)|(?:none|noreleasenotes?)(?:needed|required)?)?$/;
function saysNone(text2) {
  const shown4 = blankComments(text2).replaceAll(new RegExp("\\p{DI}", "gu"), "").trim();
  if (shown4.length > longest8 || picture.test(shown4) || commentInCode.test(text2)) return false;
  const bare = shown4.replace(markup, "");
  const tree = bare.includes("&") ? parseMarkdown(bare) : null;
  const said = tree ? plainText(tree) : bare;
  return isNone(said) || said.split("\n").every(isNone);
}
function isNone(text2) {
  const letters = text2.normalize("NFKC").toLowerCase();
  return none.test(letters.replaceAll(/[^\p{L}\p{N}]/gu, ""));
}

// src/sources/pull-request/find-note.ts
function findNote(description) {
  const blocks3 = noteBlocks(description);
  if (blocks3 === null) return { kind: "unparsable" };
  if (blocks3.length > 0) {
    if (blocks3.some(({ closed }) => !closed)) return { kind: "open" };
    const texts = blocks3.map(({ text: text2 }) => text2);
    if (texts.some(endsInCode)) return { kind: "cut" };
    if (texts.slice(1).some(hasHead)) return { kind: "headed" };
    return joined3(texts, "block", description);
  }
  const sections = noteSections(description);
  if (sections === null) return { kind: "unparsable" };
  const note = joined3(
    sections.map(({ text: text2 }) => text2),
    "section",
    description
  );
  return note.kind !== "text" ? note : { ...note, problems: sections.flatMap(({ problems }) => problems) };
}
function endsInCode(text2) {
  if (!/^ {0,3}(?:`{3}|~{3})/m.test(text2)) return false;
  const last = parseMarkdown(text2)?.children.at(-1);
  return last?.type === "code" && fenceAt(text2, startOf(last))?.closed === false;
}
function hasHead(text2) {
  const found = findFrontMatter(text2.trimStart());
  if (found?.kind !== "yaml") return false;
  return /^(?:stack|title|tags)[ \t]*:/m.test(text2.trimStart().slice(found.start, found.end));
}
function joined3(texts, from, description) {
  const parts2 = texts.map(trimBlankLines).map((text2) => {
    const start = frontMatterLength(text2);
    return { text: text2, head: text2.slice(0, start), rest: text2.slice(start) };
  });
  const shown4 = parts2.filter(({ rest }) => !isBlankMarkdown(rest));
  if (shown4.length === 0) return { kind: "empty" };
  const said = shown4.filter(({ rest }) => !saysNone(rest));
  if (said.length === 0) return { kind: "none" };
  const head = parts2[0] === said[0] ? "" : parts2[0]?.head ?? "";
  const gap = description.includes("\r\n") ? "\r\n\r\n" : "\n\n";
  return { kind: "text", text: head + said.map(({ text: text2 }) => text2).join(gap), from, problems: [] };
}

// src/sources/pull-request/read-note.ts
function readNote(body, form2, now) {
  const description = body.toWellFormed();
  const note = findNote(description);
  if (note.kind !== "text") return { failed: [noNote[note.kind]] };
  return withMarking(note.text, description, form2, note.from, note.problems, now);
}
function readOverride(text2, now) {
  return withMarking(text2, text2, "article", "file", [], now);
}
function withMarking(text2, around2, form2, from, problems, now) {
  const head = findFrontMatter(text2);
  const marking2 = head?.kind === "yaml" ? readMarking(text2, head, { label: form2, now }) : null;
  if (marking2 && "problems" in marking2) return { failed: marking2.problems };
  const start = head && marking2 ? skipBlankLines(text2, head.after) : 0;
  return {
    marking: marking2,
    whole: text2.slice(0, start) + withLabelsOf(around2, text2.slice(start)),
    start,
    from,
    warnings: [...problems, ...marking2?.warnings ?? []]
  };
}
function readArticle({ marking: marking2, whole, start, from, warnings: warnings2 }) {
  const own = splitTitle(whole.slice(start), marking2?.title?.title ?? null);
  if (own.body.trim() !== "" && saysNone(own.body)) return { failed: [noNote.none] };
  const unclosed = from === "section" ? unclosedIn(own.body) : [];
  return { ...own, problems: [...warnings2, ...own.problems, ...unclosed] };
}
function splitTitle(text2, given) {
  const none2 = { title: given, body: text2, problems: [] };
  if (given !== null) return none2;
  if (!/^ {0,3}#|\n {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/.test(text2)) return none2;
  const tree = parseMarkdown(text2);
  if (tree === null || tree.children[0]?.type !== "heading") return none2;
  const [heading] = headingsOf(text2, tree);
  if (heading === void 0) return none2;
  const { title: title3 } = heading;
  return { title: title3, body: cutHeading(text2, heading).text, problems: attributesCut(heading) };
}
function unclosedIn(text2) {
  const tree = text2.includes("<") ? parseMarkdown(text2) : null;
  const unclosed = tree && htmlOf(text2, tree).elements.find(({ end: end2 }) => end2 === Infinity);
  return unclosed ? [unclosedHtml(unclosed)] : [];
}
var noNote = {
  none: {
    rule: "note-none",
    severity: "warning",
    offset: 0,
    message: "The note of the pull request says only `NONE` or the like, so that nothing is published.",
    remedy: "Write a note, or remove the label."
  },
  empty: {
    rule: "no-note",
    severity: "warning",
    offset: 0,
    message: "The pull request has no text for readers, expected a block ```release-note or a section `## Release note` (or `faq`).",
    remedy: "Write a note into the description, or remove the label."
  },
  open: {
    rule: "open-note",
    offset: 0,
    message: "The block of the pull request's note is not closed, expected a closing fence.",
    remedy: "Close the block with a line of the marks that open it."
  },
  cut: {
    rule: "open-note",
    offset: 0,
    message: "The block of the pull request's note ends within a code block, expected more marks around the note than around the code in it.",
    remedy: "Open and close the note with one mark more than its code blocks, such as four."
  },
  headed: {
    rule: "front-matter",
    offset: 0,
    message: "A block of the note after the first begins with a front matter, expected it in the first.",
    remedy: "Move what it says into the front matter of the first block."
  },
  unparsable: {
    rule: "unparsable",
    offset: 0,
    message: "The pull request's description is too long, nested too deeply or cut up too finely to find its note.",
    remedy: "Shorten the description, and take out nested quotes and lists."
  }
};

// src/sources/pull-request/two-labels.ts
function twoLabels({ article, faq }) {
  return {
    rule: "two-labels",
    offset: 0,
    message: `The pull request has the labels ${quoted(article)} and ${quoted(faq)}, expected one of them.`,
    remedy: "Remove one of the two labels."
  };
}

// src/sources/pull-request/read-pull-request.ts
function readPullRequest(pull, settings, defaults, now = Infinity) {
  const provenance = { kind: "pull-request", number: pull.number };
  const findings = (problems, id) => findingsOf(problems, formatSourceKey(sourceKey(provenance, id)), provenance, () => null);
  const failed2 = (problems) => ({
    drafts: [],
    findings: findings(problems, null)
  });
  const labels = new Set(pull.labels.map((label) => label.toLowerCase()));
  const asArticle = labels.has(settings.article.toLowerCase());
  const asFaq = labels.has(settings.faq.toLowerCase());
  if (!asArticle && !asFaq) return { drafts: [], findings: [] };
  if (asArticle && asFaq) return failed2([twoLabels(settings)]);
  const form2 = asFaq ? "faq" : "article";
  const note = readNote(pull.body, form2, now);
  if ("failed" in note) return failed2(note.failed);
  const { marking: marking2, whole, start, warnings: warnings2 } = note;
  const key = sourceKey(provenance, marking2?.id ?? null);
  const title3 = titleOf(pull.title);
  const mapped = tagsOf3(labels, settings.tags);
  const tags5 = marking2?.tags?.tags ?? (mapped.length > 0 ? mapped : [...new Set(defaults.tags)]);
  const revision = digestOf({ note: whole, faq: asFaq, title: title3, tags: tags5 });
  const common = { revision, provenance, tags: tags5 };
  if (asFaq) {
    const level2 = marking2?.level ?? (note.from === "section" ? 3 : null);
    return readFaq(whole, { start, key, level: level2, common, unused: warnings2, placeOf: null });
  }
  const own = readArticle(note);
  if ("failed" in own) return failed2(own.failed);
  const draft = {
    ...common,
    key: formatSourceKey(key),
    kind: "article",
    title: own.title ?? title3,
    body: own.body,
    answer: null,
    type: marking2?.type ?? defaults.type ?? "announcement",
    editors: marking2?.editors ?? defaults.editors ?? null,
    // A description has lines, but its readers never see their numbers.
    place: null,
    bodyLine: 1
  };
  return {
    drafts: [draft],
    findings: findings(own.problems, marking2?.id ?? null)
  };
}
function isFaq({ labels }, { faq }) {
  return labels.some((label) => label.toLowerCase() === faq.toLowerCase());
}
function tagsOf3(labels, tags5) {
  const found = Object.entries(tags5).filter(([label]) => labels.has(label.toLowerCase()));
  return [...new Set(found.map(([, tag2]) => tag2))];
}
var prefix2 = /^(?:feat|fix|docs|chore|refactor|perf|test|build|ci|style|revert)(?:\([^()]*\))?!?:\s*/i;
function titleOf(title3) {
  const line = title3.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return line.replace(prefix2, "") || line;
}

// src/sources/pull-request/pull-request-source.ts
var pullRequestSource = {
  from: "forge",
  list: "pull-requests",
  owns: ({ kind }) => kind === "pull-request",
  shaping: ({ sources: { "pull-requests": wanted } }) => ({
    pullRequests: wanted === false ? null : wanted.tags
  }),
  async gather({ config, forge, recorded, mayBeSkipped, cursor, started, now }) {
    const wanted = config.sources["pull-requests"];
    if (wanted === false) return null;
    const inReleases = isMadeFromPulls(config.sources);
    const own = recorded.filter(({ record }) => !inReleases || record.kind === "question");
    const stale = own.filter(({ record }) => !mayBeSkipped(record));
    const numbers = /* @__PURE__ */ new Set([
      ...(cursor?.pending ?? []).flatMap(numberOf),
      ...stale.flatMap(({ record }) => numberOf(record.provenance))
    ]);
    const since = sinceOf(wanted, started);
    const labels = [wanted.article, wanted.faq];
    const query = digestOf({ since, labels });
    const isSame = cursor && (cursor.query === void 0 || cursor.query === query);
    const pulls = await forge.mergedPullRequests({
      since: inReleases && isSame ? 0 : since,
      updatedSince: isSame ? cursor.at : null,
      // Only the first list can go without those that had a label and have it no more.
      labels: cursor === null ? labels : [],
      numbers: [...numbers].sort((a, b) => a - b),
      anyBase: inReleases,
      releases: config.sources.releases !== false
    });
    const readings = pulls.filter(({ intoDefault, mergedAt }) => intoDefault && mergedAt >= since).filter((pull) => !inReleases || isFaq(pull, wanted)).map((pull) => readPullRequest(pull, wanted, config.defaults, now));
    for (const { number: number2 } of pulls) numbers.add(number2);
    return {
      drafts: readings.flatMap(({ drafts }) => drafts),
      findings: readings.flatMap(({ findings }) => findings),
      unread: own.filter(
        ({ record }) => !numberOf(record.provenance).some((number2) => numbers.has(number2))
      ),
      seen: {
        at: pulls.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), cursor?.at ?? 0),
        query
      },
      pulls
    };
  }
};
function sinceOf({ since }, started) {
  return Date.parse(since ?? new Date(started).toISOString().slice(0, 10));
}
function numberOf(provenance) {
  return provenance?.kind === "pull-request" ? [provenance.number] : [];
}

// builtin-import:node:path?src/sources/release/release-source.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one4 = (name) => all4[name];
var $matchesGlob2 = /* @__PURE__ */ one4("matchesGlob");

// src/sources/release/reverts.ts
function revertedBy({ body, url }) {
  const own = new URL(url).pathname.split("/").slice(1, 3).join("/").toLowerCase();
  const found = body.matchAll(/^[ \t]*Reverts (?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})\b/gim);
  const numbers = [...found].flatMap(
    ([, repository = own, number2]) => repository.toLowerCase() === own ? [Number(number2)] : []
  );
  return [...new Set(numbers)];
}
function revertsAmong(pulls) {
  const known2 = new Set(pulls.map(({ number: number2 }) => number2));
  const reverted = /* @__PURE__ */ new Map();
  const lastFirst = pulls.toSorted((a, b) => b.mergedAt - a.mergedAt || b.number - a.number);
  for (const pull of lastFirst) {
    if (reverted.has(pull.number)) continue;
    for (const number2 of revertedBy(pull))
      if (known2.has(number2) && number2 !== pull.number) reverted.set(number2, pull.number);
  }
  return reverted;
}

// src/sources/release/member-note.ts
function memberNote(pull, { labels, overrides, now }) {
  const names3 = new Set(pull.labels.map((label) => label.toLowerCase()));
  const isMarked = names3.has(labels.article.toLowerCase());
  const isFaq2 = names3.has(labels.faq.toLowerCase());
  const override = overrides.get(pull.number) ?? null;
  const reverts = revertedBy(pull);
  if (!isMarked && !override && reverts.length === 0) return null;
  const read = () => {
    if (override?.problem) return { text: null, problems: [override.problem] };
    if (!override && !isMarked) return { text: null, problems: [] };
    if (!override && isFaq2) return { text: null, problems: [twoLabels(labels)] };
    const note = override ? readOverride(override.text, now) : readNote(pull.body, "article", now);
    const text3 = "failed" in note ? note : readArticle(note);
    return "failed" in text3 ? { text: null, problems: text3.failed } : { text: text3, problems: text3.problems };
  };
  const { text: text2, problems } = read();
  const isBreaking = [pull.title].some(isMarkedBreaking) || pull.labels.some(namesBreaking);
  const digest2 = digestOf({
    labels: [...names3].sort(),
    author: pull.author?.login ?? null,
    breaking: isBreaking,
    note: text2 && { title: text2.title, body: text2.body },
    flaws: problems.map(({ rule: rule2 }) => rule2),
    reverts
  });
  return {
    text: text2,
    problems,
    placeOf: override?.placeOf ?? (() => null),
    isBreaking,
    // So many digits tell two notes of one pull request apart.
    digest: digest2.slice("sha256:".length).slice(0, 16)
  };
}
function noteFindings(number2, problems, placeOf2) {
  return findingsOf(problems, pullName(number2), { kind: "pull-request", number: number2 }, placeOf2);
}
function pullName(number2) {
  return `pull/${number2}`;
}
function isMarkedBreaking(title3) {
  return /^\s*[a-z]+(?:\([^()]*\))?!:/i.test(title3);
}
function namesBreaking(label) {
  return /(?:^|[^a-z])breaking(?:[^a-z]|$)/i.test(label);
}

// src/sources/release/release-facts.ts
function releaseKey(tag2) {
  return formatSourceKey(sourceKey({ kind: "release", tag: tag2 }, null));
}
function titleOf2({ name, tag: tag2 }) {
  const line = name.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return line || tag2;
}
function releaseFacts(release, overrides) {
  const { tag: tag2, commit } = release;
  return {
    release: digestOf({ title: titleOf2(release) }),
    tag: commit,
    [overrides.pathOf(tag2)]: overrides.revisionOf(tag2)
  };
}
function isStale(release, { dependsOn, members }, { overrides, notes }) {
  const isOther = (name, now) => (dependsOn[name] ?? null) !== now;
  const facts = Object.entries(releaseFacts(release, overrides));
  if (facts.some(([name, now]) => isOther(name, now))) return true;
  return (members ?? []).some((number2) => {
    const note = notes.get(number2);
    if (note !== void 0 && isOther(pullName(number2), note?.digest ?? null)) return true;
    return isOther(overrides.pathOf(number2), overrides.revisionOf(number2));
  });
}
function releaseFindings(tag2, problems, placeOf2 = () => null) {
  return findingsOf(problems, releaseKey(tag2), { kind: "release", tag: tag2 }, placeOf2);
}

// src/sources/release/release-draft.ts
function releaseDraft(release, { sources: { releases }, defaults }, { body, madeFrom, marking: marking2 = null, title: own = null }) {
  const title3 = own ?? titleOf2(release);
  const tags5 = marking2?.tags?.tags ?? [...new Set(defaults.tags)];
  const configured = releases === false ? null : releases.type;
  const type = marking2?.type ?? configured ?? defaults.type ?? "announcement";
  return {
    key: releaseKey(release.tag),
    revision: digestOf({ title: title3, body, tags: tags5, type }),
    provenance: { kind: "release", tag: release.tag },
    kind: "article",
    title: title3,
    body,
    answer: null,
    tags: tags5,
    type,
    editors: marking2?.editors ?? defaults.editors ?? null,
    place: null,
    bodyLine: 1,
    madeFrom
  };
}
function saysNothing(expected) {
  return {
    rule: "release-empty",
    severity: "warning",
    offset: 0,
    message: `The release has nothing to say to readers, expected ${expected}: it makes no Article.`,
    remedy: "Write what readers should know, or leave it so."
  };
}

// src/sources/release/read-bodies.ts
function readBodies(listed2, { config, mayBeSkipped }) {
  const drafts = [];
  const findings = [];
  const unread = [];
  for (const { release, known: known2, isNew } of listed2) {
    const body = release.body.toWellFormed();
    const dependsOn = { release: digestOf({ title: titleOf2(release), body }) };
    const isSame = known2?.record.dependsOn["release"] === dependsOn.release;
    if (known2 && isSame && mayBeSkipped(known2.record)) unread.push(known2);
    else if (body.trim() !== "")
      drafts.push(releaseDraft(release, config, { body, madeFrom: { members: null, dependsOn } }));
    else {
      if (known2) unread.push(known2);
      if (known2 || isNew)
        findings.push(...releaseFindings(release.tag, [saysNothing("a text in the release")]));
    }
  }
  return { drafts, findings, unread };
}

// src/sources/release/previous.ts
function previousIn(text2) {
  const head = findFrontMatter(text2);
  if (head?.kind !== "yaml") return null;
  const { tree } = readYaml(text2.slice(head.start, head.end), ["previous"]);
  const map = tree?.value;
  const previous = isObject(map) ? map["previous"] : null;
  return typeof previous === "string" ? previous : null;
}

// src/sources/release/find-members.ts
var mostPrevious = 100;
async function findMembers(releases, { forge, history, published, overrides, owners }) {
  if (releases.length === 0) return { making: [], findings: [] };
  const texts = await overrides.read(releases.map(({ release }) => release.tag));
  const following = releases.map((each) => {
    const { tag: tag2 } = each.release;
    const named2 = previousIn(texts.get(tag2)?.text ?? "");
    return {
      ...each,
      tag: tag2,
      named: named2,
      before: named2 === null ? before2(each.release, published) : [named2]
    };
  });
  const tags5 = new Set(following.flatMap((each) => [each.tag, ...each.before]));
  const commits = await history.fetch([...tags5].map(refOf));
  const commitOf = (tag2) => commits.get(refOf(tag2)) ?? null;
  const findings = [];
  const ranges = [];
  let since = Infinity;
  for (const each of following) {
    const [commit, named2] = [commitOf(each.tag), each.named && commitOf(each.named)];
    if (commit === null) findings.push(...missing2(each.tag, each.tag, "has no tag of that name"));
    else if (each.named !== null && named2 === null)
      findings.push(...missing2(each.tag, each.named, "`previous` names no tag"));
    else {
      const from = named2 === null ? await ancestorOf(commit, each.before, commitOf, history) : each.named;
      const range = await history.range(from === null ? null : commitOf(from), commit);
      ranges.push({ each, ids: range.ids });
      const last = published.find(({ tag: tag2 }) => tag2 === from)?.publishedAt ?? 0;
      since = Math.min(since, range.since ?? Infinity, last);
    }
  }
  const isAnything = ranges.some(({ ids }) => ids.size > 0);
  const pulls = isAnything ? await pullsSince(since, overrides.numbers, forge) : [];
  const making = ranges.map(({ each, ids }) => {
    const isElsewhere = ({ number: number2 }) => !each.release.isPrerelease && (owners.get(number2) ?? []).some((tag2) => tag2 !== each.release.tag);
    const own = pulls.filter(
      (pull) => pull.mergeCommit !== null && ids.has(pull.mergeCommit) && !isElsewhere(pull)
    );
    return { ...each, members: own.map(({ number: number2 }) => number2), pulls: own };
  });
  return { making, findings };
}
function before2(release, published) {
  return published.filter(
    ({ tag: tag2, isPrerelease, publishedAt }) => !isPrerelease && tag2 !== release.tag && publishedAt <= release.publishedAt
  ).toSorted((a, b) => b.publishedAt - a.publishedAt).slice(0, mostPrevious).map(({ tag: tag2 }) => tag2);
}
async function ancestorOf(commit, tags5, commitOf, history) {
  for (const tag2 of tags5) {
    const other = commitOf(tag2);
    if (other !== null && await history.contains(commit, other)) return tag2;
  }
  return null;
}
function pullsSince(updatedSince, numbers, forge) {
  const query = { since: 0, updatedSince, labels: [], numbers };
  return forge.mergedPullRequests({ ...query, anyBase: true });
}
function missing2(tag2, name, seen2) {
  const problem = {
    rule: "release-tag",
    offset: 0,
    message: `Cannot tell what is in the release: ${name} — ${seen2} in the repository, expected a tag of the remote.`,
    remedy: "Push the tag, or name another one."
  };
  return releaseFindings(tag2, [problem]);
}
function refOf(tag2) {
  return `refs/tags/${tag2}`;
}

// src/sources/release/sort-notes.ts
var nobody = { labels: [], authors: [] };
var others3 = "Other changes";
function sectionsFrom(labels) {
  const titles = /* @__PURE__ */ new Map();
  for (const [label, title3] of Object.entries(labels))
    titles.set(title3, [...titles.get(title3) ?? [], label]);
  const categories = [...titles].map(([title3, some]) => ({ title: title3, labels: some, exclude: nobody }));
  return { exclude: nobody, categories: categories.length > 0 ? categories : null };
}
function sortNotes(notes, { exclude, categories }) {
  const taken = notes.filter((note) => !isExcluded(note, exclude)).toSorted(inOrder2);
  if (categories === null) return { sections: sectionsOf2([[null, taken]]), uncategorised: [] };
  const placeOf2 = (note) => {
    const fits = categories.filter((category) => !isExcluded(note, category.exclude));
    return fits.find(({ labels }) => labels.some((label) => hasLabel(note, label))) ?? fits.find(({ labels }) => labels.includes("*")) ?? null;
  };
  const placed = Map.groupBy(taken, placeOf2);
  const uncategorised = placed.get(null) ?? [];
  const own = categories.map((each) => [each.title, placed.get(each) ?? []]);
  return { sections: sectionsOf2([...own, [others3, uncategorised]]), uncategorised };
}
function sectionsOf2(parts2) {
  const byTitle = Map.groupBy(parts2, ([title3]) => title3);
  return [...byTitle].flatMap(([title3, same]) => {
    const notes = same.flatMap(([, some]) => some);
    return notes.length === 0 ? [] : [{ title: title3, notes: notes.toSorted(inOrder2) }];
  });
}
function inOrder2(a, b) {
  return Number(b.isBreaking) - Number(a.isBreaking) || a.mergedAt - b.mergedAt || a.number - b.number;
}
function isExcluded(note, { labels, authors }) {
  return labels.some((label) => label === "*" || hasLabel(note, label)) || authors.some((author) => isBy(note, author));
}
function hasLabel({ labels }, wanted) {
  return labels.some((label) => label.toLowerCase() === wanted.toLowerCase());
}
function isBy({ author }, wanted) {
  const plain = (name) => name.toLowerCase().replace(/^@/, "").replace(/\[bot\]$/, "");
  if (author === null) return false;
  const isBot = author.endsWith("[bot]");
  return plain(author) === plain(wanted) && (isBot || !wanted.endsWith("[bot]"));
}

// src/sources/release/fit-entry.ts
var mostTimes2 = 5;
function fitEntry(note, name) {
  let text2 = withoutEnd(note.replaceAll(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+/, ""));
  const first = parseMarkdown(text2);
  if (first === null) return { text: text2, beginsWithWords: false, end: null };
  const targets = targetsIn(first);
  text2 = spliced2(text2, [...footnotes3(first, name), ...shapes(text2, first.children)]);
  for (let time = 0; time < mostTimes2; time += 1) {
    const tree = parseMarkdown(text2);
    const splices = tree ? references3(text2, tree, targets) : [];
    if (splices.length === 0) break;
    text2 = spliced2(text2, splices);
  }
  text2 = withoutEnd(spliced2(text2, definitions(text2, parseMarkdown(text2))));
  return { text: text2, ...endsOf(text2) };
}
function endsOf(text2) {
  const tree = parseMarkdown(text2);
  const blocks3 = (tree?.children ?? []).filter(isShown2);
  const [first, last] = [blocks3.at(0), blocks3.at(-1)];
  const beginsWithWords = first?.type === "paragraph" && !/^\s*\[[ xX]\]\s/.test(text2);
  const isOpen = tree === null || startOfOpenBlock(text2, tree) < text2.length;
  const end2 = last?.type === "paragraph" ? endOf(last) : text2.length;
  return {
    beginsWithWords,
    end: isOpen ? null : { at: end2, isInWords: last?.type === "paragraph" }
  };
}
function withoutEnd(text2) {
  return text2.replace(/[ \t\n]+$/, "");
}
function targetsIn(tree) {
  const targets = /* @__PURE__ */ new Map();
  for (const node of nodesOf(tree))
    if (node.type === "definition" && !targets.has(node.identifier))
      targets.set(node.identifier, `(${destination(node.url)}${titlePart(node.title)})`);
  return targets;
}
function references3(text2, tree, targets) {
  const taken = [];
  const isIn = ({ start, end: end2 }) => taken.some((other) => start < other.end && other.start < end2);
  for (const node of nodesOf(tree).toReversed()) {
    if (node.type !== "linkReference" && node.type !== "imageReference") continue;
    const target = targets.get(node.identifier);
    if (target === void 0) continue;
    const [start, end2] = [startOf(node), endOf(node)];
    const slice = text2.slice(start, end2);
    const isFull = node.referenceType === "full";
    const shown4 = isFull ? slice.slice(0, slice.lastIndexOf("[")) : slice.replace(/\[\]$/, "");
    const splice = { start, end: end2, by: shown4 + target };
    if (!isIn(splice)) taken.push(splice);
  }
  return taken;
}
function footnotes3(tree, name) {
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== "footnoteReference" && node.type !== "footnoteDefinition") return [];
    const start = startOf(node);
    return [{ start, end: start + "[^".length, by: `[^${name}-` }];
  });
}
function definitions(text2, tree) {
  return (tree ? nodesOf(tree) : []).flatMap((node) => {
    if (node.type !== "definition") return [];
    const [start, end2] = [startOf(node), endOf(node)];
    const isOutermost = tree?.children.includes(node) === true;
    const [rest = ""] = isOutermost && /^[ \t]*\n[ \t]*(?=[^ \t\n])/.exec(text2.slice(end2)) || [];
    return [{ start, end: end2 + rest.length, by: "" }];
  });
}
function destination(url) {
  return `<${url.replaceAll(/[<>\\]/g, "\\$&").replaceAll(/\s/g, (blank2) => encodeURIComponent(blank2))}>`;
}
function titlePart(title3) {
  return title3 ? ` "${title3.replaceAll(/["\\]/g, "\\$&").replaceAll(/\s+/g, " ")}"` : "";
}
function* shapes(text2, blocks3) {
  for (const node of blocks3) {
    const [start, end2] = [startOf(node), endOf(node)];
    if (node.type === "heading") {
      const [first, last] = [node.children.at(0), node.children.at(-1)];
      const inner = first && last ? text2.slice(startOf(first), endOf(last)).replaceAll("\n", " ") : "";
      const isPlain = !/[*_\\]/.test(inner);
      yield { start, end: end2, by: inner === "" ? "" : isPlain ? `**${inner}**` : `#### ${inner}` };
    } else if (node.type !== "code" || !/^[ \t]*(?:`{3}|~{3})/.test(sliceOf(text2, node))) {
      const slice = text2.slice(start, end2);
      for (const { index, 0: blanks } of slice.matchAll(/^[ ]*\t[ \t]*/gm))
        yield { start: start + index, end: start + index + blanks.length, by: expanded(blanks) };
    }
  }
}
function expanded(blanks) {
  let width = 0;
  for (const blank2 of blanks) width += blank2 === "	" ? 4 - width % 4 : 1;
  return " ".repeat(width);
}
function isShown2(node) {
  const isComment = node.type === "html" && /^\s*<!--[^]*-->\s*$/.test(node.value);
  return node.type !== "definition" && node.type !== "footnoteDefinition" && !isComment;
}
function spliced2(text2, splices) {
  let made = "";
  let at = 0;
  for (const { start, end: end2, by } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    made += text2.slice(at, start) + by;
    at = end2;
  }
  return made + text2.slice(at);
}

// src/sources/release/write-body.ts
function writeBody(sections) {
  return sections.map(({ title: title3, notes }) => {
    const list = notes.map(writeNote).join("\n");
    return title3 === null ? list : `## ${escapeMarkdown(title3)}

${list}`;
  }).join("\n\n");
}
function writeNote(note) {
  const link = `[#${note.number}](${note.url})`;
  const { text: text2, beginsWithWords, end: end2 } = fitEntry(note.text, `n${note.number}`);
  const name = note.title === null ? "" : `**${escapeMarkdown(note.title)}**`;
  const isLed = end2 === null || name === "" && !beginsWithWords;
  const lead = isLed ? [name, name === "" ? `${link}:` : `(${link})`].join(" ").trim() : name;
  const at = end2?.at ?? text2.length;
  const tail = isLed ? "" : `${end2.isInWords ? " " : "\n\n"}(${link})`;
  const parts2 = [lead, withoutEnd(`${text2.slice(0, at)}${tail}${text2.slice(at)}`)].filter(
    (part) => part !== ""
  );
  const [first = "", ...rest] = parts2.join("\n\n").split("\n");
  return [`- ${first}`, ...rest.map((line) => /^[ \t]*$/.test(line) ? "" : `  ${line}`)].join(
    "\n"
  );
}
function escapeMarkdown(text2) {
  return text2.replaceAll(/\s+/g, " ").trim().replaceAll(/[\\`*_[\]<>|]|&(?=#?\w+;)|^[#+-](?=\s)|#+$|~(?=~)/g, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

// src/sources/release/make-release.ts
function makeRelease({ release, known: known2, members, pulls }, options) {
  const { tag: tag2 } = release;
  const findings = [];
  const dependsOn = { ...releaseFacts(release, options.files) };
  const notes = [];
  const reverts = revertsAmong(pulls);
  for (const pull of pulls) {
    const { number: number2 } = pull;
    const note = memberNote(pull, options);
    if (note === null) continue;
    dependsOn[pullName(number2)] = note.digest;
    dependsOn[options.files.pathOf(number2)] = options.files.revisionOf(number2);
    const by = reverts.get(number2);
    if (by !== void 0 && note.text !== null)
      findings.push(...noteFindings(number2, [isReverted(by)], note.placeOf));
    if (by !== void 0) continue;
    const [grave, light] = parted(note.problems);
    const told = grave.map((problem) => inPull(problem, number2));
    findings.push(...releaseFindings(tag2, told, note.placeOf));
    findings.push(...noteFindings(number2, light, note.placeOf));
    if (note.text !== null) notes.push(entryOf(pull, note.text, note.isBreaking));
  }
  const head = readHead(options);
  findings.push(...releaseFindings(tag2, head.problems, options.own?.placeOf));
  const { sections, uncategorised } = sortNotes(notes, options.sections);
  if (uncategorised.length > 0)
    findings.push(...releaseFindings(tag2, [fitsNowhere(uncategorised)]));
  if (known2 && isMoved(release, known2)) findings.push(...releaseFindings(tag2, [movedTag]));
  const body = [head.body.trim(), writeBody(sections)].filter((part) => part !== "").join("\n\n");
  if (body === "") {
    findings.push(...releaseFindings(tag2, [saysNothing("a note of a pull request in it")]));
    return { draft: null, findings };
  }
  const there = Object.entries(dependsOn).filter(
    (each) => each[1] !== null
  );
  const madeFrom = { members, dependsOn: Object.fromEntries(there) };
  return { draft: releaseDraft(release, options.config, { ...head, body, madeFrom }), findings };
}
function entryOf({ number: number2, url, labels, author, mergedAt }, { title: title3, body: text2 }, isBreaking) {
  return { number: number2, url, title: title3, text: text2, labels, author: author?.login ?? null, mergedAt, isBreaking };
}
function readHead({ own, now }) {
  const none2 = { marking: null, title: null, body: "" };
  if (own === null) return { ...none2, problems: [] };
  if (own.problem) return { ...none2, problems: [own.problem] };
  const note = readOverride(own.text, now);
  if ("failed" in note) return { ...none2, problems: note.failed };
  const { marking: marking2 } = note;
  const text2 = readArticle(note);
  if ("failed" in text2)
    return { ...none2, marking: marking2, title: marking2?.title?.title ?? null, problems: [] };
  return { marking: marking2, ...text2 };
}
function parted(problems) {
  const isLight = ({ severity }) => severity === "warning";
  return [problems.filter((each) => !isLight(each)), problems.filter(isLight)];
}
function inPull(problem, number2) {
  return { ...problem, message: `Pull request #${number2}: ${problem.message}` };
}
function isMoved({ commit }, { record }) {
  const before3 = record.dependsOn["tag"] ?? null;
  return before3 !== null && commit !== null && before3 !== commit;
}
function isReverted(by) {
  return {
    rule: "release-reverted",
    severity: "warning",
    offset: 0,
    message: `The note is left out of its release: #${by} reverted the pull request in the same release.`,
    remedy: "Remove its label if you do not want to be told of it."
  };
}
function fitsNowhere(notes) {
  const numbers = notes.map(({ number: number2 }) => `#${number2}`).join(", ");
  return {
    rule: "release-uncategorised",
    severity: "warning",
    offset: 0,
    message: `No section takes ${numbers}, expected one with a label of theirs: they stand last.`,
    remedy: "Give them a label of a section, or add a section with the label `*`."
  };
}
var movedTag = {
  rule: "release-tag-moved",
  severity: "warning",
  offset: 0,
  message: "The tag of the release names another commit than before, expected the same: the Article keeps the pull requests that were in it.",
  remedy: "Run `stack-publish plan --recompose` to take those that are in it now."
};

// src/sources/release/overrides.ts
var folder = ".stack-publish/notes";
async function overridesIn(tree) {
  const pathOf = (name) => `${folder}/${name}.md`;
  const own = (await tree.files()).filter(({ path }) => path.startsWith(`${folder}/`));
  const byPath = new Map(own.map((file) => [file.path, file]));
  return {
    pathOf,
    revisionOf: (name) => byPath.get(pathOf(name))?.revision ?? null,
    numbers: own.flatMap(({ path }) => {
      const [, number2] = /^\/([1-9]\d{0,9})\.md$/.exec(path.slice(folder.length)) ?? [];
      return number2 === void 0 ? [] : [Number(number2)];
    }),
    async read(names3) {
      const files = names3.flatMap((name) => byPath.get(pathOf(name)) ?? []);
      const texts = files.length === 0 ? /* @__PURE__ */ new Map() : await readAll(tree, files);
      return new Map(
        names3.flatMap((name) => {
          const text2 = texts.get(pathOf(name));
          return text2 ? [[name, text2]] : [];
        })
      );
    }
  };
}
async function readAll(tree, files) {
  const found = /* @__PURE__ */ new Map();
  const fail = (path, seen2, line = null) => {
    const placeOf2 = () => ({ file: path, line, column: null });
    found.set(path, { path, text: "", placeOf: placeOf2, problem: unreadable(seen2) });
  };
  for (const { path, kind } of files) if (kind !== "file") fail(path, kind);
  const readable = files.filter(({ kind }) => kind === "file");
  for await (const { file, bytes } of tree.read(readable)) {
    const { path } = file;
    const decoded2 = decodeUtf8(bytes);
    if (decoded2.text === null) {
      fail(path, decoded2.seen, decoded2.line);
      continue;
    }
    const { text: text2 } = decoded2;
    const at = lineIndex(text2);
    const placeOf2 = (offset) => ({ file: path, ...at(offset) });
    found.set(path, { path, text: text2, placeOf: placeOf2, problem: null });
  }
  return found;
}
function unreadable(seen2) {
  return {
    rule: "release-override",
    offset: 0,
    message: `Seen in the place of a note: ${quoted(seen2)}, expected a text file.`,
    remedy: "Save the note as UTF-8 in a file of its own, or remove the file."
  };
}

// src/sources/release/release-file.ts
var longest9 = 256 * 1024;
function schemaOf2(isStrict) {
  const map = (shape, expected) => {
    const loose = object(shape, expected);
    return isStrict ? strictObject(shape, expected) : loose;
  };
  const names3 = array(string("a name"), "a list of names");
  const exclude = nullish(
    map({ labels: nullish(names3), authors: nullish(names3) }, "a map with labels and authors")
  );
  const category = map(
    {
      title: string("a title").check(_regex(/\S/, "a title")),
      labels: names3.check(_minLength(1, "a list of labels, at least one")),
      exclude
    },
    "a map with title, labels and exclude"
  );
  const changelog = map(
    { exclude, categories: nullish(array(category, "a list of categories")) },
    "a map with exclude and categories"
  );
  return map({ changelog: nullish(changelog) }, "a map with changelog");
}
var [strictFile, looseFile] = [schemaOf2(true), schemaOf2(false)];
function parseReleaseFile(text2) {
  if (text2.length > longest9)
    return failed([{ offset: 0, seen: `the file has ${text2.length} characters` }]);
  const { tree, problems } = readYaml(text2);
  if (tree === null || problems.length > 0)
    return failed(problems.map(({ offset, message }) => ({ offset, seen: message })));
  const value = tree.value ?? {};
  const strict = safeParse(strictFile, value);
  const found = strict.success ? [] : schemaProblems(strict.error.issues, tree, strictFile);
  const grave = found.filter(({ unknown: unknown2 }) => unknown2 === null);
  if (grave.length > 0)
    return failed(
      grave.map(({ offset, seen: seen2, expected }) => ({
        offset,
        seen: `${seen2}, expected ${expected}`
      }))
    );
  const { changelog } = parse(looseFile, value);
  const categories = changelog?.categories?.map(({ title: title3, labels, exclude }) => ({
    title: title3.trim(),
    labels,
    exclude: exclusionOf(exclude)
  }));
  return {
    sections: { exclude: exclusionOf(changelog?.exclude), categories: categories ?? null },
    problems: found.map(unknownKey)
  };
}
function exclusionOf(given) {
  return { labels: given?.labels ?? [], authors: given?.authors ?? [] };
}
function failed(flaws) {
  const problems = flaws.map(({ offset, seen: seen2 }) => ({
    rule: "release-file",
    offset,
    message: `The file of the release's sections is not understood: ${seen2}.`,
    remedy: 'Correct it, as GitHub describes it under "automatically generated release notes".'
  }));
  return { sections: null, problems };
}
function unknownKey({ offset, seen: seen2, expected, nearest, unknown: unknown2 }) {
  const isAuthors = unknown2?.key === "authors";
  return {
    rule: "release-file-key",
    severity: "warning",
    offset,
    message: `Seen: ${seen2}, expected ${expected}: it means nothing.`,
    remedy: isAuthors ? "Use `exclude: { authors: […] }`: a category takes pull requests by label alone." : `${nearest === null ? "Remove it" : `Write \`${nearest}\``}.`
  };
}

// src/sources/release/read-sections.ts
var paths = [".github/release.yml", ".github/release.yaml"];
async function readSections(tree, { sources: { releases } }) {
  const files = await tree.files();
  const named2 = paths.flatMap((path) => files.find((each) => each.path === path) ?? []);
  for await (const { file, bytes } of tree.read(named2.slice(0, 1))) {
    const decoded2 = decodeUtf8(bytes);
    const text2 = decoded2.text ?? "";
    const { sections, problems } = parseReleaseFile(decoded2.text ?? "\0");
    const at = lineIndex(text2);
    const placeOf2 = (offset) => ({ file: file.path, ...at(offset) });
    const provenance = { kind: "file", path: file.path };
    return { sections, findings: findingsOf(problems, file.path, provenance, placeOf2) };
  }
  return { sections: sectionsFrom(releases === false ? {} : releases.sections), findings: [] };
}

// src/sources/release/supersede.ts
var mark4 = "superseded";
function supersede(tags5, { others: others4, settings }) {
  const findings = [];
  const unread = others4.flatMap(({ key, record }) => {
    const { provenance, kind, dependsOn } = record;
    if (provenance?.kind !== "pull-request" || kind !== "article") return [];
    const { number: number2 } = provenance;
    const [tag2] = tags5.get(number2) ?? [];
    const isNews = tag2 !== void 0 && record.post !== null && !Object.hasOwn(dependsOn, mark4);
    if (!isNews)
      return [{ key, record: record.settings === settings ? record : { ...record, settings } }];
    const problem = {
      rule: "superseded",
      severity: "warning",
      offset: 0,
      message: `The note is in ${releaseKey(tag2)} now, expected in one post: its own is no longer updated.`,
      remedy: "Delete its own post on the site if readers do not need it, or leave it."
    };
    findings.push(...noteFindings(number2, [problem], () => null));
    const told = { ...dependsOn, [mark4]: releaseKey(tag2) };
    return [{ key, record: { ...record, settings, dependsOn: told } }];
  });
  return { unread, findings };
}

// src/sources/release/read-releases.ts
async function readReleases(listed2, context) {
  const { config, tree, pulls, now } = context;
  const { "pull-requests": labels } = config.sources;
  if (labels === false) return { drafts: [], findings: [], unread: context.recorded };
  const files = await overridesIn(tree);
  const optionsFor = async (numbers) => {
    const overrides = await files.read(numbers);
    return { labels, now, overrides };
  };
  const news = await optionsFor(pulls.map(({ number: number2 }) => number2));
  const notes = new Map(pulls.map((pull) => [pull.number, memberNote(pull, news)]));
  const { fresh, stale, unread, owners } = sortOut(listed2, { ...context, files, notes });
  const found = await findMembers(fresh, { ...context, overrides: files, owners });
  const making = [...found.making, ...await readAgain(stale, { ...context, files })];
  const drafts = [];
  const findings = [...found.findings];
  if (making.length > 0) {
    const options = await optionsFor(making.flatMap(({ members }) => members));
    const heads = await files.read(making.map(({ release }) => release.tag));
    const read = await readSections(tree, config);
    findings.push(...read.findings);
    for (const each of making) {
      const { tag: tag2 } = each.release;
      if (read.sections === null) {
        findings.push(...releaseFindings(tag2, [noSections]));
        continue;
      }
      const { sections } = read;
      const own = heads.get(tag2) ?? null;
      const made = makeRelease(each, { ...options, config, sections, files, own });
      findings.push(...made.findings);
      if (made.draft) drafts.push(made.draft);
      else if (each.known) unread.push(each.known);
    }
  }
  const tags5 = new Map(owners);
  for (const { release, members } of making)
    for (const number2 of members) tags5.set(number2, [...tags5.get(number2) ?? [], release.tag]);
  const rest = unreleased(notes, tags5, { ...context, since: sinceOf(labels, context.started) });
  const replaced = supersede(tags5, context);
  return {
    drafts,
    findings: [...findings, ...rest.findings, ...replaced.findings],
    unread: [...unread, ...replaced.unread],
    unreleased: rest.numbers
  };
}
function sortOut(listed2, options) {
  const { pulls, recompose, mayBeSkipped, files: overrides, notes } = options;
  const owners = /* @__PURE__ */ new Map();
  for (const { known: known2, release } of listed2)
    for (const number2 of known2?.record.members ?? [])
      if (!release.isPrerelease) owners.set(number2, [...owners.get(number2) ?? [], release.tag]);
  const late = pulls.filter(({ number: number2 }) => notes.get(number2)?.text && !owners.has(number2));
  const fresh = [];
  const stale = [];
  const unread = [];
  for (const each of listed2) {
    const { known: known2, release, isNew } = each;
    const isLate = () => late.some(({ mergedAt }) => mergedAt <= release.publishedAt);
    if (known2 === null) {
      if (isNew || isLate()) fresh.push(each);
    } else if (recompose || known2.record.members === null) fresh.push(each);
    else if (!mayBeSkipped(known2.record) || isStale(release, known2.record, { overrides, notes }))
      stale.push(each);
    else unread.push(known2);
  }
  return { fresh, stale, unread, owners };
}
async function readAgain(stale, { forge, pulls, files }) {
  const known2 = new Map(pulls.map((pull) => [pull.number, pull]));
  const wanted = stale.map((each) => {
    const { members, dependsOn = {} } = each.known?.record ?? {};
    const says = (number2) => Object.hasOwn(dependsOn, pullName(number2)) || known2.has(number2) || files.revisionOf(number2) !== null;
    return { each, members: members ?? [], numbers: (members ?? []).filter(says) };
  });
  const missing3 = [...new Set(wanted.flatMap(({ numbers }) => numbers))].filter(
    (number2) => !known2.has(number2)
  );
  for (const pull of missing3.length > 0 ? await forge.pullRequests(missing3) : [])
    known2.set(pull.number, pull);
  return wanted.map(({ each, members, numbers }) => ({
    ...each,
    members,
    pulls: numbers.flatMap((number2) => known2.get(number2) ?? [])
  }));
}
function unreleased(notes, tags5, { pulls, cursor, since }) {
  const numbers = new Set(cursor?.unreleased);
  const findings = [];
  for (const { number: number2, mergedAt } of pulls) {
    const note = notes.get(number2) ?? null;
    numbers.delete(number2);
    if (note === null || tags5.has(number2) || mergedAt < since) continue;
    if (note.text !== null) numbers.add(number2);
    findings.push(...noteFindings(number2, note.problems, note.placeOf));
  }
  for (const number2 of tags5.keys()) numbers.delete(number2);
  return { numbers: [...numbers].sort((a, b) => a - b), findings };
}
var noSections = {
  rule: "release-file",
  offset: 0,
  message: "Nobody can tell where the notes of the release go, expected a file that can be read.",
  remedy: "Correct `.github/release.yml`; another finding says where."
};

// src/sources/release/release-source.ts
var lagMs = 5 * 6e4;
var soonMs = 36e5;
var releaseSource = {
  from: "forge",
  list: "releases",
  owns: ({ kind }) => kind === "release",
  shaping({ sources }) {
    const { releases, "pull-requests": pulls } = sources;
    if (releases === false) return {};
    const { from, type = null, sections } = releases;
    const label = isMadeFromPulls(sources) && pulls !== false ? pulls.article : null;
    return { releases: { from, type, sections, label } };
  },
  async gather(context) {
    const { config, forge, recorded, cursor, started, now } = context;
    const wanted = config.sources.releases;
    if (wanted === false) return null;
    const since = Date.parse(wanted.since ?? new Date(started).toISOString().slice(0, 10));
    const query = digestOf({ since, tags: wanted.tags, from: wanted.from });
    const known2 = cursor?.query === query ? cursor : null;
    const byTag = new Map(
      recorded.flatMap((each) => tagOf(each.record.provenance).map((tag2) => [tag2, each]))
    );
    const open = new Set(known2?.pending.flatMap(tagOf));
    const all5 = await forge.releases({ all: known2 === null, tags: [...open, ...byTag.keys()] });
    const published = all5.filter(({ tag: tag2 }) => wanted.tags.some((each) => $matchesGlob2(tag2, each)));
    const listed2 = published.flatMap((release) => {
      const { tag: tag2, publishedAt } = release;
      const source2 = byTag.get(tag2) ?? null;
      const isNew = source2 === null && (open.has(tag2) || isUnseen(release, known2, now));
      return source2 || publishedAt >= since ? [{ release, known: source2, isNew }] : [];
    });
    const { unreleased: unreleased2 = [], ...found } = isMadeFromPulls(config.sources) ? await readReleases(listed2, { ...context, published, cursor: known2 }) : { ...readBodies(listed2, context), unreleased: void 0 };
    const at = published.reduce(
      (latest, { publishedAt, updatedAt }) => Math.max(latest, publishedAt, updatedAt),
      known2?.at ?? 0
    );
    return { ...found, seen: { at, query, ...unreleased2 && { unreleased: unreleased2 } } };
  }
};
function isUnseen({ updatedAt, publishedAt }, seen2, now) {
  const at = Math.max(updatedAt, publishedAt);
  return seen2 === null || at > seen2.at || at > seen2.at - lagMs && now - at < soonMs;
}
function tagOf(provenance) {
  return provenance?.kind === "release" ? [provenance.tag] : [];
}

// src/sources/source-kinds.ts
var sourceKinds = [docsSource, pullRequestSource, releaseSource];

// src/sources/gather-sources.ts
var dayMs = 24 * 36e5;
async function gatherSources(options) {
  const { config, index, recompose } = options;
  const settings = settingsOf(config);
  const recorded = Object.entries(index.records).map(([key, record]) => ({ key, record }));
  const mayBeSkipped = (record) => !recompose && isSettled(record, settings);
  const all5 = [];
  for (const kind of sourceKinds) {
    const isOwn = ({ record }) => record.provenance && kind.owns(record.provenance);
    const [own, others4] = [recorded.filter(isOwn), recorded.filter((each) => !isOwn(each))];
    const pulls = all5.flatMap(({ found }) => found.pulls ?? []);
    const context = { recorded: own, others: others4, pulls, settings, mayBeSkipped };
    all5.push({ kind, found: await gatherKind(kind, options, context) });
  }
  const drafts = all5.flatMap(({ found }) => found.drafts);
  const findings = all5.flatMap(({ found }) => found.findings);
  const keys = [
    ...drafts,
    ...findings.map(({ provenance, source: source2 }) => ({ provenance, key: source2 }))
  ];
  const byOrigin = Map.groupBy(keys, ({ provenance }) => provenanceText(provenance));
  const counts = new Map(
    [...byOrigin].map(([origin, all6]) => [origin, new Set(all6.map(({ key }) => key)).size])
  );
  return {
    drafts,
    findings,
    unread: all5.flatMap(({ found }) => found.unread),
    linked: all5.find(({ found }) => found.linked)?.found.linked ?? linkedFiles([], [], []),
    settings,
    unreleased: all5.find(({ found }) => found.seen?.unreleased)?.found.seen?.unreleased?.length ?? null,
    sourceCount: (provenance) => counts.get(provenanceText(provenance)) ?? 1,
    cursors: (open) => {
      const cursors = {};
      for (const { kind, found } of all5)
        if (kind.from === "forge" && found.seen)
          cursors[kind.list] = cursorOf(kind, found.seen, open, index);
      return cursors;
    }
  };
}
async function gatherKind(kind, { config, tree, forge, history, index, recompose, now }, known2) {
  const started = index.started ?? now;
  const context = { ...known2, config, tree, recompose, cursor: null, started, now };
  if (kind.from === "files") return kind.gather(context);
  const noted = index.sourceCursors[kind.list] ?? null;
  const seen2 = noted && noted.at <= now + dayMs ? noted : null;
  const broken = Object.keys(index.broken).flatMap(provenanceOf).filter(kind.owns);
  const cursor = seen2 && { ...seen2, pending: [...seen2.pending, ...broken] };
  const found = forge && history && await kind.gather({ ...context, cursor, forge, history });
  return found ?? { drafts: [], findings: [], unread: known2.recorded, seen: null };
}
function provenanceOf(key) {
  const { base } = parseSourceKey(key);
  return base.kind === "id" ? [] : [base];
}
function isSettled(record, settings) {
  return record.settings === settings && record.intent === null && record.resolution === null && record.complete && record.base !== null;
}
function settingsOf(config) {
  const shaping = sourceKinds.map((kind) => kind.shaping(config));
  return digestOf({
    defaults: config.defaults,
    rules: config.rules,
    ...Object.assign({}, ...shaping)
  });
}
function cursorOf(kind, seen2, open, { sourceCursors }) {
  const pending = pendingOf(open.filter(kind.owns));
  if (pending.length <= mostPending) return { ...seen2, pending };
  return { ...seen2, at: sourceCursors[kind.list]?.at ?? 0, pending: [] };
}
function pendingOf(open) {
  const byText = new Map(open.map((each) => [provenanceText(each), each]));
  return [...byText.keys()].sort(compareSourceKeys).flatMap((text2) => byText.get(text2) ?? []);
}

// src/commands/gather.ts
async function gather(tree, config, options) {
  const { index = emptyLedger, forge = null, recompose = false, now } = options;
  const { history = null } = options;
  const gathered = await gatherSources({ tree, forge, history, config, index, recompose, now });
  const { drafts, unread, settings, sourceCount, cursors, linked } = gathered;
  const known2 = drafts.length === 0 ? [] : unread.map(knownSource);
  const recorded = new Map(
    drafts.flatMap(({ key }) => {
      const record = index.records[key];
      return record ? [[key, knownSource({ key, record })]] : [];
    })
  );
  const composed = composeDrafts({
    pictures: await options.picturesFor?.(drafts) ?? { on: "site" },
    repository: { ...linked, forge: options.pages },
    emojiOf: await emojiFor(drafts.flatMap(({ body, answer }) => [body, answer ?? ""]))
  });
  const isPublic = drafts.length === 0 ? null : await options.isPublic?.() ?? null;
  const curated = curate(drafts, {
    rules: config.rules,
    known: known2,
    recorded,
    repository: { isPublic, name: nameAt(options.pages) },
    composed: (draft) => composed(draft).findings
  });
  const questions = drafts.filter(({ kind }) => kind === "question");
  const moves = followTitles([...questions, ...gathered.findings.flatMap(standing)], index.records);
  const moved = new Set([...moves.values()].flat());
  const displaced = questions.flatMap((draft) => {
    const record = index.records[draft.key];
    const isTaken = moves.has(draft.key) || moved.has(draft.key);
    return record && isTaken ? [displacedFinding(draft, record.title)] : [];
  });
  const findings = applySeverity([...gathered.findings, ...curated, ...displaced], config.rules);
  const erroneous = erroneousKeys(findings, drafts, index.records);
  return {
    drafts: drafts.filter(({ key }) => !erroneous.has(key)),
    composed,
    unread: unread.filter(({ key }) => !erroneous.has(key)),
    findings,
    erroneous,
    moves,
    settings,
    sourceCount,
    cursors,
    linked,
    unreleased: gathered.unreleased
  };
}
function nameAt(pages) {
  const address4 = URL.parse(pages?.repository ?? "");
  return address4?.hostname === "github.com" ? address4.pathname.slice(1) : "";
}
function standing({ source: source2, provenance, title: title3 }) {
  return title3 === void 0 ? [] : [{ key: source2, provenance, title: title3 }];
}
function knownSource({ key, record: { title: title3, text: text2 } }) {
  return { key, title: title3, text: text2 };
}
function erroneousKeys(findings, drafts, records) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const keys = new Set(errors.map(({ source: source2 }) => source2));
  if (errors.length === 0) return keys;
  const read = new Set(drafts.map(({ key }) => key));
  const origins = new Set(errors.map(({ provenance }) => provenanceText(provenance)));
  const whole = new Set(
    errors.filter(({ source: source2 }) => !read.has(source2) && parseSourceKey(source2).question === null).map(({ provenance }) => provenanceText(provenance))
  );
  for (const { key, provenance } of drafts)
    if (whole.has(provenanceText(provenance))) keys.add(key);
  for (const [key, { provenance }] of Object.entries(records))
    if (provenance && origins.has(provenanceText(provenance)) && !read.has(key)) keys.add(key);
  return keys;
}

export {
  decode,
  findingDocument,
  listed,
  visibleText,
  textDigest,
  baseOf,
  withoutAnswer,
  withAnswerOf,
  parseSourceKey,
  compareSourceKeys,
  applySeverity,
  linkDependencies,
  gather
};
