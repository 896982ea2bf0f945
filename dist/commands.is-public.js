import {
  isPublic
} from "./commands.is-public.shared.js";
import "./esbuild-helpers.js";
export {
  isPublic
};
