import {
  Misfit
} from "./adapters.shape.js";

// src/adapters/web-address.ts
var webAddress = (value) => {
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new Misfit("an address", value);
  return url.origin + url.pathname;
};

export {
  webAddress
};
