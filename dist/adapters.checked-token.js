import {
  Fault
} from "./model.error.js";

// src/adapters/checked-token.ts
function checkedToken(variable, given) {
  const token = given.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  const seen = token === "" ? "it is blank" : "it holds characters that no token has";
  const what = variable === "STACK_API_KEY" ? "key" : "token";
  const message = `Cannot use the ${what} in ${variable}: ${seen}.`;
  const remedy = `Store the ${what} itself in ${variable}, without quotes, blanks and line breaks.`;
  if (!variable.startsWith("STACK_"))
    throw new Fault("forge", "forge-refused", message, { remedy });
  const code = variable === "STACK_API_KEY" ? "api-key-refused" : "token-refused";
  throw new Fault("site", code, message, { remedy });
}

export {
  checkedToken
};
