import {
  audienceOfDoctor
} from "./commands.doctor.audience-of-doctor.js";
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
import "./commands.audience-of.js";
import "./model.version.js";
import "./model.is-object.js";
import "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// src/commands/init/check-set-up.ts
async function checkSetUp(session) {
  var _stack = [];
  try {
    const context = __using(_stack, await session.openDoctorContext(), true);
    const document = await examine(context, { tryWrite: false, tokensMayLack: true });
    session.disclosure.setAudience(await audienceOfDoctor(context).catch(() => "everyone"));
    return document;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  checkSetUp
};
