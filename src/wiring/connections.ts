import { textFiles } from '../adapters/text-files.ts';
import type { Connections } from '../commands/session.ts';
import { secretsOf, type Environment } from './environment.ts';
import { canVerify, openDecision, openEvidence } from './evidence.ts';

/** What a command can have opened, each loaded when it is asked for. */
export function connectionsOf(environment: Environment): Connections {
  return {
    ...textFiles(environment.cwd),
    async connect({ approvalFirst } = { approvalFirst: false }) {
      const { connect } = await import('./connect.ts');
      return connect(environment, { ask: !(approvalFirst && canVerify(environment)) });
    },
    openEvidence: (context, given) => openEvidence(environment, context, given),
    openDecision: (context) => openDecision(environment, context),
    async openCheckout(options) {
      const { openCheckout } = await import('./configuration.ts');
      return openCheckout(environment, options);
    },
    async openDoctorContext() {
      const { openDoctorContext } = await import('./doctor-context.ts');
      return openDoctorContext(environment);
    },
    async openInit() {
      const { openInit } = await import('./init-context.ts');
      return openInit(environment);
    },
    async openFleet(organisation) {
      const { openFleet } = await import('./fleet.ts');
      return openFleet(environment, organisation);
    },
    async openSignIn(wish) {
      const { signInAt } = await import('./sign-in.ts');
      return signInAt(environment, wish);
    },
    async openSecretFile(name) {
      const { openWholeFile } = await import('../adapters/whole-file.ts');
      return openWholeFile(environment.cwd, name, { isSecret: true });
    },
    async openPage(name) {
      const [{ openWholeFile }, { createPageText }] = await Promise.all([
        import('../adapters/whole-file.ts'),
        import('../adapters/log/create-sanitizer.ts'),
      ]);
      const file = await openWholeFile(environment.cwd, name, { isSecret: false });
      const safe = createPageText(secretsOf(environment));
      return { write: async (make) => file.write(await make(safe)) };
    },
    async openComments() {
      const { openCommentPlace } = await import('./comment-place.ts');
      return openCommentPlace(environment);
    },
  };
}
