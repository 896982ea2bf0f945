/** What the pages need beside Stacks. */
export const siteCss = `
body { background: var(--white, #fff); color: var(--black-600, #0c0d0e); margin: 0; }
.sandbox-banner { position: static; padding: 6px 16px; text-align: center; font-size: 13px; font-weight: 600; border: 0; background: #fdf2d9; color: #4d3a00; }
.sandbox-topbar { position: static; height: auto; min-height: 52px; border-bottom: 1px solid #d6d9dc; }
.sandbox-width { max-width: 960px; width: 100%; margin: 0 auto; padding: 0 20px; box-sizing: border-box; }
.sandbox-topbar .sandbox-width { display: flex; align-items: center; justify-content: space-between; min-height: 52px; }
.sandbox-brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 700; font-size: 16px; color: inherit; text-decoration: none; }
.sandbox-mark { width: 18px; height: 18px; border-radius: 4px; background: #f48225; }
.sandbox-nav { display: flex; gap: 16px; }
.sandbox-main { padding-top: 28px; padding-bottom: 64px; }
.sandbox-title { font-size: 27px; line-height: 1.3; font-weight: 600; margin: 0 0 10px; overflow-wrap: anywhere; }
.sandbox-meta { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; font-size: 13px; color: #525960; margin: 0 0 20px; padding-bottom: 16px; border-bottom: 1px solid #e3e6e8; }
.sandbox-tags { display: flex; flex-wrap: wrap; gap: 6px; margin: 20px 0 0; padding: 0; list-style: none; }
.sandbox-list { margin: 0; padding: 0; list-style: none; }
.sandbox-item { padding: 16px 0; border-bottom: 1px solid #e3e6e8; }
.sandbox-item h2 { font-size: 17px; font-weight: 500; margin: 0 0 4px; overflow-wrap: anywhere; }
.sandbox-item .sandbox-meta { margin: 0; padding: 0; border: 0; }
.sandbox-item .sandbox-tags { margin-top: 8px; }
.sandbox-answer { border-top: 1px solid #e3e6e8; padding-top: 20px; margin-top: 28px; }
.sandbox-accepted { color: #2e7044; font-weight: 600; font-size: 14px; margin: 0 0 12px; }
.sandbox-pages { display: flex; gap: 8px; margin-top: 20px; }
.sandbox-table { width: 100%; border-collapse: collapse; font-size: 13px; margin-bottom: 28px; }
.sandbox-table th { width: 220px; }
.sandbox-table th, .sandbox-table td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid #e3e6e8; overflow-wrap: anywhere; }
.sandbox-section { font-size: 19px; font-weight: 600; margin: 28px 0 10px; }
.s-prose { overflow-wrap: break-word; }
.s-prose img { max-width: 100%; height: auto; }
.s-prose table { display: block; overflow-x: auto; max-width: 100%; border-collapse: collapse; margin-bottom: 1.1em; }
.s-prose th, .s-prose td { border: 1px solid #d6d9dc; padding: 6px 10px; text-align: left; }
.s-prose th { background: #f8f9f9; font-weight: 600; }
`;

export const avatarSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#f48225"/><path d="M9 20h14v3H9zM9 14h14v3H9zM9 8h14v3H9z" fill="#fff"/></svg>\n';
