/**
 * Parses JSON, whatever the answer says that it is: the site leaves out Content-Type at times.
 * Undefined where it is none.
 */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
