import { adopt } from './adopt.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { init } from './init.ts';
import { login } from './login.ts';
import { plan } from './plan.ts';
import { publish } from './publish.ts';
import { resolve } from './resolve.ts';
import { sandbox } from './sandbox.ts';
import { status } from './status.ts';

/** All commands, in the order in which help lists them. */
export const commands: readonly Command[] = [
  init,
  check,
  plan,
  publish,
  status,
  adopt,
  resolve,
  doctor,
  login,
  sandbox,
  demo,
];
