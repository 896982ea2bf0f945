import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { createPageText } from '../../src/adapters/log/create-sanitizer.ts';
import { anyPlace } from '../../src/report/how-to-approve.ts';
import type { PlanPreview } from '../../src/report/preview/plan-preview.ts';
import { previewPage } from '../../src/report/preview/preview-page.ts';
import { allActions } from '../kit/all-actions.ts';
import { startChromium } from '../kit/chromium.ts';
import { hostilePreview, hostileTexts } from '../kit/hostile-preview.ts';
import { anArticle, planPreview, previewed } from '../kit/plan-preview.ts';
import { serve } from '../kit/serve.ts';
import { forTheTeam } from '../report/for-the-team.ts';
import { axeFindings, openPage, unfoldAll, widthOf } from './open-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const pageOf = (preview: PlanPreview) =>
  previewPage(
    forTheTeam.preview(preview),
    anyPlace(['environment', 'comment', 'dispatch', 'asserted'], 'stack-internal'),
    createPageText([]),
  );

/** The page of a real plan with every action. */
async function realPage(): Promise<string> {
  const all = await allActions('private');
  await all.plan('--preview', 'plan.html');
  return readFile(join(all.checkout.folder, 'plan.html'), 'utf8');
}

const end = (response: ServerResponse) => void response.end();

describe('hostile texts', () => {
  test('call and run where nothing is done about them', async () => {
    await using server = await serve(end);
    const html = hostileTexts(server.url).map((text) => `<div>${text}</div>`);
    // What ends or leaves the page would hide the others.
    const rest = html.filter((text) => !/<meta|<!--|<!\[|<\/title>|<noscript/.test(text));
    const opened = await openPage(browser, rest.join(''));
    await opened.page.waitForTimeout(500);
    const seen = server.seen.map(({ url }) => url);
    for (const url of ['/image.png', '/style.png', '/frame', '/ran']) expect(seen).toContain(url);
    expect(opened.requests).toContain(`${server.url}/image.png`);
    expect(await opened.page.evaluate("'ran' in window")).toBe(true);
  });

  test.each([
    ['with the policy of the page', false],
    // What the policy stops would show in the console: without it, nothing was left to be stopped.
    ['even without it', true],
  ])('run nothing and call nobody, %s', async (_, bypassCSP) => {
    await using server = await serve(end);
    const opened = await openPage(browser, pageOf(hostilePreview(server.url)), { bypassCSP });
    const { page } = opened;
    await unfoldAll(page);
    await page.mouse.move(200, 200);
    await page.waitForTimeout(500);
    expect(opened.noise).toEqual([]);
    expect(opened.requests).toEqual([]);
    expect(server.seen).toEqual([]);
    expect(await page.evaluate("'ran' in window")).toBe(false);
    expect(await page.locator('[style], script, iframe').count()).toBe(0);
  });

  test('lead to no script, whatever is clicked', async () => {
    const { page, noise } = await openPage(browser, pageOf(hostilePreview('http://127.0.0.1:9')));
    await unfoldAll(page);
    const protocols = await page.evaluate<string[]>(
      '[...new Set([...document.links].map(({ protocol }) => protocol))]',
    );
    expect(protocols.filter((each) => !['http:', 'https:', 'mailto:'].includes(each))).toEqual([]);
    expect(noise).toEqual([]);
  });

  test.each([375, 1280])('leave no part of the page out of %i pixels', async (width) => {
    const { page } = await openPage(browser, pageOf(hostilePreview('http://127.0.0.1:9')), {
      viewport: { width, height: 800 },
    });
    await unfoldAll(page);
    expect(await widthOf(page)).toBe(width);
  });
});

describe('a plan with every action', () => {
  test('stands on its page without a sound, in light and dark, on a phone and a desk', async () => {
    const html = await realPage();
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [375, 1280]) {
        const opened = await openPage(browser, html, {
          colorScheme,
          viewport: { width, height: 800 },
        });
        const { page } = opened;
        await unfoldAll(page);
        expect(await widthOf(page)).toBe(width);
        expect(await axeFindings(page)).toEqual([]);
        expect(opened.noise).toEqual([]);
        expect(opened.requests).toEqual([]);
        // The picture is there, and not only its place.
        const widths = await page.evaluate(
          '[...document.images].map(({ naturalWidth }) => naturalWidth)',
        );
        expect(widths).toEqual([2]);
        await page.context().close();
      }
  });

  test('can be read without scripts, and used by keyboard', async () => {
    const { page, noise } = await openPage(browser, await realPage(), { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#steps$/);
    const exact = page.locator('details:has-text("Exact text") pre').first();
    expect(await exact.isVisible()).toBe(false);
    await page.locator('summary:has-text("Exact text")').first().focus();
    await page.keyboard.press('Enter');
    expect(await exact.isVisible()).toBe(true);
    for (const role of ['banner', 'navigation', 'main'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('article').count()).toBeGreaterThan(5);
    expect(noise.filter((each) => !each.startsWith('to '))).toEqual([]);
  });
});

test('a plan of 200 long posts opens at once, folded', async () => {
  const body =
    '## A heading\n\nSome **text** of [a page](https://b.example/).\n\n- one\n- two\n\n'.repeat(40);
  const preview = planPreview(
    Array.from({ length: 200 }, (_, index) =>
      previewed({ ...anArticle, title: `Page ${index}`, body }, { source: `docs/${index}.md` }),
    ),
  );
  const opened = await openPage(browser, pageOf(preview));
  expect(opened.took).toBeLessThan(3000);
  expect(await opened.page.locator('article.step').count()).toBe(200);
  expect(await opened.page.locator('details[open]').count()).toBe(0);
  expect(await axeFindings(opened.page)).toEqual([]);
});
