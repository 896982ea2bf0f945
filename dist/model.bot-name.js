// src/model/bot-name.ts
function isBotName(name) {
  return /(?:^|[^a-z])bot\W*$/i.test(name);
}

export {
  isBotName
};
