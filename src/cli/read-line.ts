/** Nobody types or pastes more, in characters. */
const longest = 16_384;

/**
 * Reads the first line of a stream, without its end, and closes the stream: whoever writes to it may
 * never end it. Empty where nothing comes.
 */
export async function readLine(input: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  input.setEncoding('utf8');
  try {
    for await (const part of input) {
      text += String(part);
      if (/[\r\n]/.test(text) || text.length > longest) break;
    }
  } catch {
    // A terminal that went away says no more than one at its end.
  }
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}
