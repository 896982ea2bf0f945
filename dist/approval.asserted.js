import {
  asserted
} from "./approval.asserted.shared.js";
import "./esbuild-helpers.js";
export {
  asserted
};
