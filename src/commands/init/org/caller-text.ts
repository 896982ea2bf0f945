import type { InitContext } from '../init-context.ts';
import { sharedName, type FleetContext } from './fleet-context.ts';

const callsShared = /\bacme\/\.github\b/g;
const atZeros = /(stack-internal\.yml@)0{40}.*$/m;

/** The workflow that calls the shared one, at a commit of it. */
export function callerText(
  { organisation, shippedForMany }: Pick<FleetContext, 'organisation' | 'shippedForMany'>,
  commit: string,
): string {
  const found = shippedForMany.find(({ text }) => atZeros.test(text));
  if (found === undefined) throw new Error('the package ships no workflow that calls another');
  return found.text
    .replace(callsShared, () => sharedName(organisation))
    .replace(atZeros, (_, start: string) => `${start}${commit}`);
}

/** Shipped workflows with the version of the Action that the shared one names. */
export function pinnedAs(
  shipped: InitContext['shipped'],
  shared: string,
): readonly { readonly name: string; readonly text: string }[] {
  const [, named] = /\buses: *(stack-publish\/stack-publish@[0-9a-f]{40}.*)$/m.exec(shared) ?? [];
  if (named === undefined) return shipped;
  return shipped.map(({ name, text }) => ({
    name,
    text: text.replace(/stack-publish\/stack-publish@0{40}.*$/gm, () => named),
  }));
}
