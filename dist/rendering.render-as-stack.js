import {
  renderAsStack
} from "./rendering.render-as-stack.shared.js";
import "./markdown.parse-markdown.js";
import "./esbuild-helpers.js";
export {
  renderAsStack
};
