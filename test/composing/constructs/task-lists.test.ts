import { describe } from 'vitest';
import { becomes } from './becomes.ts';

describe('a task', () => {
  becomes([
    ['- [ ] rotate\n- [x] verify\n  1. [X] again', '- ☐ rotate\n- ☑ verify\n  1. ☑ again'],
    ['- [y] a\n- [ ]b\n- `[ ]` c\n\n[ ] d', '- [y] a\n- [ ]b\n- `[ ]` c\n\n[ ] d'],
  ]);
});
