import { markup, type Html } from './markup.ts';

export interface Layout {
  readonly title: string;
  readonly team: string;
  readonly content: Html;
}

/** Scripts never run on these pages; styles come from here alone. */
export const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** A whole page. */
export function layout({ title, team, content }: Layout, stylesheet: string): string {
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${team}</title>
        <link rel="stylesheet" href="${stylesheet}" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href="/assets/avatar.svg" type="image/svg+xml" />
      </head>
      <body>
        <div class="s-banner s-banner__warning is-pinned sandbox-banner" role="note">
          Sandbox: nothing here is real
        </div>
        <header class="s-topbar sandbox-topbar">
          <div class="sandbox-width">
            <a class="sandbox-brand" href="/c/${team}">
              <span class="sandbox-mark" aria-hidden="true"></span>${team}
            </a>
            <nav class="sandbox-nav" aria-label="Site">
              <a class="s-link" href="/c/${team}">Posts</a>
              <a class="s-link" href="/">Control</a>
            </nav>
          </div>
        </header>
        <main class="sandbox-width sandbox-main">${content}</main>
      </body>
    </html>
`.text;
}
