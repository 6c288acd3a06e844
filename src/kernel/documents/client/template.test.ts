import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateFields, type TemplateValues } from '#kernel/documents';
import { expectOk } from '#platform/base';
import { checkTemplate, makeLetterPdf, placesOfTags, readLetterBlocks, renderTemplate } from '#kernel/documents/client';
import { readPrintedFonts } from '#kernel/documents/testing';

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word file with one paragraph a line; `more` adds or replaces parts. */
function buildTemplate(lines: readonly string[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const body = lines.map((line) => (line.startsWith('<') ? line : `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)).join('');
  const files = {
    '[Content_Types].xml': types,
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': '<cp:coreProperties><dc:creator>J. Jansen</dc:creator></cp:coreProperties>',
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const textOf = (docx: Uint8Array): string =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll(/<\/w:p>/g, '|')
    .replaceAll(/<[^>]*>/g, '');

const fill = (lines: readonly string[], values: TemplateValues, seenNeeds: readonly ('health' | 'account')[] = []) => {
  const made = renderTemplate({ template: buildTemplate(lines), values, language: 'en', seenNeeds });
  return made.ok ? textOf(made.value.bytes) : made.refusal;
};

describe('where a tag stands', () => {
  it('names line and words of every refused tag, in headers too, and tags that Word cut into pieces', () => {
    const template = buildTemplate(
      [
        'Dear {person.calledName},',
        '',
        '<w:p><w:r><w:t>Your {pers</w:t></w:r><w:r><w:t>on.age} years</w:t></w:r></w:p>',
      ],
      { 'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>{ person.age }</w:t></w:r></w:p></w:hdr>' },
    );
    expect(placesOfTags(template, ['person.age'])).toEqual([
      { tag: 'person.age', line: 2, words: 'Your {person.age} years' },
      { tag: 'person.age', line: 3, words: '{ person.age }' },
    ]);
    expect(placesOfTags(new TextEncoder().encode('no file'), ['person.age'])).toEqual([]);
  });
});

describe('filling in', () => {
  it('puts in paths, rows, lists, inverted parts and filters', () => {
    const values = {
      person: { calledName: 'Maryam', born: '1998-03-01' },
      documents: [
        { number: '1', title: 'Passport' },
        { number: '2', title: 'Letter <b>&' },
      ],
      organisation: { lines: ['Street 1', '1011 AB Town'] },
      decision: { date: '2026-01-09' },
    };
    expect(fill(['{person.calledName | upper} {person.born | longdate} {decision.date | date}'], values)).toBe(
      'MARYAM 1 March 1998 09/01/2026|',
    );
    expect(
      fill(
        ['{#documents}', '{number}. {title} for {person.calledName}', '{/documents}', '{^facts}none{/facts}'],
        values,
      ),
    ).toBe('1. Passport for Maryam|2. Letter &lt;b&gt;&amp; for Maryam|none|');
    expect(fill(['{organisation.lines | list}', '{#organisation.lines}{.};{/organisation.lines}'], values)).toBe(
      'Street 1 and 1011 AB Town|Street 1;1011 AB Town;|',
    );
  });

  it('finds a tag that Word has cut into pieces', () => {
    const cut = '<w:p><w:r><w:t>{per</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>son.calledName}</w:t></w:r></w:p>';
    expect(fill([cut], { person: { calledName: 'Maryam' } })).toBe('Maryam|');
  });

  it('leaves dots where there is no value, and says so', () => {
    const made = expectOk(
      renderTemplate({
        template: buildTemplate(['{person.vNumber} {today | longdate}']),
        values: { person: {} },
        language: 'nl',
      }),
    );
    expect(textOf(made.bytes)).toBe('………… …………|');
    expect(made.emptyFields).toEqual(['person.vNumber', 'today | longdate']);
  });

  it('writes nothing about who made it and when', () => {
    const made = expectOk(
      renderTemplate({ template: buildTemplate(['{today}']), values: { today: 'x' }, language: 'en' }),
    );
    const core = strFromU8(unzipSync(made.bytes)['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:creator>Baken</dc:creator>');
    expect(core).not.toMatch(/Jansen|\d{4}-\d\d/);
  });

  it('never lets a value become a tag or markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (words) => {
        const text = fill(['{person.calledName}'], { person: { calledName: `x${words}` } });
        const shown =
          typeof text === 'string'
            ? text
                .replaceAll('&lt;', '<')
                .replaceAll('&gt;', '>')
                .replaceAll('&quot;', '"')
                .replaceAll('&apos;', "'")
                .replaceAll('&amp;', '&')
            : '';
        expect(shown).toBe(`x${words}|`);
      }),
      { numRuns: 100 },
    );
  });
});

describe('refusals', () => {
  it.each([
    [['{constructor}'], { type: 'TemplateUnknownFields', tags: ['constructor'] }],
    [['{person.__proto__.polluted}'], { type: 'TemplateUnknownFields', tags: ['person.__proto__.polluted'] }],
    [['{person.calledName.constructor}'], { type: 'TemplateUnknownFields', tags: ['person.calledName.constructor'] }],
    [['{1 + 1}', '{this.process.exit()}'], { type: 'TemplateUnknownFields', tags: ['1 + 1', 'this.process.exit()'] }],
    [['{person.calledName | eval}'], { type: 'TemplateUnknownFields', tags: ['person.calledName | eval'] }],
    [['{#documents}{codeName}{/documents}'], { type: 'TemplateUnknownFields', tags: ['codeName'] }],
    [['{@texts.reasons}'], { type: 'TemplateUnknownFields', tags: ['@texts.reasons'] }],
    [['{=[[ ]]=}[[constructor]]'], { type: 'TemplateUnknownFields' }],
    [['{#documents}'], { type: 'TemplateBroken', tags: ['documents'] }],
    [['{person.calledName'], { type: 'TemplateBroken' }],
    [['{health.summary}'], { type: 'TemplateNeedsNotSaid', needs: ['health'] }],
    [
      [
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "c:\\a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ],
      { type: 'TemplateFieldCodes', codes: ['INCLUDETEXT'] },
    ],
    [['<w:p><w:fldSimple w:instr="DDEAUTO c:\\cmd.exe"/></w:p>'], { type: 'TemplateFieldCodes', codes: ['DDEAUTO'] }],
    [['<w:altChunk r:id="r1"/>'], { type: 'HasEmbeddedObject' }],
    [
      ['<w:p><q:fldSimple xmlns:q="w" q:instr="INCLUDE&#80;ICTURE x"/></w:p>'],
      { type: 'TemplateFieldCodes', codes: ['INCLUDEPICTURE'] },
    ],
    [
      [
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText><![CDATA[INCLUDE]]><!-- -->PICTURE x</w:instrText></w:r></w:p>',
      ],
      { type: 'TemplateFieldCodes', codes: ['INCLUDEPICTURE'] },
    ],
  ] as const)('refuses %j', (lines, refusal) => {
    expect(checkTemplate(buildTemplate(lines))).toMatchObject({ ok: false, refusal });
    expect(renderTemplate({ template: buildTemplate(lines), values: {}, language: 'en' })).toMatchObject({
      ok: false,
      refusal,
    });
  });

  it('allows page numbers and https links only', () => {
    const linked = (target: string) =>
      buildTemplate(['<w:p><w:fldSimple w:instr=" PAGE "/><w:fldSimple w:instr=\'HYPERLINK \\l "a"\'/></w:p>'], {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id="a" Type="x/hyperlink" Target="${target}" TargetMode="External"/></Relationships>`,
      });
    expect(checkTemplate(linked('https://ind.nl'))).toMatchObject({ ok: true });
    expect(checkTemplate(linked('mailto:a@b.nl'))).toMatchObject({
      ok: false,
      refusal: { type: 'HasExternalRelationship' },
    });
  });

  it('refuses control characters by field, misfit filters, and needs that were not seen', () => {
    expect(fill(['{person.calledName}'], { person: { calledName: 'a\u0000b' } })).toEqual({
      type: 'ControlCharacter',
      field: 'person.calledName',
    });
    expect(fill(['{person.calledName}'], { person: { calledName: 'a\ud800' } })).toEqual({
      type: 'ControlCharacter',
      field: 'person.calledName',
    });
    expect(fill(['{today | yesno}'], { today: '2026-01-01' })).toEqual({
      type: 'TemplateFilter',
      tag: 'today | yesno',
    });
    expect(fill(['{needs:health}{health.summary}'], { health: { summary: 'x' } })).toEqual({
      type: 'TemplateNeedsNotSeen',
      needs: ['health'],
    });
    expect(fill(['{needs:health}{health.summary}'], { health: { summary: 'x' } }, ['health'])).toBe('x|');
  });

  it('reads own properties only', () => {
    const hostile = JSON.parse('{"person":{"__proto__":{"calledName":"polluted"}}}') as TemplateValues;
    expect(fill(['{person.calledName}'], hostile)).toBe('…………|');
    expect(({} as { calledName?: string }).calledName).toBeUndefined();
  });
});

