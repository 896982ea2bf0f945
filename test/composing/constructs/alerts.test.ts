import { describe } from 'vitest';
import { becomes } from './becomes.ts';

describe('an alert', () => {
  becomes([
    ['> [!WARNING]\n> Do not restart.', '> **Warning**  \n> Do not restart.'],
    ['> [!note]  \r\n> Do not.', '> **Note**  \r\n> Do not.'],
    ['> [!TIP]\n>\n> Do not.', '> **Tip**\n>\n> Do not.'],
    ['> [!NOTE] Do not.', '> [!NOTE] Do not.'],
    ['> [!INFO]\n> Do not.', '> [!INFO]\n> Do not.'],
    ['[!NOTE]\nDo not.', '[!NOTE]\nDo not.'],
  ]);
});
