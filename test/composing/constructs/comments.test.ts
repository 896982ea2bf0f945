import { describe } from 'vitest';
import { becomes } from './becomes.ts';

describe('a comment', () => {
  becomes([
    ['One.\n\n<!-- ask Bo -->\n\nTwo.', 'One.\n\nTwo.'],
    ['One <!-- todo --> two.', 'One two.'],
    ['One<!-- todo --> two.', 'One two.'],
    ['<!-- a -->\n<!-- b -->\nTwo.\r\n', 'Two.\r\n'],
    ['<!-- language: lang-js -->\n\n    code', '<!-- language: lang-js -->\n\n    code'],
    ['- a\n\n<!-- x -->\n\n- b', '- a\n\n<!-- -->\n\n- b'],
    ['- a\n\n<!-- x -->\n\n    code', '- a\n\n<!-- -->\n\n    code'],
    ['- a\n\n<!-- x -->\n\nText', '- a\n\nText'],
    ['`<!-- x -->`\n\n```\n<!-- y -->\n```', '`<!-- x -->`\n\n```\n<!-- y -->\n```'],
    ['One.\n\n<!-- never closed', 'One.\n\n'],
    ['- <!-- x -->\n\n  a\n- b', '- a\n- b'],
    ['1. <!-- x --> <!-- y -->\n   <!-- z -->\n   - a\n', '1. - a\n'],
    ['> - <!-- x -->\n>   ```\n>   a\n>   ```', '> - ```\n>   a\n>   ```'],
    ['- a\n\n  <!-- never closed\n  b\n- c', '- a\n\n- c'],
    ['- a\n  - <!-- never closed\n  - c', '- a\n  - \n  - c'],
  ]);
});
