import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

const linked = (address: string) => `[${address}](https://${address})`;

describe('a bare address with an apostrophe', () => {
  becomes([
    ["(https://b.example/o'neil), 'x'", "(https://b.example/o%27neil), 'x'"],
    ["- *https://b.example/o'n*\r\n", '- *https://b.example/o%27n*\r\n'],
  ]);
  stays([
    "'https://b.example/a' it's",
    "`https://b.example/o'n`",
    "<b title='https://b.example'>x</b>",
  ]);
});

describe('an address that begins with www.', () => {
  becomes([
    ['See www.example.com/a for it.', `See ${linked('www.example.com/a')} for it.`],
    ['(www.example.com/a_(b)).', '([www.example.com/a_(b)](https://www.example.com/a_%28b%29)).'],
    [
      'www.a.example?! www.b.example/)) **www.c.example**',
      `${linked('www.a.example')}?! ${linked('www.b.example/')})) **${linked('www.c.example')}**`,
    ],
    [
      'www.a.example/?b=1&amp;c=2 www.b.example&copy;&amp;.',
      `${linked('www.a.example/?b=1&amp;c=2')} ${linked('www.b.example')}&copy;&amp;.`,
    ],
    [
      '| www.a.example |\r\n| - |\r\n| WWW.B.example |\r\n\r\n> - www.日本.example/é',
      `| ${linked('www.a.example')} |\r\n| - |\r\n| ${linked('WWW.B.example')} |\r\n\r\n> - ${linked('www.日本.example/é')}`,
    ],
    ['www.a.example/[b]', '[www.a.example/\\[b\\]](https://www.a.example/%5Bb%5D)'],
  ]);
  stays([
    '`www.example.com` [www.a.example](https://b.example) <b title="www.a.example">x</b>',
    'xwww.example.com www. www.. `x`www.a.example "www.a.example" [www.a.example]',
    'www.a.b_c.example www.a.b_c https://b.example/www.a.example',
    '```\nwww.example.com\n```',
  ]);
});

describe('a bare e-mail address', () => {
  becomes([
    ['Mail ops@example.com, or ops@a.b.example.', 'Mail <ops@example.com>, or <ops@a.b.example>.'],
    ['(a.b-c_d+e@b.example) [a@b.example]', '(<a.b-c_d+e@b.example>) [<a@b.example>]'],
    [
      '| a@b.example |\r\n| - |\r\n\r\n> - a@b.example',
      '| <a@b.example> |\r\n| - |\r\n\r\n> - <a@b.example>',
    ],
  ]);
  stays([
    '<ops@example.com> `a@b.example` [a@b.example](https://b.example) mailto:a@b.example',
    'a@b x@y-.z_ a@b.example_ a@b.example- é@b.example',
    // What the site would show with its brackets.
    'root@127.0.0.1 a@b.c1',
    'https://www.example.com/a@b.example http://b.example/?a=b@c.example https://a@b.example/',
  ]);
});
