import {
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import {
  mapStages,
  packWords,
  type DescribedRule,
  type Pack,
  type PackDocument,
  type PackSection,
  type PackSentence,
  type PackTable,
  type StageMap,
} from '#kernel/procedures';
import { mapRows } from './document-html.ts';

type Words = ReturnType<typeof packWords>;
type Block = Paragraph | Table;

/**
 * A pack as a Word document to be read, marked and signed: headings, tables, and a field to sign in with version and hash. `hash` is the SHA-256 of the frozen pack.
 */
export async function documentDocx(document: PackDocument, pack: Pack, hash: string): Promise<Uint8Array> {
  const t = packWords(document.language);
  const blocks: readonly Block[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(document.title)] }),
    ...document.lead.flatMap((sentence) => sentenceBlocks(sentence)),
    small(t('procedures.document.hash', { hash })),
    heading(HeadingLevel.HEADING_1, t('procedures.document.contents'), 'contents'),
    ...document.chapters.map(({ anchor, title }) => bullet(0, [linkTo(anchor, title)])),
    bullet(0, [linkTo('sign', t('procedures.sign.title'))]),
    ...document.chapters.flatMap((chapter) => {
      const map = chapter.track === null ? null : mapStages(pack, chapter.track, document.language);
      return [
        heading(HeadingLevel.HEADING_1, chapter.title, chapter.anchor),
        ...chapter.intro.flatMap((sentence) => sentenceBlocks(sentence)),
        ...(map === null ? [] : mapBlocks(map, t)),
        ...chapter.sections.flatMap((section) => sectionBlocks(section, t)),
      ];
    }),
    ...signBlocks(document, hash, t),
  ];
  const file = new Document({
    title: document.title,
    creator: 'Baken',
    styles: {
      default: { document: { run: { font: 'Source Sans 3', size: 21 }, paragraph: { spacing: { after: 60 } } } },
    },
    numbering: { config: [{ reference: 'list', levels: bulletLevels }] },
    sections: [
      { properties: {}, footers: { default: footer(`${document.pack} ${document.version}`) }, children: blocks },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const bulletLevels = [0, 1, 2, 3].map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: '•',
  style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
}));

function footer(name: string): Footer {
  const run = new TextRun({ size: 17, children: [`${name}   `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ children: [run] })] });
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

function heading(level: Level, title: string, anchor: string, code: string | null = null): Paragraph {
  const runs = [
    new TextRun(title),
    ...(code === null ? [] : [new TextRun({ text: `  ${code}`, bold: false, size: 18 })]),
  ];
  return new Paragraph({
    heading: level,
    keepNext: true,
    spacing: { before: level === HeadingLevel.HEADING_1 ? 480 : 200, after: 60 },
    children: [new Bookmark({ id: anchor, children: runs })],
  });
}

function linkTo(anchor: string, text: string): ParagraphChild {
  return new InternalHyperlink({ anchor, children: [new TextRun({ text, style: 'Hyperlink' })] });
}

function bullet(level: number, children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ numbering: { reference: 'list', level: Math.min(level, 3) }, children: [...children] });
}

function small(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 18 })] });
}

function sentenceBlocks({ text, items = [] }: PackSentence): readonly Paragraph[] {
  return [new Paragraph({ keepNext: items.length > 0, children: [new TextRun(text)] }), ...itemBlocks(items, 0)];
}

function itemBlocks(items: readonly PackSentence[], level: number): readonly Paragraph[] {
  return items.flatMap(({ text, items: inner = [] }) => [
    bullet(level, [new TextRun(text)]),
    ...itemBlocks(inner, level + 1),
  ]);
}

function sectionBlocks(section: PackSection, t: Words): readonly Block[] {
  const { title, anchor, code } = section;
  return [
    ...(title === '' ? [] : [heading(HeadingLevel.HEADING_2, title, anchor, code)]),
    ...section.intro.flatMap((sentence) => sentenceBlocks(sentence)),
    ...section.links.map((link) => bullet(0, [linkTo(link.anchor, link.text)])),
    ...section.tables.flatMap((table) => tableBlocks(table, title)),
    ...section.rules.flatMap((rule) =>
      ruleBlocks(rule, title === '' ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, t),
    ),
  ];
}

function ruleBlocks(rule: DescribedRule, level: Level, t: Words): readonly Block[] {
  const isDoubtful = rule.confidence === 'GK';
  return [
    heading(level, rule.title, rule.anchor, rule.code),
    ...rule.sentences.flatMap((sentence) => sentenceBlocks(sentence)),
    ...(rule.sure === ''
      ? []
      : [new Paragraph({ children: [new TextRun({ text: rule.sure, bold: isDoubtful, italics: !isDoubtful })] })]),
    ...(rule.sources.length === 0 ? [] : [small(`${t('procedures.rule.sources')}:`)]),
    ...rule.sources.map((source) => bullet(0, sourceRuns(source))),
    ...(rule.usedBy.length === 0 ? [] : [small(`${t('procedures.rule.usedBy')}:`)]),
    ...rule.usedBy.map(({ anchor, text }) => bullet(0, [linkTo(anchor, text)])),
  ];
}

function sourceRuns({ passage, address, read }: DescribedRule['sources'][number]): readonly ParagraphChild[] {
  const after = new TextRun({ text: `. ${read}`, size: 18 });
  if (!/^https?:\/\//.test(address)) return [new TextRun({ text: passage, size: 18 }), after];
  const run = new TextRun({ text: passage, style: 'Hyperlink', size: 18 });
  return [new ExternalHyperlink({ link: address, children: [run] }), after];
}

/**
 * The ways between stages as a table. A Word document shows a drawing to every reader only as a bitmap, and nothing here draws
 * one; the page has the drawing.
 */
function mapBlocks(map: StageMap, t: Words): readonly Block[] {
  return tableBlocks({
    caption: t('procedures.map.tableTitle', { track: map.title }),
    head: ['from', 'by', 'to'].map((column) => t(`procedures.map.${column}`)),
    rows: mapRows(map, t).map(([, ...row]) => row),
  });
}

/** A table below its caption; none where the heading above says the same. */
function tableBlocks({ caption, head, rows }: PackTable, above = ''): readonly Block[] {
  const cell = (text: string, bold: boolean): TableCell =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold, size: 18 })] })] });
  return [
    ...(caption === above
      ? []
      : [
          new Paragraph({
            keepNext: true,
            spacing: { before: 160 },
            children: [new TextRun({ text: caption, bold: true })],
          }),
        ]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
      ],
    }),
  ];
}

function signBlocks({ pack, version }: PackDocument, hash: string, t: Words): readonly Block[] {
  const row = (name: string, value: string, height = 480): TableRow =>
    new TableRow({
      cantSplit: true,
      height: { value: height, rule: 'atLeast' },
      children: [
        new TableCell({
          width: { size: 28, type: WidthType.PERCENTAGE },
          children: [new Paragraph({ children: [new TextRun({ text: t(`procedures.sign.${name}`), bold: true })] })],
        }),
        new TableCell({
          width: { size: 72, type: WidthType.PERCENTAGE },
          children: [new Paragraph({ children: [new TextRun(value)] })],
        }),
      ],
    });
  return [
    heading(HeadingLevel.HEADING_1, t('procedures.sign.title'), 'sign'),
    new Paragraph({ keepNext: true, children: [new TextRun(t('procedures.sign.text'))] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row('pack', `${pack} ${version}`),
        row('hash', hash),
        row('name', ''),
        row('role', ''),
        row('date', ''),
        row('remarks', '', 1800),
        row('signature', '', 1200),
      ],
    }),
  ];
}
