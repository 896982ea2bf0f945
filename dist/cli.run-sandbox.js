import {
  startSandbox
} from "./sandbox.start-sandbox.js";
import "./sandbox.stack.html.body-html.js";
import "./sandbox.stack.html.html-encode.js";
import "./sandbox.exchange.respond.js";
import "./sandbox.exchange.reply.js";
import "./sandbox.github.tokens.js";
import "./npm.zod.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/cli/run-sandbox.ts
async function runSandbox(settings) {
  const { switches, port, team, data } = settings;
  const sandbox = await startSandbox({
    switches,
    port,
    ...team !== null && { team },
    ...data !== null && { data }
  });
  const { stack, github } = sandbox;
  return {
    document: { stack, github },
    pages: stack.pages,
    async addFaults(faults) {
      await sandbox.control("faults", faults);
    },
    [Symbol.asyncDispose]: () => sandbox.close()
  };
}
export {
  runSandbox
};
