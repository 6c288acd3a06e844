import { Document, Packer, Paragraph, TextRun } from 'docx';

/** A Word template with one paragraph a line, for tests and the practice world. */
export async function buildLetterTemplate(lines: readonly string[]): Promise<Uint8Array> {
  const children = lines.map((words) => new Paragraph({ children: [new TextRun(words)], spacing: { after: 160 } }));
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ creator: 'Baken', sections: [{ children }] })));
}
