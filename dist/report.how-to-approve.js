import {
  anyPlace,
  howToApprove
} from "./report.how-to-approve.shared.js";
import "./esbuild-helpers.js";
export {
  anyPlace,
  howToApprove
};
