import type { Browser } from 'playwright-core';
import { atEnd } from './at-end.ts';
import { launchChromium } from './launch-chromium.ts';

/** Starts a real browser that ends with the test. */
export async function startChromium(): Promise<Browser> {
  const browser = await launchChromium();
  atEnd(() => browser.close());
  return browser;
}
