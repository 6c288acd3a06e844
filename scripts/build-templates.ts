/**
 * Writes the letters that come with Baken as Word templates into content/templates/. An organisation can
 * replace each with its own. Run it after changing a text here, and commit what it writes. `--help` says this.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import PizZip from 'pizzip';

type Line = readonly ['close' | 'text' | 'heading' | 'item' | 'gap', string];

const letters: Readonly<Record<string, readonly Line[]>> = {
  'extension-letter.en': [
    ['close', '{organisation.name}'],
    ['close', '{#organisation.lines}'],
    ['close', '{.}'],
    ['close', '{/organisation.lines}'],
    ['gap', ''],
    ['close', '{recipient.name}'],
    ['close', '{#recipient.lines}'],
    ['close', '{.}'],
    ['close', '{/recipient.lines}'],
    ['gap', ''],
    ['text', '{organisation.town}, {today | longdate}'],
    ['heading', 'Extension of the temporary residence permit of {person.fullName}'],
    ['close', 'V-number: {person.vNumber}'],
    ['close', 'Date of birth: {person.born | longdate}'],
    ['close', 'Nationality: {person.nationality}'],
    ['gap', ''],
    ['text', 'Dear Sir or Madam,'],
    [
      'text',
      'With this letter I send you the application of {person.fullName} to extend the permit that is valid until {decision.validUntil | longdate}. The last day to file it in time is {deadline.due | longdate} ({deadline.article}).',
    ],
    ['text', '{#texts.opening}{texts.opening}{/texts.opening}'],
    ['heading', 'Reasons'],
    ['text', '{texts.reasons}'],
    ['text', '{#facts}'],
    ['item', '{on | longdate}: {title}'],
    ['text', '{/facts}'],
    ['heading', 'Enclosed'],
    ['text', '{#documents}'],
    ['item', '{number}. {title}'],
    ['text', '{/documents}'],
    ['text', '{^documents}No papers are enclosed.{/documents}'],
    ['text', '{#following}'],
    ['text', 'To follow by {by | longdate}: {title}.'],
    ['text', '{/following}'],
    ['heading', 'Request'],
    ['text', '{texts.request}'],
    ['text', 'Would you please send the decision and every question about this application to the address above.'],
    ['text', 'Yours faithfully,'],
    ['close', '{sender.name}'],
    ['close', '{sender.role}'],
    ['close', '{organisation.name}'],
  ],
  'extension-letter.nl': [
    ['close', '{organisation.name}'],
    ['close', '{#organisation.lines}'],
    ['close', '{.}'],
    ['close', '{/organisation.lines}'],
    ['gap', ''],
    ['close', '{recipient.name}'],
    ['close', '{#recipient.lines}'],
    ['close', '{.}'],
    ['close', '{/recipient.lines}'],
    ['gap', ''],
    ['text', '{organisation.town}, {today | longdate}'],
    ['heading', 'Verlenging van de tijdelijke verblijfsvergunning van {person.fullName}'],
    ['close', 'V-nummer: {person.vNumber}'],
    ['close', 'Geboortedatum: {person.born | longdate}'],
    ['close', 'Nationaliteit: {person.nationality}'],
    ['gap', ''],
    ['text', 'Geachte heer, mevrouw,'],
    [
      'text',
      'Hierbij stuur ik u de aanvraag van {person.fullName} om de vergunning te verlengen die geldig is tot en met {decision.validUntil | longdate}. De laatste dag om op tijd aan te vragen is {deadline.due | longdate} ({deadline.article}).',
    ],
    ['text', '{#texts.opening}{texts.opening}{/texts.opening}'],
    ['heading', 'Redenen'],
    ['text', '{texts.reasons}'],
    ['text', '{#facts}'],
    ['item', '{on | longdate}: {title}'],
    ['text', '{/facts}'],
    ['heading', 'Bijlagen'],
    ['text', '{#documents}'],
    ['item', '{number}. {title}'],
    ['text', '{/documents}'],
    ['text', '{^documents}Er zijn geen bijlagen.{/documents}'],
    ['text', '{#following}'],
    ['text', 'Volgt uiterlijk {by | longdate}: {title}.'],
    ['text', '{/following}'],
    ['heading', 'Verzoek'],
    ['text', '{texts.request}'],
    ['text', 'Wilt u de beslissing en al uw vragen over deze aanvraag sturen naar het adres hierboven?'],
    ['text', 'Hoogachtend,'],
    ['close', '{sender.name}'],
    ['close', '{sender.role}'],
    ['close', '{organisation.name}'],
  ],
};

const bullets = 'bullets';

function paragraphOf([kind, words]: Line): Paragraph {
  const children = [new TextRun(words)];
  switch (kind) {
    case 'close':
      return new Paragraph({ children, style: 'NoSpacing' });
    case 'heading':
      return new Paragraph({ children, heading: HeadingLevel.HEADING_2 });
    case 'item':
      return new Paragraph({ children, numbering: { reference: bullets, level: 0 } });
    case 'gap':
    case 'text':
      return new Paragraph({ children, spacing: { after: 160 } });
  }
}

const styles = {
  default: {
    document: { run: { font: 'Calibri', size: 22 } },
    heading2: { run: { size: 26, bold: true, color: '1B2430' }, paragraph: { spacing: { before: 240, after: 80 } } },
  },
  paragraphStyles: [{ id: 'NoSpacing', name: 'No Spacing', basedOn: 'Normal', paragraph: { spacing: { after: 0 } } }],
};

const bulletLevel = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  style: { paragraph: { indent: { left: 360, hanging: 260 } } },
};

/** A4 with margins of 23 mm, in twentieths of a point. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 },
};

function pageNumbers(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 });
  return new Footer({ children: [new Paragraph({ children: [number] })] });
}

async function buildLetter(lines: readonly Line[]): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Baken',
    lastModifiedBy: 'Baken',
    numbering: { config: [{ reference: bullets, levels: [bulletLevel] }] },
    styles,
    sections: [{ properties: { page }, footers: { default: pageNumbers() }, children: lines.map(paragraphOf) }],
  });
  // The same texts give the same file: the library writes the time of day into it.
  const zip = new PizZip(await Packer.toArrayBuffer(document));
  const core = zip.file('docProps/core.xml')?.asText() ?? '';
  zip.file('docProps/core.xml', core.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00Z'));
  for (const file of Object.values(zip.files)) file.date = new Date(2026, 0, 1);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

if (process.argv.includes('--help')) {
  console.log(
    'node scripts/build-templates.ts        writes content/templates/*.docx, the letters that come with Baken',
  );
} else {
  const folder = join(import.meta.dirname, '..', 'content', 'templates');
  mkdirSync(folder, { recursive: true });
  for (const [name, lines] of Object.entries(letters)) {
    writeFileSync(join(folder, `${name}.docx`), await buildLetter(lines));
    console.log(`content/templates/${name}.docx`);
  }
}
