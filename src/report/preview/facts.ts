import type { Element } from 'hast';
import { element, type Part } from './element.ts';

/** A name, and what is told of it. */
export interface Fact {
  readonly name: string;
  readonly values: readonly Part[];
}

export function facts(all: readonly Fact[]): Element {
  return element(
    'dl',
    { className: ['facts'] },
    all.map(({ name, values }) =>
      element(
        'div',
        {},
        element('dt', {}, name),
        values.map((value) => (value === null ? null : element('dd', {}, value))),
      ),
    ),
  );
}
