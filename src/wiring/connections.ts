import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Connections } from '../commands/session.ts';
import type { Environment } from './environment.ts';
import { canVerify, openEvidence } from './evidence.ts';

/** What a command can have opened, each loaded when it is asked for. */
export function connectionsOf(environment: Environment): Connections {
  const pathOf = (name: string) => resolve(environment.cwd, name);
  return {
    async connect({ approvalFirst } = { approvalFirst: false }) {
      const { connect } = await import('./connect.ts');
      return connect(environment, { ask: !(approvalFirst && canVerify(environment)) });
    },
    openEvidence: (context, digest) => openEvidence(environment, context, digest),
    async openCheckout() {
      const { openCheckout } = await import('./open-checkout.ts');
      return openCheckout(environment);
    },
    async openDoctorContext() {
      const { openDoctorContext } = await import('./doctor-context.ts');
      return openDoctorContext(environment);
    },
    readFile: (name) => readFile(pathOf(name), 'utf8'),
    writeFile: (name, text) => writeFile(pathOf(name), text),
  };
}
