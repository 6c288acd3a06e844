import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import type { PackSentence, PackTable } from '#kernel/procedures';

/** What a Word document is made of, one below the other. */
export type Block = Paragraph | Table;

/** How deep a heading lies. */
export type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** A heading that can be gone to, with a code in small type behind it. */
export function heading(level: Level, title: string, anchor: string, code: string | null = null): Paragraph {
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

/** A way to a heading of the same document. */
export function linkTo(anchor: string, text: string): ParagraphChild {
  return new InternalHyperlink({ anchor, children: [new TextRun({ text, style: 'Hyperlink' })] });
}

/** A line of a list; `level` 0 is the outermost. */
export function bullet(level: number, children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ numbering: { reference: 'list', level: Math.min(level, 3) }, children: [...children] });
}

/** A line in small type. */
export function small(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 18 })] });
}

/** A sentence with its lists. */
export function sentenceBlocks({ text, items = [] }: PackSentence): readonly Paragraph[] {
  return [new Paragraph({ keepNext: items.length > 0, children: [new TextRun(text)] }), ...itemBlocks(items, 0)];
}

function itemBlocks(items: readonly PackSentence[], level: number): readonly Paragraph[] {
  return items.flatMap(({ text, items: inner = [] }) => [
    bullet(level, [new TextRun(text)]),
    ...itemBlocks(inner, level + 1),
  ]);
}

/** A table below its caption; none where the heading above says the same. */
export function tableBlocks({ caption, head, rows }: PackTable, above = ''): readonly Block[] {
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
