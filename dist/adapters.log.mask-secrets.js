// src/adapters/log/mask-secrets.ts
var shortestSecret = 6;
var shortestPiece = 12;
function isMaskable(secret) {
  return secret.trim().length >= shortestSecret;
}
function maskSecrets(secrets) {
  const forms = [...new Set(secrets.filter(isMaskable).flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  const heads = new Set(forms.map((form) => form.slice(0, shortestPiece)));
  const start = new RegExp(`(?=${[...heads].map(quoted).join("|")})`, "g");
  return (text) => {
    let result = "";
    let end = 0;
    for (const { index } of text.matchAll(start)) {
      if (index >= end) result += `${text.slice(end, index)}***`;
      end = Math.max(end, index + Math.max(...forms.map((form) => shownOf(form, text, index))));
    }
    return result + text.slice(end);
  };
}
function shownOf(form, text, index) {
  let length = 0;
  while (length < form.length && text[index + length] === form[length]) length += 1;
  return length >= Math.min(form.length, shortestPiece) ? length : 0;
}
function formsOf(secret) {
  return [.../* @__PURE__ */ new Set([secret, secret.trim()])].flatMap((value) => {
    const url = encodeURIComponent(value.toWellFormed());
    const strictUrl = url.replace(/[!'()*]/g, percentEncoded);
    return [
      value,
      value.replaceAll("\r", "\\r").replaceAll("\n", "\\n"),
      JSON.stringify(value).slice(1, -1),
      ...[url, strictUrl].flatMap((form) => [
        form,
        form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        form.replaceAll("%20", "+")
      ]),
      ...base64Forms(value)
    ];
  });
}
function percentEncoded(char) {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
function base64Forms(secret) {
  const bytes = Buffer.from(secret, "utf8");
  return [0, 1, 2].flatMap((offset) => {
    const first = Math.ceil(offset * 8 / 6);
    const end = Math.floor((offset + bytes.length) * 8 / 6);
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const form = padded.toString("base64").slice(first, end);
    return form.length < shortestSecret ? [] : [form, form.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
function quoted(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

export {
  isMaskable,
  maskSecrets
};
