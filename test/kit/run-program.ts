import { startProgram } from './start-program.ts';

/** Runs a program that has to succeed, and returns what it printed. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: Parameters<typeof startProgram>[2],
): Promise<string> {
  const { code, stdout, stderr } = await startProgram(command, args, options).ended;
  if (code === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${stdout}\n${stderr}`);
}
