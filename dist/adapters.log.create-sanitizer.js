import {
  createBlockSanitizer,
  createPageSanitizer,
  createPageText,
  createSanitizer
} from "./adapters.log.create-sanitizer.shared.js";
import "./model.shown-text.js";
import "./adapters.log.mask-secrets.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";
export {
  createBlockSanitizer,
  createPageSanitizer,
  createPageText,
  createSanitizer
};
