import {
  examine
} from "./commands.doctor.examine.shared.js";
import "./commands.login.token-life.js";
import "./report.check-names.js";
import "./commands.doctor.workflow.js";
import "./model.counted.js";
import "./model.destination.js";
import "./yaml.yaml-file.js";
import "./approval.environment-flaw.js";
import "./config.config-places.js";
import "./model.version.js";
import "./model.is-object.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  examine
};
