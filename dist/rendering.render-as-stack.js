import {
  renderAsStack
} from "./rendering.render-as-stack.shared.js";
import "./rendering.settle.js";
import "./markdown.parse-markdown.js";
import "./esbuild-helpers.js";
export {
  renderAsStack
};