describe('the letters that come along', () => {
  const values: TemplateValues = {
    organisation: { name: 'De Haven', lines: ['Postbus 12', '3500 AA Utrecht'], town: 'Utrecht' },
    recipient: { name: 'Immigratie- en Naturalisatiedienst', lines: ['Postbus 287', '7600 AG Almelo'] },
    today: '2026-11-24',
    person: { fullName: 'Maryam Test', vNumber: '2801234567', born: '1998-03-01', nationality: 'Eritrea' },
    decision: { validUntil: '2027-01-15' },
    deadline: { due: '2027-01-15', article: 'art. 3.80 Vb 2000' },
    texts: {
      reasons: 'Het strafproces loopt nog.\nHet proces-verbaal is bijgevoegd.',
      request: 'Ik verzoek u de vergunning te verlengen.',
    },
    facts: [{ on: '2026-01-10', title: 'Aangifte gedaan' }],
    documents: [
      { number: '1', title: 'Kopie paspoort' },
      { number: '2', title: 'Proces-verbaal van aangifte' },
    ],
    following: [{ title: 'Brief van de officier van justitie', by: '2027-02-01' }],
    sender: { name: 'A. Vrijwilliger', role: 'begeleider' },
  };

  it.each(['en', 'nl'] as const)('fill in without a gap and can be set as PDF: %s', async (language) => {
    const template = new Uint8Array(
      readFileSync(join(process.cwd(), `content/templates/extension-letter.${language}.docx`)),
    );
    const report = expectOk(checkTemplate(template));
    expect(report.tags.map(({ reveals }) => reveals)).not.toContain('health');
    const made = expectOk(renderTemplate({ template, values, language }));
    expect(made.emptyFields).toEqual([]);
    const blocks = expectOk(readLetterBlocks(made.bytes));
    expect(blocks.filter(({ kind }) => kind === 'list')).toHaveLength(2);
    const pdf = expectOk(await makeLetterPdf({ title: 'Brief', language, blocks, fonts: readPrintedFonts() }));
    const kept = process.env['BAKEN_KEEP_PRINTS'];
    if (kept) {
      writeFileSync(`${kept}/letter-${language}.docx`, made.bytes);
      writeFileSync(`${kept}/letter-${language}.pdf`, pdf);
    }
    expect(pdf.length).toBeGreaterThan(5_000);
  });

  it('use fields that the how-to lists, with what each reveals', () => {
    const page = readFileSync(join(process.cwd(), 'docs/how-to/templates.md'), 'utf8');
    const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const listed = rows.flatMap(([, field = '', , reveals = '']) =>
      /^`[\w.]+`$/.test(field) ? [`${field} ${reveals}`] : [],
    );
    expect(listed).toEqual(Object.entries(templateFields).map(([field, { reveals }]) => `\`${field}\` ${reveals}`));
  });
});
