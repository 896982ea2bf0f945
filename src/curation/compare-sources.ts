/** Orders source keys: those of pull requests by their numbers, all others by their characters. */
export function compareSources(a: string, b: string): number {
  const [left, right] = [pullNumber(a), pullNumber(b)];
  if (left !== null && right !== null && left !== right) return left - right;
  return a === b ? 0 : a < b ? -1 : 1;
}

function pullNumber(key: string): number | null {
  const number = /^pull\/(\d{1,15})(?:#|$)/.exec(key)?.[1];
  return number === undefined ? null : Number(number);
}
