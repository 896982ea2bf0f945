import { htmlTags } from '../../markdown/html-tags.ts';
import { lineAfter, lineStart } from '../../markdown/lines.ts';
import type { Construct } from '../page.ts';

/** `<details>`: its summary becomes a line in bold, and what it holds stays. */
export const details: Construct = function* details({ text, nodes }) {
  if (!/<details/i.test(text)) return;
  const tags = htmlTags(text, nodes).filter(({ isInline }) => !isInline);
  for (const open of tags) {
    if (open.name !== 'details' || open.isEnd) continue;
    const close = open.partner;
    if (!close) continue;
    const summary = tags.find(
      ({ name, isEnd, start }) => name === 'summary' && !isEnd && start > open.start,
    );
    const first = tags.find(({ name, start }) => name === 'details' && start > open.start);
    const isOwn = summary && summary.start < Math.min(close.start, first?.start ?? Infinity);
    const own = isOwn ? summary : null;
    const end = own?.partner?.end ?? open.end;
    if (own && !own.partner) continue;
    const words = own?.partner ? text.slice(own.end, own.partner.start) : 'Details';
    const title = words
      .replace(/\s+/g, ' ')
      .replace(/<\/?(?:b|strong|h[1-6])\b[^<>]*>/gi, '')
      .trim();
    const before = text.slice(lineStart(text, open.start), open.start).trim() === '' ? '' : '\n\n';
    const after = /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(end)) ? '' : '\n\n';
    yield { start: open.start, end, by: `${before}**${title || 'Details'}**${after}` };
    const line = lineStart(text, close.start);
    const next = lineAfter(text, close.end);
    const isAlone =
      text.slice(line, close.start).trim() === '' && text.slice(close.end, next).trim() === '';
    yield isAlone
      ? { start: line, end: next, by: '' }
      : { start: close.start, end: close.end, by: '\n\n' };
  }
};
