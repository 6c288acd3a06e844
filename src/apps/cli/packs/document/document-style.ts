/** The light colours that drawings need too, where no style sheet reaches them. */
export const paper = { surface: '#ffffff', edge: '#75838a', ink: '#14252f', sea: '#025064', onSea: '#f9fdfd' } as const;

/** The look of a pack as one page: the tokens of the workspace, light and dark, on a phone and on A4. */
export const documentStyle = `
:root { color-scheme: light dark; --paper: #fbfaf6; --surface: ${paper.surface}; --sunken: #f4f2ed; --line: #e2dfd9; --edge: ${paper.edge}; --ink: ${paper.ink};
  --ink-2: #41535d; --sea: ${paper.sea}; --on-sea: ${paper.onSea}; --sea-tint: #e4f3f7; --link: #075776; --late: #93381a; --late-tint: #feede6; --late-line: #f3bca7;
  --soon: #74470f; --soon-tint: #fef1d8; --soon-line: #efc785; --focus: #245fd4; }
@media (prefers-color-scheme: dark) { :root { --paper: #0e161b; --surface: #151f25; --sunken: #0a1116; --line: #2c363c; --edge: #74838b; --ink: #e8ecee;
  --ink-2: #b3bfc5; --sea: #80c8d7; --on-sea: #06222b; --sea-tint: #12303a; --link: #8fcbe6; --late: #ffab8f; --late-tint: #3a1a10; --late-line: #7c3c26;
  --soon: #f0c374; --soon-tint: #33240b; --soon-line: #6f5220; --focus: #8ab4ff; } }
* { box-sizing: border-box; }
html { scroll-padding-block-start: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif; font-variant-numeric: tabular-nums; }
header, nav, main, footer { max-inline-size: 50rem; margin-inline: auto; padding-inline: 1rem; }
header { padding-block: 2.5rem 1rem; }
h1 { font-size: 2.375rem; line-height: 1.15; margin: 0 0 0.5rem; }
h2 { font-size: 1.875rem; line-height: 1.2; margin: 3.5rem 0 0.75rem; padding-block-start: 1rem; border-block-start: 3px solid var(--sea); }
h3 { font-size: 1.4375rem; line-height: 1.25; margin: 2.25rem 0 0.5rem; }
h4 { font-size: 1.1875rem; line-height: 1.35; margin: 0 0 0.375rem; }
p { margin: 0 0 0.375rem; max-inline-size: 68ch; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
nav ol { columns: 2 18rem; margin: 0; padding-inline-start: 1.5rem; }
nav h2 { margin-block-start: 1rem; font-size: 1.4375rem; }
ul, ol { margin: 0.125rem 0 0.5rem; padding-inline-start: 1.375rem; max-inline-size: 68ch; }
li { margin-block: 0.125rem; overflow-wrap: anywhere; }
.hash { font: 0.84375rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.code { font-weight: 400; font-size: 0.9375rem; color: var(--ink-2); }
.rule { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; margin-block: 0.75rem; break-inside: avoid; }
.sure { display: inline-block; border: 1px solid var(--line); border-radius: 4px; padding: 0 0.5rem; margin-block: 0.25rem; font-size: 0.9375rem; }
.sure-C { color: var(--soon); background: var(--soon-tint); border-color: var(--soon-line); }
.sure-GK { color: var(--late); background: var(--late-tint); border: 2px solid var(--late); font-weight: 600; }
.small { font-size: 0.9375rem; line-height: 1.4; color: var(--ink-2); }
table { border-collapse: collapse; inline-size: 100%; margin-block: 0.5rem 1.25rem; font-size: 0.9375rem; line-height: 1.4; background: var(--surface); }
caption { text-align: start; font-weight: 600; padding-block: 0.375rem; }
th, td { text-align: start; vertical-align: top; border: 1px solid var(--line); padding: 0.375rem 0.5rem; overflow-wrap: anywhere; }
th { background: var(--sunken); overflow-wrap: normal; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
tr { break-inside: avoid; }
figure { margin: 1rem 0; }
.map { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 0.5rem; }
.map svg { display: block; max-inline-size: none; margin-inline: auto; }
.sign th { inline-size: 12rem; }
.sign td { block-size: 2.5rem; }
.sign .large td { block-size: 6rem; }
footer { padding-block: 3rem; }
@media screen and (max-width: 40rem) { .rows thead { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; } .rows, .rows tbody, .rows tr, .rows td { display: block; }
  .rows tr { border: 1px solid var(--line); border-radius: 8px; padding: 0.375rem 0.75rem; margin-block: 0.5rem; } .rows td { border: 0; padding: 0.125rem 0; } .rows td:empty { display: none; }
  .rows td::before { content: attr(data-head) ': '; color: var(--ink-2); } }
@media (max-width: 30rem) { h1 { font-size: 1.875rem; } h2 { font-size: 1.4375rem; } h3 { font-size: 1.1875rem; } h4 { font-size: 1.0625rem; } .rule { padding: 0.75rem 1rem; } .sign th { inline-size: 7rem; } }
@media print { @page { size: A4; margin: 18mm 16mm; } :root { --paper: #ffffff; --surface: #ffffff; --sunken: #f4f2ed; --line: #b9b5ad; --edge: #75838a; --ink: #000000; --ink-2: #333333;
  --sea: #025064; --on-sea: #ffffff; --link: #000000; --late: #000000; --late-tint: #ffffff; --soon: #000000; --soon-tint: #ffffff; }
  body { font-size: 10pt; } header, nav, main, footer { max-inline-size: none; padding-inline: 0; } h2 { break-before: page; } nav h2 { break-before: auto; } h3, h4 { break-after: avoid; }
  .rule { padding: 0.5rem 0; border-width: 1px 0 0; border-radius: 0; } .map { overflow: visible; border: 0; } .map svg { max-inline-size: 100%; max-block-size: 240mm; block-size: auto; }
  .small a[href^='http']::after { content: ' ' attr(href); font-size: 8pt; } }
`;
