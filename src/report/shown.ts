declare const shown: unique symbol;

/** Something that may be shown. Only `audience.ts` makes one, and what is shown has to be one. */
export type Shown<Value> = Value & { readonly [shown]: true };
