/**
 * What a reader tells a text by: in Unicode's composed form, without characters that show nothing, and
 * with every run of blanks as one space. Two texts that look alike give the same.
 */
export function visibleText(text: string): string {
  return (
    text
      .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
      .replace(/[\s\u2800]+/g, ' ')
      .replace(/\p{Cc}+/gu, '')
      // Sorting a run of marks takes time by its square; U+034F ends it (UAX 15, stream-safe text).
      .replace(/\p{M}{30}/gu, '$&\u034F')
      .normalize('NFC')
      .replaceAll('\u034F', '')
      .trim()
  );
}
