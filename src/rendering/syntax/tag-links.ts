import type { Construct, Extension, Resolver, Token } from 'micromark-util-types';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tagLink: 'tagLink';
    tagLinkEnd: 'tagLinkEnd';
  }
}

/** The brackets that begin links to tags, by the ones that end them. */
const starts = new WeakMap<Token, Token>();

const form = /^!?\[(?:meta-)?tag:([\s\S]*)\]$/;

/** Takes the place of everything since the bracket. A link to a tag makes no link of what it is in. */
const resolveTo: Resolver = (events, context) => {
  const end = events.at(-1)?.[1];
  const start = end && starts.get(end);
  const open = events.findLastIndex(([kind, token]) => kind === 'enter' && token === start);
  if (end === undefined || start === undefined || open < 0) return events;
  for (let index = open - 1; index >= 0; index -= 1) {
    const token = events[index]?.[1];
    const { type, _inactive: isInactive } = token ?? {};
    if (type === 'link' || isInactive === true) break;
    if (token && type === 'labelLink') Object.assign(token, { _inactive: true });
  }
  // Of `![tag:x]`, the exclamation mark is text.
  const isImage = start.type === 'labelImage';
  const from = (isImage && events[open + 1]?.[1].end) || start.start;
  const mark: Token = { type: 'data', start: { ...start.start }, end: { ...from } };
  const link: Token = { type: 'tagLink', start: { ...from }, end: { ...end.end } };
  events.splice(open, events.length, ['enter', link, context], ['exit', link, context]);
  if (isImage) events.splice(open, 0, ['enter', mark, context], ['exit', mark, context]);
  return events;
};

const tagLinkEnd: Construct = {
  name: 'tagLinkEnd',
  resolveTo,
  tokenize(effects, ok, nok) {
    const { _labelStarts: labels } = this;
    const start = labels?.at(-1);
    return (code) => {
      if (start === undefined || code !== 93) return nok(code);
      const token = effects.enter('tagLinkEnd');
      starts.set(token, start);
      effects.consume(code);
      effects.exit('tagLinkEnd');
      const text = this.sliceSerialize({ start: start.start, end: token.end });
      return form.test(text) ? ok : nok;
    };
  },
};

/** Links to tags: `[tag:x]`, `[meta-tag:x]`. They go where no link of the author's does. */
export const tagLinks: Extension = { text: { 93: { ...tagLinkEnd, add: 'after' } } };

/** Makes a link without an address of it: where a tag's page is depends on the site. */
export const tagLinksFromMarkdown: FromMarkdown = {
  enter: {
    tagLink(token) {
      const [, name = ''] = form.exec(`[${this.sliceSerialize(token).slice(1)}`) ?? [];
      this.enter(
        {
          type: 'link',
          url: '',
          children: [{ type: 'text', value: name }],
          data: { hProperties: { className: ['s-tag'], href: undefined } },
        },
        token,
      );
      this.exit(token);
    },
  },
};
