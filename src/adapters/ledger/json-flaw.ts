// Text between escapes is what stands from the blank on, but for the quote and the backslash.
const token =
  /[\t\n\r ]*(?:([{}[\],:])|("[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[ !#-[\]-\uFFFF]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

/**
 * Finds the first flaw of a JSON text, or null. `JSON.parse` does not always tell the place of an
 * error, and takes the last of two equal members in silence: half a merge would then look whole.
 * Line and column count from 1.
 */
export function jsonFlaw(json: string) {
  /** Open objects, with the names that they have had, and open lists (null). */
  const open: (Set<string> | null)[] = [];
  let expected: 'value' | 'first' | 'name' | 'colon' | 'next' | 'end' = 'value';
  let at = 0;
  const flaw = (what: string) => {
    const start = at + (/^[\t\n\r ]*/.exec(json.slice(at, at + 10_000))?.[0].length ?? 0);
    const before = json.slice(0, start);
    const line = before.split('\n').length;
    return { line, column: start - before.lastIndexOf('\n'), what };
  };
  while (expected !== 'end') {
    token.lastIndex = at;
    const found = token.exec(json);
    const [, mark, name, value] = found ?? [];
    const inside = open.at(-1);
    const closes = mark === (inside === null ? ']' : '}') && inside !== undefined;
    if (closes && (expected === 'first' || expected === 'next')) {
      open.pop();
      expected = open.length === 0 ? 'end' : 'next';
    } else if ((expected === 'first' && inside !== null) || expected === 'name') {
      if (name === undefined) return flaw('expected a member name');
      const key = JSON.parse(name) as string;
      if (inside?.has(key) === true) return flaw(`${name} is there twice`);
      inside?.add(key);
      expected = 'colon';
    } else if (expected === 'colon') {
      if (mark !== ':') return flaw('expected ":"');
      expected = 'value';
    } else if (expected === 'next') {
      if (mark !== ',') return flaw(`expected "," or "${inside === null ? ']' : '}'}"`);
      expected = inside === null ? 'value' : 'name';
    } else if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? new Set() : null);
      expected = 'first';
    } else if (name !== undefined || value !== undefined) {
      expected = open.length === 0 ? 'end' : 'next';
    } else {
      return flaw('expected a value');
    }
    at = token.lastIndex;
  }
  return /^[\t\n\r ]*$/.test(json.slice(at)) ? null : flaw('expected the end');
}
