/** What the pages need beside Stacks. */
export const siteCss = `
body { background: var(--white); color: var(--black-600); margin: 0; }
.sandbox-banner { position: static; padding: 6px 16px; text-align: center; font-size: 13px; font-weight: 600; border: 0; background: var(--yellow-100); color: var(--black-600); }
.sandbox-topbar { position: static; height: auto; min-height: 52px; background: var(--white); border-bottom: 1px solid var(--black-225); }
.sandbox-width { max-width: 960px; width: 100%; margin: 0 auto; padding: 0 20px; box-sizing: border-box; }
.sandbox-topbar .sandbox-width { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px; min-height: 52px; }
.sandbox-brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 700; font-size: 16px; color: inherit; text-decoration: none; }
.sandbox-mark { width: 18px; height: 18px; border-radius: 4px; background: #f48225; }
.sandbox-nav { display: flex; gap: 16px; }
.sandbox-main { padding-top: 28px; padding-bottom: 64px; }
.sandbox-title { font-size: 27px; line-height: 1.3; font-weight: 600; margin: 0 0 10px; overflow-wrap: anywhere; }
.sandbox-meta { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; font-size: 13px; color: var(--black-500); margin: 0 0 20px; padding-bottom: 16px; border-bottom: 1px solid var(--black-200); overflow-wrap: anywhere; }
.sandbox-tags { display: flex; flex-wrap: wrap; gap: 6px; margin: 20px 0 0; padding: 0; list-style: none; }
.sandbox-list { margin: 0; padding: 0; list-style: none; }
.sandbox-item { padding: 16px 0; border-bottom: 1px solid var(--black-200); overflow-wrap: anywhere; }
.sandbox-item h2 { font-size: 17px; font-weight: 500; margin: 0 0 4px; overflow-wrap: anywhere; }
.sandbox-item .sandbox-meta { margin: 0; padding: 0; border: 0; }
.sandbox-item .sandbox-tags { margin-top: 8px; }
.sandbox-answer { border-top: 1px solid var(--black-200); padding-top: 20px; margin-top: 28px; }
.sandbox-accepted { color: var(--green-500); font-weight: 600; font-size: 14px; margin: 0 0 12px; }
.sandbox-pages, .sandbox-buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 20px 0; }
.sandbox-table { width: 100%; border-collapse: collapse; font-size: 13px; margin-bottom: 20px; }
.sandbox-table th, .sandbox-table td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--black-200); overflow-wrap: anywhere; }
.sandbox-table tbody th { width: 160px; }
.sandbox-requests td:first-child, .sandbox-requests td:nth-child(2) { white-space: nowrap; }
.sandbox-section { font-size: 19px; font-weight: 600; margin: 36px 0 6px; }
.sandbox-part { font-size: 15px; font-weight: 600; margin: 20px 0 6px; }
.sandbox-about { color: var(--black-500); margin: 0 0 14px; }
.sandbox-fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 18px 24px; margin: 14px 0 20px; }
.sandbox-field { display: flex; flex-direction: column; gap: 4px; min-width: 0; }
.sandbox-field .s-description { margin: 0; }
.sandbox-kinds { margin: 0 0 14px; padding-left: 18px; }
.sandbox-sent { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--black-050); border-radius: 4px; padding: 10px; margin: 6px 0 0; font-size: 12px; }
.s-prose { overflow-wrap: break-word; }
.s-prose .spoiler:hover > * { opacity: 1; visibility: visible; }
.s-prose img { max-width: 100%; height: auto; }
.s-prose table { display: block; overflow-x: auto; max-width: 100%; border-collapse: collapse; margin-bottom: 1.1em; }
.s-prose th, .s-prose td { border: 1px solid var(--black-225); padding: 6px 10px; text-align: left; }
.s-prose th { background: var(--black-050); font-weight: 600; }
@media (max-width: 640px) {
  .sandbox-table thead { display: none; }
  .sandbox-table, .sandbox-table tbody, .sandbox-table tr, .sandbox-table td, .sandbox-table tbody th { display: block; width: auto; }
  .sandbox-table tr { padding: 8px 0; border-bottom: 1px solid var(--black-200); }
  .sandbox-table td, .sandbox-table th { border: 0; padding: 2px 0; }
  .sandbox-table td[data-label]::before { content: attr(data-label) ' '; color: var(--black-400); }
  .sandbox-requests td { display: inline; margin-right: 12px; }
  .sandbox-requests td[data-label='Request'] { display: block; margin: 0; }
  .sandbox-title { font-size: 22px; }
}
`;

export const avatarSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#f48225"/><path d="M9 20h14v3H9zM9 14h14v3H9zM9 8h14v3H9z" fill="#fff"/></svg>\n';
