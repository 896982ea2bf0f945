/** Words that YAML, of whatever version, takes for something else than a text. */
const notText = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as YAML spells it within a flow or a block: nothing in it is read as anything else. */
export function yamlScalar(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*$/.test(text) && !notText.test(text);
  // A string of JSON is one of YAML. What ends a line there is escaped, so that it stays one line.
  return isPlain
    ? text
    : JSON.stringify(text).replace(
        /[\u007f-\u009f\u2028\u2029\ufeff]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}
