import {
  memoize
} from "./model.memoize.js";

// src/model/shown-text.ts
var joiningScripts = "Arab Syrc Mand Mani Nkoo Mong Phag Adlm Rohg Sogd Ougr Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Newa Khmr Mymr Tibt Java Bali Gran Tirh Shrd Sidd Modi";
var joining = String.raw`[[${joiningScripts.replace(/(\w+) ?/g, String.raw`\p{scx=$1}`)}]&&[\p{L}\p{M}]]`;
var wanted = String.raw`(?<=${joining})[\u200C\u200D](?=${joining})|(?=\p{Emoji})\p{RGI_Emoji}`;
var unseen = String.raw`[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n]]`;
var hidden = String.raw`(?!\r\n)[${unseen}--[\p{Cf}--[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]]]`;
var selector = String.raw`(?<=\p{scx=Hani})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|(?<=\p{scx=Mong})[\u180B-\u180F]`;
var odd = String.raw`[[\p{Zs}\p{Co}\p{Cn}\u2800]--[ \u3000]]`;
var any = new RegExp(String.raw`${unseen}|${odd}|\\u\{`, "v");
var escaped = memoize(() => new RegExp(String.raw`${wanted}|(${unseen}|${odd}|\\(?=u\{))`, "gv"));
var hiddenRun = memoize(() => new RegExp(`${wanted}|${selector}|((?:${hidden})+)`, "gv"));
function hiddenIn(text) {
  if (!any.test(text)) return [];
  return [...text.matchAll(hiddenRun())].flatMap(
    ({ index, 1: run }) => run === void 0 ? [] : [{ index, run }]
  );
}
function shownText(text) {
  if (!any.test(text)) return text;
  return text.replace(escaped(), (seen, hidden2) => hidden2 ? escapeOf(hidden2) : seen);
}
function escapeOf(char) {
  return `\\u{${char.codePointAt(0)?.toString(16) ?? ""}}`;
}

export {
  hiddenIn,
  shownText,
  escapeOf
};
