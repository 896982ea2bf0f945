import { htmlEncode } from '../stack/html/html-encode.ts';

/** Text that is HTML already. Everything else is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | readonly (Html | string)[];

/** Builds HTML. Values are escaped unless they are `Html` themselves. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(
    parts
      .map((part, index) => (index === 0 ? part : write(values[index - 1] ?? '') + part))
      .join(''),
  );
}

function write(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return htmlEncode(value);
  if (typeof value === 'number') return String(value);
  return value.map(write).join('');
}
