import {
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
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
  type PackChapter,
  type PackDocument,
  type PackSection,
  type StageMap,
} from '#kernel/procedures';
import { mapRows } from './document-html.ts';
import { paper } from './document-style.ts';
import { mapPicture } from './map-picture.ts';
import { mapSvg } from './map-svg.ts';
import { bullet, heading, linkTo, sentenceBlocks, small, tableBlocks, type Block, type Level } from './word-blocks.ts';

type Words = ReturnType<typeof packWords>;

/** Pixels (96 to the inch) between the margins of an A4 page, less a line for what stands below a drawing. */
const [widest, highest] = [600, 860];

/** The light colours of the page, named as a bitmap needs them. */
const paperColours = {
  line: paper.edge,
  box: paper.sea,
  ground: paper.surface,
  ink: paper.ink,
  mark: paper.sea,
  onMark: paper.onSea,
} as const;

/**
 * A pack as a Word document to be read, marked and signed: headings, drawn maps, tables, and a field to sign in with version and hash. `hash` is the SHA-256 of the frozen pack.
 */
export async function documentDocx(document: PackDocument, pack: Pack, hash: string): Promise<Uint8Array> {
  const t = packWords(document.language);
  const chapters = await Promise.all(
    document.chapters.map((chapter) => chapterBlocks(chapter, pack, document.language)),
  );
  const blocks: readonly Block[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(document.title)] }),
    ...document.lead.flatMap((sentence) => sentenceBlocks(sentence)),
    small(t('procedures.document.hash', { hash })),
    heading(HeadingLevel.HEADING_1, t('procedures.document.contents'), 'contents'),
    ...document.chapters.map(({ anchor, title }) => bullet(0, [linkTo(anchor, title)])),
    bullet(0, [linkTo('sign', t('procedures.sign.title'))]),
    ...chapters.flat(),
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

async function chapterBlocks(chapter: PackChapter, pack: Pack, language: string): Promise<readonly Block[]> {
  const t = packWords(language);
  const map = chapter.track === null ? null : mapStages(pack, chapter.track, language);
  return [
    heading(HeadingLevel.HEADING_1, chapter.title, chapter.anchor),
    ...chapter.intro.flatMap((sentence) => sentenceBlocks(sentence)),
    ...(map === null ? [] : await mapBlocks(map, t)),
    ...chapter.sections.flatMap((section) => sectionBlocks(section, t)),
  ];
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

/** The drawing, as wide as the page allows, and the same as a table below it. */
async function mapBlocks(map: StageMap, t: Words): Promise<readonly Block[]> {
  const title = t('procedures.map.title', { track: map.title });
  const scale = Math.min(1, widest / map.width, highest / map.height);
  const picture = new ImageRun({
    type: 'png',
    data: await mapPicture(mapSvg(map, title, paperColours)),
    transformation: { width: Math.round(map.width * scale), height: Math.round(map.height * scale) },
    altText: { name: title, title, description: t('procedures.map.tableTitle', { track: map.title }) },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [picture] }),
    small(t('procedures.map.how')),
    ...tableBlocks({
      caption: t('procedures.map.tableTitle', { track: map.title }),
      head: ['number', 'from', 'by', 'to'].map((column) => t(`procedures.map.${column}`)),
      rows: mapRows(map, t),
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
