import {
  requireAccepted,
  requireApproval,
  requireApprover,
  requireUnused
} from "./approval.policy.shared.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  requireAccepted,
  requireApproval,
  requireApprover,
  requireUnused
};
