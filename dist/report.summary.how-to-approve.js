import {
  anyPlace,
  howToApprove
} from "./report.summary.how-to-approve.shared.js";
import "./report.markdown.js";
import "./rendering.acting-words.js";
import "./esbuild-helpers.js";
export {
  anyPlace,
  howToApprove
};
