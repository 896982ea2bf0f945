import { isUtf8 } from 'node:buffer';

const member = /^("(?:[^"\\]|\\.)*"): (.*?)(,?)$/s;

/**
 * Parses JSON in the form that the ledger is written in, with one record a line, and never holds more
 * than one line as text: a large ledger would else be in memory several times. Undefined where the
 * text has any other form, a flaw, or two equal members; objects that span lines have no prototype.
 */
export function parseLines(bytes: Uint8Array): object | undefined {
  if (!isUtf8(bytes)) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let root: object | undefined;
  const open: Record<string, unknown>[] = [];
  /** Whether a comma promised a member, which the next line must be; null: nothing came before. */
  let more: boolean | null = null;
  for (let start = 0, end = 0; start < buffer.length; start = end + 1) {
    end = buffer.indexOf(0x0a, start);
    if (end === -1) end = buffer.length;
    const line = buffer.toString('utf8', start, end);
    const inner = open.at(-1);
    if (inner === undefined) {
      if (root !== undefined || line !== '{') return undefined;
      root = begin(open);
      more = null;
    } else if (line === '}' || line === '},') {
      if (more === true || (line === '},' && open.length === 1)) return undefined;
      open.pop();
      more = line === '},';
    } else {
      const [, name, value, comma] = member.exec(line) ?? [];
      const key = parsed(name);
      if (typeof key !== 'string' || more === false || key in inner) return undefined;
      if (value === '{' && comma === '') {
        inner[key] = begin(open);
        more = null;
      } else {
        const content = parsed(value);
        if (content === undefined) return undefined;
        inner[key] = content;
        more = comma === ',';
      }
    }
  }
  return open.length === 0 ? root : undefined;
}

function begin(open: Record<string, unknown>[]): Record<string, unknown> {
  const started = Object.create(null) as Record<string, unknown>;
  open.push(started);
  return started;
}

/** The value of compact JSON; undefined for other JSON too, as a member named twice shows by its length only. */
function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return JSON.stringify(value).length === json.length ? value : undefined;
  } catch {
    return undefined;
  }
}
