import {
  memoize
} from "./model.memoize.js";

// src/commands/audience-of.ts
async function audienceOf({
  config: { visibility },
  repository,
  forge
}) {
  if (visibility !== "auto") return visibility === "public" ? "everyone" : "team";
  const open = forge ? await forge.isPublic() ?? true : (await repository.remotes()).some(isElsewhere);
  return open ? "everyone" : "team";
}
function isElsewhere(address) {
  if (/^file:/i.test(address)) return false;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const host = URL.parse(address)?.hostname ?? "";
    return !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
  }
  return /^[^/]+:/.test(address) && !/^[a-z]:[\\/]/i.test(address);
}

// src/model/shown-text.ts
var joiningScripts = "Arab Syrc Mand Mani Nkoo Mong Phag Adlm Rohg Sogd Ougr Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Newa Khmr Mymr Tibt Java Bali Gran Tirh Shrd Sidd Modi";
var joining = String.raw`[[${joiningScripts.replace(/(\w+) ?/g, String.raw`\p{scx=$1}`)}]&&[\p{L}\p{M}]]`;
var wanted = String.raw`(?<=${joining})[\u200C\u200D](?=${joining})|(?=\p{Emoji})\p{RGI_Emoji}`;
var unseen = String.raw`[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n]]`;
var odd = String.raw`[[\p{Zs}\p{Co}\p{Cn}\u2800]--[ \u3000]]`;
var any = new RegExp(String.raw`${unseen}|${odd}|\\u\{`, "v");
var escaped = memoize(() => new RegExp(String.raw`${wanted}|(${unseen}|${odd}|\\(?=u\{))`, "gv"));
function shownText(text) {
  if (!any.test(text)) return text;
  return text.replace(escaped(), (seen, hidden) => hidden ? escapeOf(hidden) : seen);
}
function escapeOf(char) {
  return `\\u{${char.codePointAt(0)?.toString(16) ?? ""}}`;
}

export {
  audienceOf,
  shownText,
  escapeOf
};
