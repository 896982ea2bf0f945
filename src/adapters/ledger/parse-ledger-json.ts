import { jsonFlaw } from './json-flaw.ts';
import { parseLines } from './parse-lines.ts';
import { unreadable } from './unreadable.ts';

/** Parses JSON without equal members. Throws `ledger-unreadable` with the line where it breaks. */
export function parseLedgerJson(json: string | Uint8Array, name: string): unknown {
  const byLine = typeof json === 'string' ? undefined : parseLines(json);
  if (byLine !== undefined) return byLine;
  const text = typeof json === 'string' ? json : decodeUtf8(json, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    expectNoFlaw(text, name);
    throw unreadable(name, 'it is not JSON', null, error);
  }
  // A text in our own form differs from the compact one by its line ends and a blank after the first
  // name of a line. Only where the lengths disagree may a member be lost: then look closely.
  const blanks = (text.match(/\n"?/g) ?? []).reduce((sum, found) => sum + found.length, 0);
  if (JSON.stringify(value).length + blanks !== text.length) expectNoFlaw(text, name);
  return value;
}

/** Decodes UTF-8 strictly, as everything else could hide a damaged text. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw unreadable(name, 'it is not UTF-8', null, error);
  }
}

function expectNoFlaw(json: string, name: string): void {
  const flaw = jsonFlaw(json);
  if (flaw === null) return;
  throw unreadable(name, `line ${flaw.line}, column ${flaw.column}: ${flaw.what}`, flaw.line);
}
