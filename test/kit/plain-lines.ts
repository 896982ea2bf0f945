/** The lines of a text in which no construct of the dialect can begin or end, without blanks at their end. */
export function plainLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => !/[[\]<>!:@#&\\`]|www|\b[\da-f]{7}/.test(line))
    .map((line) => line.trimEnd());
}
