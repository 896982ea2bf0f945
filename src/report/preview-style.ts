/** The look of a preview: that of the system, light or dark, from a phone's width on. */
export const previewStyle = `
:root { color-scheme: light dark; --line: light-dark(#d6d9dc, #4a4e51); --soft: light-dark(#f6f6f6, #2d2d2d);
  --added: light-dark(#18603a, #7ed29f); --removed: light-dark(#8f1d1d, #f5a3a3); --faint: light-dark(#525960, #b0b5ba);
  --link: light-dark(#0a5a9c, #7cc0ff); --warning: light-dark(#7a4b00, #f0c674); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif;
  color: light-dark(#0c0d0e, #f2f3f4); background: light-dark(#fff, #1b1b1b); }
header, article { border-bottom: 1px solid var(--line); padding-bottom: 1rem; margin-bottom: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } h3 { font-size: 1rem; }
h1, h2, h3, p, li, code { overflow-wrap: anywhere; }
.action { font-weight: normal; border: 1px solid var(--line); border-radius: 4px; padding: 0 .4em; }
a { color: var(--link); }
summary { cursor: pointer; padding: .3rem 0; }
.sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.side { border: 1px solid var(--line); border-radius: 6px; padding: 0 1rem 1rem; min-width: 0; }
.post { overflow-x: auto; overflow-wrap: anywhere; }
.post table { border-collapse: collapse; } .post th, .post td { border: 1px solid var(--line); padding: .2rem .5rem; }
.post blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid var(--line); }
.post pre, main > section pre, details > pre { background: var(--soft); padding: .75rem; overflow-x: auto;
  white-space: pre-wrap; overflow-wrap: anywhere; border-radius: 6px; }
.post h4, .post h5, .post h6 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
.added { color: var(--added); } .removed { color: var(--removed); } .faint { color: var(--faint); }
.warning, .error { color: var(--warning); } .heading { font-weight: bold; }
.image { display: inline-block; border: 1px dashed var(--line); padding: 0 .4em; color: var(--faint); }
`;
