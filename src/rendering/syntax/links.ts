import { autolink, definition, labelEnd } from 'micromark-core-commonmark';
import type {
  Construct,
  Effects,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types';
import { isLinkable, toAddress } from '../addresses.ts';
import { isLinkableToken, lastToken, refusing } from './refusing.ts';

const stackAutolink = refusing('stackAutolink', autolink, (context) => {
  const token = context.events.at(-4)?.[1];
  if (token === undefined) return false;
  const address = context.sliceSerialize(token);
  return isLinkable(toAddress(token.type === 'autolinkEmail' ? `mailto:${address}` : address));
});

const stackDefinition = refusing('stackDefinition', definition, (context) => {
  const address = lastToken(context, 'definitionDestinationString', 'definitionLabel');
  if (isLinkableToken(context, address)) return true;
  // The parser took it for defined already.
  context.parser.defined.pop();
  return false;
});

/** Of an image whose address is refused, what is in brackets may still be a link by its definition. */
const isRefusedImage = new WeakSet<Token>();

const stackLabelEnd: Construct = {
  ...labelEnd,
  name: 'stackLabelEnd',
  tokenize(effects, ok, nok) {
    const attempt: Effects['attempt'] = (construct, done, otherwise) => {
      if (!('tokenize' in construct) || typeof construct.tokenize !== 'function')
        return effects.attempt(construct, done, otherwise);
      const resource = refusing('', construct as Construct, hasNoRefusedAddress);
      const refused: State = (code) => {
        const { _labelStarts: labels } = this;
        const start = labels?.at(-1);
        if (code === 40 && start?.type === 'labelImage') isRefusedImage.add(start);
        return otherwise?.(code);
      };
      return effects.attempt(resource, done, refused);
    };
    return labelEnd.tokenize.call(this, { ...effects, attempt }, ok, nok);
  },
  resolveTo(events, context) {
    const index = events.findLastIndex(
      ([kind, token]) => kind === 'enter' && isRefusedImage.has(token),
    );
    const image = events[index]?.[1];
    const marker = events[index + 1]?.[1];
    if (image?.type === 'labelImage' && marker !== undefined && isOpen(events, index)) {
      isRefusedImage.delete(image);
      marker.type = 'data';
      const link: Token = { ...image, type: 'labelLink', start: { ...marker.end } };
      const [enter, exit] = events.slice(index + 3, index + 5) as [Event, Event];
      events.splice(
        index,
        6,
        ['enter', marker, context],
        ['exit', marker, context],
        ['enter', link, context],
        enter,
        exit,
        ['exit', link, context],
      );
    }
    return labelEnd.resolveTo?.(events, context) ?? events;
  },
};

/** Whether what begins there ends with the last label: nothing that begins after it is still open. */
function isOpen(events: readonly Event[], index: number): boolean {
  return !events
    .slice(index + 6)
    .some(
      ([kind, { type, _balanced: isBalanced }]) =>
        kind === 'enter' && (type === 'labelLink' || type === 'labelImage') && isBalanced !== true,
    );
}

/** Whether what stands behind a label has no address, or one that Stack takes. */
function hasNoRefusedAddress(context: TokenizeContext): boolean {
  return (
    lastToken(context, 'resourceDestination', 'labelEnd') === null ||
    isLinkableToken(context, lastToken(context, 'resourceDestinationString', 'labelEnd'))
  );
}

/**
 * Links, images, definitions and addresses in angle brackets where Stack takes the address. Any other is
 * no link at all: it stays as it was written, and so does what stands below such a definition.
 */
export const stackLinks: Extension = {
  disable: { null: ['labelEnd', 'definition', 'autolink'] },
  text: { 60: stackAutolink, 93: stackLabelEnd },
  contentInitial: { 91: stackDefinition },
};
