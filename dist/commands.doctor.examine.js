import {
  examine
} from "./commands.doctor.examine.shared.js";
import "./commands.login.token-life.js";
import "./commands.doctor.workflow.js";
import "./model.counted.js";
import "./model.destination.js";
import "./approval.environment-flaw.js";
import "./yaml.yaml-file.js";
import "./config.config-places.js";
import "./model.is-object.js";
import "./model.version.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  examine
};
