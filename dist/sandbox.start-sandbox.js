import {
  startSandbox
} from "./sandbox.start-sandbox.shared.js";
import "./sandbox.stack.html.body-html.js";
import "./sandbox.stack.oauth.decide.js";
import "./sandbox.stack.html.html-encode.js";
import "./sandbox.exchange.respond.js";
import "./sandbox.exchange.match-path.js";
import "./sandbox.github.tokens.js";
import "./npm.zod.js";
import "./model.image.js";
import "./model.is-digest.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  startSandbox
};
