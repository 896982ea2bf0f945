import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../kit/serve.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A page in a browser, and what it did there that nobody asked for. */
export interface OpenedPage {
  readonly page: Page;
  /** Messages of the console, errors, dialogs, windows. */
  readonly noise: readonly string[];
  /** The addresses that it asked for beside its own, pictures in the page left out. */
  readonly requests: readonly string[];
  /** How long it took until it could be read, in ms. */
  readonly took: number;
}

/** Opens HTML in a browser, from a server of its own. */
export async function openPage(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const noise: string[] = [];
  const requests: string[] = [];
  const served = await serve((response, { url }) => {
    if (url !== '/') requests.push(url);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(url === '/' ? html : '');
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => noise.push('popup'));
  page.on('framenavigated', (frame) => {
    if (frame.url() !== `${served.url}/`) noise.push(`to ${frame.url()}`);
  });
  page.on('request', (request) => {
    if (request.url() !== `${served.url}/` && !request.url().startsWith('data:'))
      requests.push(request.url());
  });
  const started = performance.now();
  await page.goto(`${served.url}/`);
  const took = performance.now() - started;
  return { page, noise, requests, took };
}

// What runs in the page is a text: its globals are not those of the tests.

/** Unfolds everything that a reader can unfold. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
}

/** How wide a page is; more than its window, where it overflows. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth');
}

/** What axe finds wrong with a page, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axePath, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes: [node] }) => `${id}: ${node?.html} ${node?.failureSummary}`);
}
