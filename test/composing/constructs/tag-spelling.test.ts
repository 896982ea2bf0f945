import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

const to = 'https://b.example';

describe('a tag as the site reads it', () => {
  becomes([
    ['a<BR>b <B>c</B> <Kbd>d</Kbd>', 'a<br>b <b>c</b> <kbd>d</kbd>'],
    [
      '<H2 Align="x">A</H2>\n\n<P>b <I>c</I></P>\r\n',
      '<h2 Align="x">A</h2>\n\n<p>b <i>c</i></p>\r\n',
    ],
    [`<A HREF="${to}">a</A> <a href=${to}>b</a>`, `<a href="${to}">a</a> <a href="${to}">b</a>`],
    [`<a class=x href = '${to}'>a</a>`, `<a class=x href='${to}'>a</a>`],
    [`<p><img src=${to}/i.png width=3></p>`, `<p><img src="${to}/i.png" width="3"></p>`],
    [`<img data-src="x" src="${to}/i.png">`, `<img src="${to}/i.png">`],
    [`<img src="${to}/i.png" alt="it's">`, `<img src="${to}/i.png" alt="it’s">`],
    [`x <a href="${to}/?a=1&amp;b=2">a</a>`, `x <a href="${to}/?a=1&b=2">a</a>`],
    ['<img src=img/i.png>', '<img src="img/i.png">', 'relative-link 9'],
  ]);
  stays([
    `<p><a href="${to}/?a=1&amp;b=2">a</a></p>`,
    `x <a href="${to}/?a=1&amp;copy;=2">a</a>`,
    `<a href="${to}" title="A">a</a> <img alt="x" src='${to}/i.png' />`,
    '`<BR>` <b class=X>y</b>',
    '<Tabs>\n\nx\n\n</Tabs>',
  ]);
});
