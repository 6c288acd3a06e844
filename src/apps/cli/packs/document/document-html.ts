import {
  mapStages,
  packWords,
  type DescribedRule,
  type Pack,
  type PackChapter,
  type PackDocument,
  type PackSection,
  type PackSentence,
  type PackTable,
  type RuleLink,
  type StageMap,
} from '#kernel/procedures';
import { documentStyle } from './document-style.ts';
import { escapeMarkup as text } from './escape-markup.ts';
import { mapSvg } from './map-svg.ts';

type Words = ReturnType<typeof packWords>;

/** Names of colours that the sheet of the page sets, so that a drawing is dark where the page is. */
const pageColours = {
  line: 'var(--edge)',
  box: 'var(--sea)',
  ground: 'var(--surface)',
  ink: 'var(--ink)',
  mark: 'var(--sea)',
  onMark: 'var(--on-sea)',
} as const;

/**
 * A pack as one page that needs nothing else: no script, nothing fetched; it prints on A4 and reads on a phone, light and dark.
 * `hash` is the SHA-256 of the frozen pack, as it is signed for.
 */
export function documentHtml(document: PackDocument, pack: Pack, hash: string): string {
  const t = packWords(document.language);
  const chapters = document.chapters.map((chapter) => chapterHtml(chapter, pack, document.language));
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(document.title)}</title>
<style>${documentStyle}</style>
</head>
<body>
<header>
<h1>${text(document.title)}</h1>
${document.lead.map(sentenceHtml).join('\n')}
<p class="hash">${text(t('procedures.document.hash', { hash }))}</p>
</header>
<nav aria-label="${text(t('procedures.document.contents'))}">
<h2>${text(t('procedures.document.contents'))}</h2>
<ol>
${document.chapters.map(({ anchor, title }) => `<li><a href="#${anchor}">${text(title)}</a></li>`).join('\n')}
<li><a href="#sign">${text(t('procedures.sign.title'))}</a></li>
</ol>
</nav>
<main>
${chapters.join('\n')}
${signHtml(document, hash, t)}
</main>
</body>
</html>
`;
}

function chapterHtml(chapter: PackChapter, pack: Pack, language: string): string {
  const map = chapter.track === null ? null : mapStages(pack, chapter.track, language);
  const t = packWords(language);
  return [
    `<section aria-labelledby="${chapter.anchor}">`,
    `<h2 id="${chapter.anchor}">${text(chapter.title)}</h2>`,
    ...chapter.intro.map(sentenceHtml),
    ...(map === null ? [] : [mapHtml(map, t)]),
    ...chapter.sections.map((section) => sectionHtml(section, t)),
    '</section>',
  ].join('\n');
}

/** The drawing, and the same as a table below it. */
function mapHtml(map: StageMap, t: Words): string {
  const title = t('procedures.map.title', { track: map.title });
  const table: PackTable = {
    caption: t('procedures.map.tableTitle', { track: map.title }),
    head: ['number', 'from', 'by', 'to'].map((column) => t(`procedures.map.${column}`)),
    rows: mapRows(map, t),
  };
  return [
    '<figure>',
    `<div class="map" role="region" tabindex="0" aria-label="${text(title)}">${mapSvg(map, title, pageColours)}</div>`,
    `<figcaption class="small">${text(t('procedures.map.how'))}</figcaption>`,
    '</figure>',
    tableHtml(table),
  ].join('\n');
}

/** The ways of a map as rows of a table. */
export function mapRows({ ways }: StageMap, t: Words): readonly (readonly string[])[] {
  return ways.map(({ number, from, by, to, isVerified }) => {
    const told = by.join('; ');
    return [
      number === null ? t('procedures.map.notDrawn') : String(number),
      from,
      isVerified ? told : t('procedures.map.unverified', { by: told }),
      to,
    ];
  });
}

function sectionHtml(section: PackSection, t: Words): string {
  const { title, code, anchor } = section;
  return [
    ...(title === '' ? [] : [`<h3 id="${anchor}">${text(title)}${codeHtml(code)}</h3>`]),
    ...section.intro.map(sentenceHtml),
    ...(section.links.length === 0 ? [] : [`<ul>${section.links.map(linkItem).join('')}</ul>`]),
    ...section.tables.map((table) => tableHtml(table, title)),
    ...section.rules.map((rule) => ruleHtml(rule, title === '' ? 'h3' : 'h4', t)),
  ].join('\n');
}

function ruleHtml(rule: DescribedRule, heading: 'h3' | 'h4', t: Words): string {
  return [
    `<article class="rule" aria-labelledby="${rule.anchor}">`,
    `<${heading} class="title" id="${rule.anchor}">${text(rule.title)}${codeHtml(rule.code)}</${heading}>`,
    ...rule.sentences.map(sentenceHtml),
    ...(rule.confidence === null ? [] : [`<p class="sure sure-${rule.confidence}">${text(rule.sure)}</p>`]),
    ...(rule.sources.length === 0
      ? []
      : [
          `<p class="small">${text(t('procedures.rule.sources'))}:</p><ul class="small">${rule.sources.map(sourceItem).join('')}</ul>`,
        ]),
    ...(rule.usedBy.length === 0
      ? []
      : [
          `<p class="small">${text(t('procedures.rule.usedBy'))}:</p><ul class="small">${rule.usedBy.map(linkItem).join('')}</ul>`,
        ]),
    '</article>',
  ].join('\n');
}

function codeHtml(code: string | null): string {
  return code === null ? '' : ` <span class="code">${text(code)}</span>`;
}

function sourceItem({ passage, address, read }: DescribedRule['sources'][number]): string {
  const told = /^https?:\/\//.test(address) ? `<a href="${text(address)}">${text(passage)}</a>` : text(passage);
  return `<li>${told}. ${text(read)}</li>`;
}

function linkItem({ anchor, text: words }: RuleLink): string {
  return `<li><a href="#${anchor}">${text(words)}</a></li>`;
}

function sentenceHtml({ text: words, items = [] }: PackSentence): string {
  return `<p>${text(words)}</p>${itemsHtml(items)}`;
}

function itemsHtml(items: readonly PackSentence[]): string {
  if (items.length === 0) return '';
  return `<ul>${items.map(({ text: words, items: inner = [] }) => `<li>${text(words)}${itemsHtml(inner)}</li>`).join('')}</ul>`;
}

/** A table; its caption is not shown where the heading above it says the same. */
function tableHtml({ caption, head, rows }: PackTable, above = ''): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell, at) => `<td data-head="${text(head[at] ?? '')}">${cellHtml(cell)}</td>`).join('');
  return [
    `<table class="rows"><caption${caption === above ? ' class="hidden"' : ''}>${text(caption)}</caption>`,
    `<thead><tr>${head.map((cell) => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`,
  ].join('\n');
}

function cellHtml(cell: string): string {
  return /^https?:\/\//.test(cell) ? `<a href="${text(cell)}">${text(cell)}</a>` : text(cell);
}

function signHtml({ pack, version }: PackDocument, hash: string, t: Words): string {
  const row = (name: string, value: string, large = false): string =>
    `<tr${large ? ' class="large"' : ''}><th scope="row">${text(t(`procedures.sign.${name}`))}</th><td>${text(value)}</td></tr>`;
  return [
    '<section aria-labelledby="sign">',
    `<h2 id="sign">${text(t('procedures.sign.title'))}</h2>`,
    `<p>${text(t('procedures.sign.text'))}</p>`,
    '<table class="sign"><tbody>',
    row('pack', `${pack} ${version}`),
    row('hash', hash),
    row('name', ''),
    row('role', ''),
    row('date', ''),
    row('remarks', '', true),
    row('signature', '', true),
    '</tbody></table>',
    '</section>',
  ].join('\n');
}
