import { test } from 'vitest';
import { expectPromisesKept } from './expect-promises-kept.ts';

test('no history breaks a promise', () => expectPromisesKept(150, 2026));
