import { quoted } from '../../markdown/quoted.ts';
import { hostKind } from '../host-kind.ts';
import type { Rule } from '../rule.ts';
import { inProse } from '../texts.ts';

const address =
  /\b(?:https?|ftp|sftp|ssh|git|wss?):\/\/(?:\[[\da-f:.]{2,45}\])?[^\s<>()"'`[\]|]{0,300}/gi;

export const internalAddress: Rule = {
  id: 'internal-address',
  severity: 'warning',
  varies: true,
  about:
    'Where everyone can read the repository, no address in a text leads into a private network, as `http://10.0.0.5`, `https://wiki.acme.corp` or `http://go/keys`; `check` knows that with `visibility: public` alone.',
  check(draft, context) {
    if (context.repository?.isPublic !== true) return null;
    const images = new Set(
      context.links(draft).flatMap(({ kind, url }) => (kind === 'image' ? [url] : [])),
    );
    return inProse(context.prose(draft), address)
      .map(({ match: [written], at }) => ({ url: written.replace(/[.,;:!?*_~]{1,10}$/, ''), at }))
      .filter(({ url }) => hostKind(url) === 'internal' && !images.has(url))
      .map(({ url, at }) => ({
        at,
        message: `The address ${quoted(url)} leads into a private network, and everyone can read this repository.`,
        remedy: 'Take it out, or write an address that everyone may know.',
      }));
  },
};
