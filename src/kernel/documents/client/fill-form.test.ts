import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formMapSchema, type FormMap, type TemplateValues } from '#kernel/documents';
import { expectOk } from '#platform/base';
import { checkFormMap, editionOf, fillForm, readFormMap, writeFormMap } from '#kernel/documents/client';
import { readPrintedFonts } from '#kernel/documents/testing';

const fonts = readPrintedFonts();

/** A fictional form of a fictional authority. */
async function buildForm(change?: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595.28, 841.89]);
  const form = document.getForm();
  const boxes = ['name', 'number', 'day', 'month', 'year', 'remarks', 'office'];
  boxes.forEach((name, at) =>
    form.createTextField(name).addToPage(page, { x: 60, y: 760 - at * 40, width: 240, height: 22 }),
  );
  form.getTextField('number').setMaxLength(10);
  form.createCheckBox('first').addToPage(page, { x: 60, y: 420, width: 14, height: 14 });
  const radio = form.createRadioGroup('kind');
  radio.addOptionToPage('A', page, { x: 60, y: 380, width: 14, height: 14 });
  radio.addOptionToPage('B', page, { x: 100, y: 380, width: 14, height: 14 });
  form.createDropdown('nation').addToPage(page, { x: 60, y: 340, width: 200, height: 22 });
  form.getDropdown('nation').addOptions(['Eritrea', 'Albania']);
  await change?.(document);
  // Else saving drops XFA.
  return document.save({ updateFieldAppearances: false });
}

const mapText = `
id: fictional-extension
title: Application for extension (fictional)
authority: Fictional Service
edition: 2026-01
sha256: '0000000000000000000000000000000000000000000000000000000000000000'
checkedOn: '2026-11-24'
fields:
  - { kind: text, pdf: name, from: person.fullName, filter: upper, required: true }
  - { kind: text, pdf: number, from: person.vNumber, required: true }
  - { kind: date3, pdf: { day: day, month: month, year: year }, from: person.born }
  - { kind: radio, pdf: kind, from: case.step, options: { extension-requested: B } }
  - { kind: choice, pdf: nation, from: person.nationality, options: { Eritrean: Eritrea } }
  - { kind: text, pdf: remarks, from: texts.request, max: 30 }
leaveEmpty: [office]
sign: ['The applicant, page 1']
`;

const values: TemplateValues = {
  person: { fullName: 'Șerban Ẹkúndayọ̀', vNumber: '2801234567', born: '1998-03-01', nationality: 'Eritrean' },
  case: { step: 'extension-requested' },
  texts: { request: 'Please extend.' },
};

async function mapFor(pdf: Uint8Array, change: Partial<FormMap> = {}): Promise<FormMap> {
  return { ...formMapSchema.parse(parse(mapText)), sha256: await editionOf(pdf), ...change };
}

const fill = async (pdf: Uint8Array, more: TemplateValues = {}, change: Partial<FormMap> = {}) =>
  fillForm({ pdf, map: await mapFor(pdf, change), values: { ...values, ...more }, language: 'en', fonts });

describe('filling in a form', () => {
  it('fills every kind of field, in a copy to change and one that is fixed', async () => {
    const made = expectOk(await fill(await buildForm()));
    const form = (await PDFDocument.load(made.editable)).getForm();
    expect(form.getTextField('name').getText()).toBe('ȘERBAN ẸKÚNDAYỌ̀');
    expect(['day', 'month', 'year'].map((name) => form.getTextField(name).getText())).toEqual(['01', '03', '1998']);
    expect([form.getRadioGroup('kind').getSelected(), form.getDropdown('nation').getSelected()]).toEqual([
      'B',
      ['Eritrea'],
    ]);
    expect(form.getTextField('office').getText()).toBeUndefined();
    expect(made).toMatchObject({ overlong: [], missing: [], unmapped: ['first'], sign: ['The applicant, page 1'] });
    const fixed = await PDFDocument.load(made.flattened);
    expect(fixed.catalog.has(PDFName.of('AcroForm'))).toBe(false);
    const kept = process.env['BAKEN_KEEP_PRINTS'];
    if (kept) writeFileSync(`${kept}/form.pdf`, made.flattened);
  });

  it('lists what does not fit and what is missing, and cuts nothing', async () => {
    const pdf = await buildForm();
    const made = expectOk(
      await fill(pdf, { person: { fullName: '', vNumber: '28012345678' }, texts: { request: 'x'.repeat(31) } }),
    );
    expect(made.overlong).toEqual([
      { field: 'number', length: 11, max: 10 },
      { field: 'remarks', length: 31, max: 30 },
    ]);
    expect(made.missing).toEqual(['person.fullName']);
    expect((await PDFDocument.load(made.editable)).getForm().getTextField('number').getText()).toBeUndefined();
  });

  it('takes away what acts by itself', async () => {
    const pdf = await buildForm((document) => {
      document.catalog.set(
        PDFName.of('OpenAction'),
        document.context.obj({ S: 'URI', URI: PDFString.of('https://evil.example') }),
      );
      document
        .getPage(0)
        .node.set(PDFName.of('AA'), document.context.obj({ O: { S: 'Launch', F: PDFString.of('cmd') } }));
    });
    const made = expectOk(await fill(pdf));
    for (const bytes of [made.editable, made.flattened]) {
      const { catalog, context } = await PDFDocument.load(bytes);
      expect([catalog.has(PDFName.of('OpenAction')), catalog.has(PDFName.of('AA'))]).toEqual([false, false]);
      expect(
        context
          .enumerateIndirectObjects()
          .some(([, object]) => object instanceof PDFDict && object.has(PDFName.of('AA'))),
      ).toBe(false);
    }
  });
});

