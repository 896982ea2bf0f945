import { textFiles } from '../adapters/text-files.ts';
import type { Connections } from '../commands/session.ts';
import type { Environment } from './environment.ts';
import { canVerify, openEvidence } from './evidence.ts';

/** What a command can have opened, each loaded when it is asked for. */
export function connectionsOf(environment: Environment): Connections {
  return {
    ...textFiles(environment.cwd),
    async connect({ approvalFirst } = { approvalFirst: false }) {
      const { connect } = await import('./connect.ts');
      return connect(environment, { ask: !(approvalFirst && canVerify(environment)) });
    },
    openEvidence: (context, digest) => openEvidence(environment, context, digest),
    async openCheckout() {
      const { openCheckout } = await import('./configuration.ts');
      return openCheckout(environment);
    },
    async openDoctorContext() {
      const { openDoctorContext } = await import('./doctor-context.ts');
      return openDoctorContext(environment);
    },
    async openSignIn(wish) {
      const { signInAt } = await import('./sign-in.ts');
      return signInAt(environment, wish);
    },
    async openSecretFile(name) {
      const { openSecretFile } = await import('../adapters/secret-file.ts');
      return openSecretFile(environment.cwd, name);
    },
  };
}
