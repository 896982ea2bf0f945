import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { atEnd } from './at-end.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Starts a real browser that ends with the test, and that asks nobody for anything by itself. */
export async function startChromium(): Promise<Browser> {
  if (!existsSync(executablePath))
    throw new Error(`no browser at ${executablePath}: set CHROMIUM to the path of one`);
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  atEnd(() => browser.close());
  return browser;
}
