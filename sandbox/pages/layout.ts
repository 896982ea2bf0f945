import type { FakeStack } from '../stack/fake-stack.ts';
import { markup, type Html } from './markup.ts';

export interface Layout {
  readonly title: string;
  /** Whose page it is. */
  readonly stack: FakeStack;
  /** 200 where left out. */
  readonly status?: number;
  /** The address of the local Stack Internal; empty on its own pages. */
  readonly site?: string;
  /** Whether the page has forms, which may be sent to where it is from. */
  readonly forms?: boolean;
  readonly content: Html;
}

/** Scripts never run on these pages; styles come from here alone. */
export function pageHeaders({ forms = false }: Layout): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action ${forms ? "'self'" : "'none'"}; frame-ancestors 'none'`,
    // A form sent under `no-referrer` does not say where it is from, and would be refused.
    'Referrer-Policy': forms ? 'same-origin' : 'no-referrer',
    'Cache-Control': 'no-store',
  };
}

/** A whole page. */
export function layout({ title, stack, site = '', content }: Layout, stylesheet: string): string {
  const team = stack.team ?? 'Main site';
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - ${team}</title>
        <link rel="stylesheet" href="${stylesheet}" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href="/assets/avatar.svg" type="image/svg+xml" />
      </head>
      <body class="theme-system">
        <div class="s-banner s-banner__warning is-pinned sandbox-banner" role="note">
          Sandbox: nothing here is real
        </div>
        <header class="s-topbar sandbox-topbar">
          <div class="sandbox-width">
            <a class="sandbox-brand" href="${site}${stack.listPath}">
              <span class="sandbox-mark" aria-hidden="true"></span>${team}
            </a>
            <nav class="sandbox-nav" aria-label="Site">
              <a class="s-link" href="${site}${stack.listPath}">Posts</a>
              <a class="s-link" href="${site}/_control">Control</a>
              <a class="s-link" href="${site}/_control/requests">Requests</a>
            </nav>
          </div>
        </header>
        <main class="sandbox-width sandbox-main">${content}</main>
      </body>
    </html>
`.text;
}
