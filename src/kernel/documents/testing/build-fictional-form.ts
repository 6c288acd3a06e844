import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A blank form of a fictional authority with every kind of field, for tests and the practice world. */
export async function buildFictionalForm(
  change?: (document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595.28, 841.89]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const write = (words: string, y: number, size = 10): void => page.drawText(words, { x: 60, y, size, font });
  write('Application to extend (fictional form)', 790, 16);
  write('Invented for practice. No such form exists.', 772);
  const form = document.getForm();
  const boxes = ['name', 'number', 'day', 'month', 'year', 'nationality', 'remarks', 'office'];
  boxes.forEach((name, at) => {
    write(name, 744 - at * 44);
    form.createTextField(name).addToPage(page, { x: 60, y: 718 - at * 44, width: 300, height: 22 });
  });
  form.getTextField('number').setMaxLength(10);
  write('first application (A) or extension (B)', 388);
  const radio = form.createRadioGroup('kind');
  radio.addOptionToPage('A', page, { x: 60, y: 366, width: 14, height: 14 });
  radio.addOptionToPage('B', page, { x: 100, y: 366, width: 14, height: 14 });
  await change?.(document);
  // Without new appearances, so that nothing of what `change` added is lost.
  return document.save({ updateFieldAppearances: false });
}
