import {
  version
} from "./model.version.js";
import "./esbuild-helpers.js";

// src/cli/main.ts
var args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
  process.stdout.write(`${version}
`);
} else {
  const { run } = await import("./cli.run.js");
  process.exitCode = await run(args);
}