describe('refusals', () => {
  const inForm = (document: PDFDocument): PDFDict => document.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
  it.each([
    [
      'XFA, hidden in an object stream',
      (document: PDFDocument) =>
        inForm(document).set(PDFName.of('XFA'), document.context.register(document.context.stream('<xdp/>'))),
      'FormHasXfa',
    ],
    [
      'a script of the document',
      (document: PDFDocument) => document.addJavaScript('a', 'app.alert(1)'),
      'FormScripted',
    ],
    [
      'a script of a field',
      (document: PDFDocument) =>
        inForm(document).set(
          PDFName.of('Test'),
          document.context.obj({ K: { S: 'JavaScript', JS: PDFString.of('1') } }),
        ),
      'FormScripted',
    ],
    [
      'a signature',
      (document: PDFDocument) =>
        document.context.register(document.context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3] })),
      'FormCertified',
    ],
    [
      'rights of a maker',
      (document: PDFDocument) => document.catalog.set(PDFName.of('Perms'), document.context.obj({})),
      'FormCertified',
    ],
    [
      'a password',
      (document: PDFDocument) => document.encrypt({ userPassword: '', ownerPassword: 'b', permissions: {} }),
      'FormEncrypted',
    ],
  ])('refuses %s', async (_, change, type) => {
    const pdf = await buildForm((document) => {
      change(document);
    });
    expect(await fill(pdf)).toMatchObject({ ok: false, refusal: { type } });
  });

  it('leaves out and lists signs outside the font and answers that the form does not know', async () => {
    const pdf = await buildForm();
    const made = expectOk(await fill(pdf, { person: { fullName: 'مريم', nationality: 'Martian', born: '1998' } }));
    expect(made.unprintable).toEqual([{ field: 'name', signs: ['م', 'ر', 'ي'] }]);
    expect(made.misfits).toEqual(['person.born', 'person.nationality']);
    const form = (await PDFDocument.load(made.editable)).getForm();
    expect([form.getTextField('name').getText(), form.getTextField('year').getText()]).toEqual([undefined, undefined]);
  });

  it('refuses another edition and absent fields', async () => {
    const pdf = await buildForm();
    expect(await fill(pdf, {}, { sha256: 'f'.repeat(64) })).toMatchObject({ refusal: { type: 'FormUnknownEdition' } });
    expect(await fill(pdf, {}, { leaveEmpty: ['gone'] })).toMatchObject({
      refusal: { type: 'FormFieldsMissing', fields: ['gone'] },
    });
    expect(await fill(new TextEncoder().encode('%PDF-1.7'))).toMatchObject({ refusal: { type: 'FormUnreadable' } });
  });

  it('judges a form with its map at upload: what each field reveals, what the map does not speak of', async () => {
    const pdf = await buildForm();
    const report = expectOk(await checkFormMap(pdf, await mapFor(pdf)));
    expect(report.unmapped).toEqual(['first']);
    expect(report.tags).toContainEqual({ tag: 'person.vNumber', reveals: 'file' });
    expect(report.fields).toContainEqual({ name: 'number', kind: 'text', options: [], max: 10, page: 1 });
    expect(report.fields).toContainEqual({ name: 'kind', kind: 'radio', options: ['A', 'B'], max: null, page: 1 });
    const asText = { kind: 'text', pdf: 'kind', from: 'case.step' } as const;
    expect(await checkFormMap(pdf, await mapFor(pdf, { fields: [asText] }))).toMatchObject({
      refusal: { type: 'FormValueMisfits', field: 'kind' },
    });
    expect(await checkFormMap(pdf, await mapFor(pdf, { leaveEmpty: ['gone'] }))).toMatchObject({
      refusal: { type: 'FormFieldsMissing', fields: ['gone'] },
    });
    expect(await checkFormMap(pdf, { ...(await mapFor(pdf)), sha256: 'f'.repeat(64) })).toMatchObject({
      refusal: { type: 'FormUnknownEdition' },
    });
  });

  it('reads a map as text and names what is wrong in it', () => {
    const map = expectOk(readFormMap(mapText));
    expect(readFormMap(writeFormMap(map))).toEqual({ ok: true, value: map });
    expect(readFormMap(mapText.replace('person.born', 'person.age'))).toMatchObject({
      refusal: { type: 'FormMapWrong', fields: ['fields.2.from'] },
    });
    for (const hostile of ['a: [', 'x: &a [1]\ny: *a', `id: ${'x'.repeat(300_000)}`])
      expect(readFormMap(hostile)).toMatchObject({ refusal: { type: 'FormMapWrong' } });
  });

  it('refuses a map that names fields we do not have', () => {
    expect(formMapSchema.safeParse(parse(mapText.replace('person.born', 'person.__proto__'))).success).toBe(false);
    expect(formMapSchema.safeParse({ ...parse(mapText), extra: 1 }).success).toBe(false);
  });
});
