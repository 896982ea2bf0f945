/**
 * The look of the page: near to that of Stack's own, in light and dark. A theme is a list of colours;
 * text has a contrast of 4.5 and more on what is behind it.
 */
export const pageCss = `
:root { color-scheme: light dark; --page: #fff; --text: #232629; --faint: #5b6167; --line: #d6d9dc; --soft: #f4f5f6; --link: #0a58a5; --code: #eceef0; --good: #12632a; --good-soft: #e3f5e8; --bad: #a5201c; --bad-soft: #fdeaea; --warn: #77470a; --warn-soft: #fdf3d8; --note: #4a3690; --note-soft: #efecfb; --mark: #f48225; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1b1d1f; --text: #e4e6e8; --faint: #a9b0b6; --line: #43474b; --soft: #26292b; --link: #86bdf5; --code: #33373a; --good: #8ed6a2; --good-soft: #1b3324; --bad: #ffa8a4; --bad-soft: #43201f; --warn: #f2c877; --warn-soft: #3b2f18; --note: #c6b8ff; --note-soft: #2d2745; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 -apple-system, BlinkMacSystemFont, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; overflow-wrap: anywhere; }
header, nav, main { max-width: 1240px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; border-top: 4px solid var(--mark); max-width: none; }
header > * { max-width: 1200px; margin-inline: auto; }
main { padding-bottom: 64px; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible, .scrolls:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 12px; top: 12px; padding: 8px 12px; background: var(--page); border: 1px solid var(--line); }
h1, h2, h3, h4, h5 { line-height: 1.3; font-weight: 600; margin-block: 0; }
h1 { font-size: 27px; margin-bottom: 8px; }
h2 { font-size: 21px; }
h3 { font-size: 16px; }
h4, h5 { font-size: 14px; color: var(--faint); }
p { margin-block: 6px; }
ul { margin-block: 6px; }
code, pre { font-family: ui-monospace, 'Cascadia Mono', 'Segoe UI Mono', 'Liberation Mono', Menlo, Consolas, monospace; font-size: 13px; }
.target { color: var(--faint); }
.counts { font-size: 17px; font-weight: 600; }
.approval { border: 1px solid var(--line); border-radius: 6px; padding: 14px 16px; margin-top: 16px; background: var(--soft); }
.approval h2 { font-size: 16px; }
.copied { white-space: pre-wrap; user-select: all; background: var(--page); border: 1px solid var(--line); border-radius: 4px; padding: 8px 10px; margin: 6px 0 10px; }
nav { margin-top: 24px; }
nav h2 { display: inline; font-size: 16px; }
nav ol { margin: 8px 0 0; padding-left: 28px; columns: 420px 2; column-gap: 32px; }
nav li { break-inside: avoid; padding: 3px 0; }
.action { display: inline-block; font-size: 12px; font-weight: 600; line-height: 1.4; padding: 1px 7px; border-radius: 10px; background: var(--note-soft); color: var(--note); vertical-align: 2px; }
.action.create { background: var(--good-soft); color: var(--good); }
.action.overwrite { background: var(--bad-soft); color: var(--bad); }
.action.merge { background: var(--warn-soft); color: var(--warn); }
.step, .remark { border-top: 1px solid var(--line); margin-top: 28px; padding-top: 20px; }
main > section h3 { margin-top: 16px; }
main > section h3::first-letter { text-transform: uppercase; }
.step:target, .remark:target { border-top-color: var(--mark); }
.warnings { margin: 10px 0 0; padding: 0; list-style: none; }
.warnings li { background: var(--warn-soft); color: var(--warn); border-radius: 4px; padding: 6px 10px; margin-top: 6px; font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 8px 24px; margin: 14px 0; }
.facts > div { min-width: 0; }
.facts dt { font-size: 12px; color: var(--faint); }
.facts dd { margin: 0; }
.tags { display: flex; flex-wrap: wrap; gap: 4px; margin: 0; padding: 0; list-style: none; }
.s-tag { display: inline-block; background: var(--code); color: var(--text); border-radius: 4px; padding: 1px 6px; font-size: 12px; text-decoration: none; }
.findings { margin: 6px 0 12px; padding-left: 18px; }
.findings li { margin: 6px 0; }
.findings strong { color: var(--warn); }
.findings .error strong { color: var(--bad); }
.remedy { display: block; color: var(--faint); }
.note { color: var(--faint); }
details { margin-top: 12px; }
summary { cursor: pointer; padding: 4px 0; }
summary h3 { display: inline; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 16px; align-items: start; }
.side { min-width: 0; border: 1px solid var(--line); border-radius: 6px; padding: 14px 18px; margin-top: 6px; }
.post-title { font-size: 24px; line-height: 1.3; font-weight: 600; margin: 6px 0 14px; padding-bottom: 10px; border-bottom: 1px solid var(--line); }
.answer { margin: 22px 0 8px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--good); }
.exact { white-space: pre-wrap; background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 10px; margin: 6px 0 12px; line-height: 1.45; tab-size: 4; }
.exact ins, .exact del { display: block; text-decoration: none; }
.exact .added { background: var(--good-soft); color: var(--good); }
.exact .removed { background: var(--bad-soft); color: var(--bad); }
.exact .faint { color: var(--faint); }
.not-shown { display: inline-block; max-width: 100%; border: 1px dashed var(--line); border-radius: 4px; padding: 4px 8px; color: var(--faint); font-size: 13px; }
.s-prose { line-height: 1.6; unicode-bidi: isolate; overflow-x: auto; }
.s-prose > :first-child { margin-top: 0; }
.s-prose > :last-child { margin-bottom: 0; }
.s-prose h4, .s-prose h5, .s-prose h6 { color: var(--text); margin: 1.2em 0 0.5em; }
.s-prose .as-h1 { font-size: 23px; }
.s-prose .as-h2 { font-size: 20px; }
.s-prose .as-h3 { font-size: 17px; }
.s-prose .as-h4, .s-prose .as-h5, .s-prose .as-h6 { font-size: 15px; }
.s-prose p, .s-prose ul, .s-prose ol, .s-prose dl, .s-prose pre, .s-prose blockquote, .s-prose .scrolls { margin: 0 0 1.1em; }
.s-prose ul, .s-prose ol { padding-left: 30px; }
.s-prose li > ul, .s-prose li > ol { margin-bottom: 0; }
.s-prose li { margin-bottom: 0.4em; }
.s-prose code { background: var(--code); border-radius: 4px; padding: 2px 4px; }
.s-prose pre { background: var(--soft); border-radius: 5px; padding: 12px; overflow-x: auto; overflow-wrap: normal; }
.s-prose pre code { background: none; padding: 0; }
.s-prose blockquote { border-left: 4px solid var(--line); padding: 2px 0 2px 14px; }
.s-prose blockquote > :last-child { margin-bottom: 0; }
.s-prose .spoiler { border: 1px dashed var(--line); border-left-width: 4px; padding: 6px 12px; }
.s-prose .spoiler::before { content: 'Spoiler, which readers unfold'; display: block; font-size: 12px; color: var(--faint); }
.s-prose kbd { border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 3px; padding: 1px 5px; font-family: inherit; font-size: 12px; }
.s-prose img { max-width: 100%; height: auto; }
.s-prose hr { border: 0; border-top: 1px solid var(--line); margin: 1.4em 0; }
.s-prose .scrolls { overflow-x: auto; overflow-wrap: normal; }
.s-prose table { border-collapse: collapse; }
.s-prose th, .s-prose td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; }
.s-prose th { background: var(--soft); }
.s-prose [align='center'] { text-align: center; }
.s-prose [align='right'] { text-align: right; }
@media (max-width: 640px) {
  header, nav, main { padding-left: 14px; padding-right: 14px; }
  .side { padding: 10px 12px; }
  h1 { font-size: 23px; }
}
`;
