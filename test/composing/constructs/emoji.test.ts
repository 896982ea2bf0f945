import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

describe('an emoji', () => {
  becomes([
    ['Done :tada: and :+1:.', 'Done 🎉 and 👍.'],
    [':tada::bug: a:tada:b :x :tada: y:', '🎉🐛 a🎉b :x 🎉 y:'],
    [
      '[:rocket: Launch][r] **:tada:**\n\n[r]: https://b.example',
      '[🚀 Launch][r] **🎉**\n\n[r]: https://b.example',
    ],
    [':white\\_check\\_mark: \\:tada: \\:bug\\:', '✅ 🎉 🐛'],
    [
      '# :tada:\r\n\r\n| :bug: |\r\n| - |\r\n| :+1: |\r\n\r\n> - :tada:\r\n',
      '# 🎉\r\n\r\n| 🐛 |\r\n| - |\r\n| 👍 |\r\n\r\n> - 🎉\r\n',
    ],
    [
      '<p align="center" title=":tada:">\n:tada: <b>:bug:</b>\n</p>',
      '<p align="center" title=":tada:">\n🎉 <b>🐛</b>\n</p>',
    ],
    [':no-such:tada: :tada:no-such:', ':no-such:tada: 🎉no-such:'],
  ]);
  stays([
    ':octocat: `:tada:` a::tada::b 10:30:45 :constructor: :TADA: :日本:',
    '```\n:tada:\n```\n\n<b title=":tada:">x</b>\n\n<pre>:tada:</pre>\n\n<p>a <code>:tada:</code></p>',
    'https://b.example/:tada: <https://b.example/:tada:> [x](https://b.example/:tada:)',
    '![:tada:](https://b.example/i.png)',
  ]);
});
