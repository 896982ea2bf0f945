import { version } from '../model/version.ts';

// The entry of the bundle: answers what needs nothing, and loads the rest only for a command.
const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(args);
}
