import { describe } from 'vitest';
import { becomes } from './becomes.ts';

describe('a tag', () => {
  becomes([
    ['Press <mark>now</mark> or <u class="x">never</u>.', 'Press now or never.'],
    ['H<sub>2</sub>O <kbd>Esc</kbd> <b>x</b><br>', 'H<sub>2</sub>O <kbd>Esc</kbd> <b>x</b><br>'],
    ['He said <q>no</q>.', 'He said "no".'],
    ['a<wbr>b <a name="x"></a> c', 'ab  c'],
    ['Run it for <cluster-name> again.', 'Run it for \\<cluster-name> again.', 'unknown-tag 11'],
    ['Never put a <c> tag in XML.', 'Never put a \\<c> tag in XML.', 'unknown-tag 12'],
    ['<pod>\n\nText', '&lt;pod>\n\nText', 'unknown-tag 0'],
    ['<Tabs>\n\nOne.\n\n</Tabs>', '<Tabs>\n\nOne.\n\n</Tabs>'],
    ['Call <Name> now.', 'Call \\<Name> now.', 'unknown-tag 5'],
    ['`<pod>` \\<pod> &lt;pod>', '`<pod>` \\<pod> &lt;pod>'],
    ['<a name="limits"></a>\n\n## Limits\n\nTen.', '## Limits\n\nTen.'],
    [
      '<a id="l">L</a> <a href="https://b.example" id=x>m</a>',
      'L <a href="https://b.example" id=x>m</a>',
    ],
    ['<div align="center">\n\n**Big**\n\n</div>', '<div align="center">\n\n**Big**\n\n</div>'],
    ['<div align="center">\n\n**Big**</div> </div>', '<div align="center">\n\n**Big** \\</div>'],
    [
      '<a><picture><source srcset="d.png"><img src="https://b.example/i.png"></picture>',
      '<a><img src="https://b.example/i.png">',
    ],
    ['<u>1. a</u>\n<mark>- b</mark>\n\n<a name="x"></a># c', '1\\. a\n\\- b\n\n\\# c'],
    ['Of Set<S>, and Set<s>.', 'Of Set\\<S>, and Set<s>.', 'unknown-tag 6'],
    ['https://b.example/<name>/x', '<https://b.example/>\\<name>/x', 'unknown-tag 18'],
    ['https://<host>:<port>', 'https://\\<host>:\\<port>', 'unknown-tag 8', 'unknown-tag 15'],
    ['The <section> is open.', 'The \\<section> is open.', 'unknown-tag 4'],
    [
      'a <https://b.example> <me@b.example> 1 <2 > 3',
      'a <https://b.example> <me@b.example> 1 <2 > 3',
    ],
  ]);
});
