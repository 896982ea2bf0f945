import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlOver, fakeGitHubClient } from '../../sandbox/index.ts';
import type { StandIn } from './stand-in-order.ts';

// Loaded by Node before the Action: does what GitHub does for a job and act does not. It gives the job's
// token the permissions of the workflow, and puts the secret of the job's environment in its place. It
// also keeps what the Action writes, byte for byte, before act makes lines of it and hides secrets.

const file = process.env['STAND_IN'] ?? '';
const { control, folder, jobs, placeholder } = JSON.parse(readFileSync(file, 'utf8')) as StandIn;
const name = process.env['GITHUB_JOB'] ?? '';
const job = jobs[name];
if (!job) throw new Error(`there is no job ${name}`);

// What the Action starts must not load this again, and the Action must not see it.
delete process.env['NODE_OPTIONS'];
delete process.env['STAND_IN'];
for (const [variable, value] of Object.entries(process.env))
  if (value === placeholder) process.env[variable] = job.secret;

writeFileSync(join(folder, `${name}.version`), process.version);
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  stream.write = (...args: unknown[]) => {
    appendFileSync(join(folder, `${name}.raw`), args[0] as string | Uint8Array);
    return write(...args);
  };
}
await fakeGitHubClient(controlOver(control)).permissions(job.permissions);
