import {
  Fault
} from "./model.error.js";

// src/adapters/checked-token.ts
function checkedToken(variable, given) {
  const token = given.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  const seen = token === "" ? "it is blank" : "it holds characters that no token has";
  const message = `Cannot use the token in ${variable}: ${seen}.`;
  const remedy = `Store the token itself in ${variable}, without quotes, blanks and line breaks.`;
  throw variable === "GITHUB_TOKEN" ? new Fault("forge", "forge-refused", message, { remedy }) : new Fault("site", "token-refused", message, { remedy });
}

export {
  checkedToken
};
