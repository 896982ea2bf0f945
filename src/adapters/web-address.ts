import { Misfit, type Shape } from './shape.ts';

/** The address of a page, without query and anchor. */
export const webAddress: Shape<string> = (value) => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new Misfit('an address', value);
  return url.origin + url.pathname;
};
