import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from '#kernel/documents';
import { checkFile } from '#kernel/documents/client';

const contentTypes =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const body = '<w:document xmlns:w="w"><w:body><w:p/></w:body></w:document>';

/** A small Word file; entries may be added or replaced. */
function buildDocx(more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const files: Zippable = { '[Content_Types].xml': strToU8(contentTypes), 'word/document.xml': strToU8(body) };
  for (const [name, content] of Object.entries(more))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files);
}

function buildOdt(inside: string): Uint8Array {
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(`<office:text>${inside}</office:text>`),
  });
}

const rels = (target: string, relation = 'http://x/relationships/attachedTemplate'): string =>
  `<Relationships><Relationship Id="r1" Type="${relation}" Target="${target}" TargetMode="External"/></Relationships>`;

const relation = (attributes: string): Uint8Array =>
  buildDocx({ 'word/_rels/document.xml.rels': `<Relationships><Relationship ${attributes}/></Relationships>` });

function buildPng(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** Changes the declared size of every entry in the list at the end. */
function lieAboutSize(zip: Uint8Array, unpacked: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, unpacked, true);
  }
  return zip;
}

const answer = (bytes: Uint8Array, name: string): string => {
  const checked = checkFile(bytes, name);
  return checked.ok ? checked.value.kind : checked.refusal.type;
};

describe('what is taken', () => {
  it.each([
    ['a pdf', strToU8('%PDF-1.7\n1 0 obj\n%%EOF\n'), 'letter.pdf', 'pdf'],
    ['a Word file', buildDocx(), 'letter.DOCX', 'docx'],
    [
      'a Word file with a link to follow by hand',
      buildDocx({ 'word/_rels/document.xml.rels': rels('https://ind.nl/', 'http://x/relationships/hyperlink') }),
      'a.docx',
      'docx',
    ],
    [
      'a Word file with a picture that is declared but not read',
      buildDocx({
        '[Content_Types].xml': contentTypes.replace(
          '</Types>',
          '<Default Extension="svg" ContentType="image/svg+xml"/></Types>',
        ),
      }),
      'a.docx',
      'docx',
    ],
    [
      'an open document with a picture inside and a link',
      buildOdt('<draw:image xlink:href="Pictures/a.png"/><text:a xlink:href="https://ind.nl/">x</text:a>'),
      'a.odt',
      'odt',
    ],
    ['text', strToU8('Zij zei: “ja”.\r\n'), 'note.txt', 'text'],
    ['a picture', buildPng(4000, 3000), 'photo.png', 'png'],
  ])('takes %s', (_, bytes, name, kind) => {
    expect(answer(bytes, name)).toBe(kind);
  });

  it('marks a pdf with a password', () => {
    const checked = checkFile(strToU8('%PDF-1.7\ntrailer << /Encrypt 12 0 R >>\n%%EOF'), 'a.pdf');
    expect(checked).toMatchObject({ ok: true, value: { encrypted: true } });
  });
});

describe('what is refused', () => {
  it.each([
    ['0 bytes', new Uint8Array(0), 'a.pdf', 'FileEmpty'],
    ['more than 25 MB', new Uint8Array(25 * 1_048_576 + 1), 'a.pdf', 'FileTooLarge'],
    ['a drawing with code', strToU8('<svg onload="x"/>'), 'a.svg', 'KindNotAllowed'],
    ['a page', strToU8('<html>'), 'a.html', 'KindNotAllowed'],
    ['an archive', zipSync({ a: strToU8('a') }), 'a.zip', 'KindNotAllowed'],
    ['a macro document by name', buildDocx(), 'a.docm', 'KindNotAllowed'],
    ['a page called text', strToU8('\n<!doctype html><script>'), 'a.txt', 'ContentContradictsName'],
    ['a program called text', strToU8('MZ\u0090'), 'a.txt', 'ContentContradictsName'],
    ['a picture called pdf', buildPng(1, 1), 'a.pdf', 'ContentContradictsName'],
    ['a page called pdf', strToU8('<html>%PDF-1.7'), 'a.pdf', 'ContentContradictsName'],
    ['any archive called Word', zipSync({ a: strToU8('a') }), 'a.docx', 'ContentContradictsName'],
    ['a Word file called spreadsheet', buildDocx(), 'a.xlsx', 'ContentContradictsName'],
    ['more than 50 megapixels', buildPng(10_000, 5_001), 'a.png', 'PictureTooLarge'],
    ['a picture without a size', buildPng(0, 0), 'a.png', 'FileUnreadable'],
    ['half a pdf', strToU8('%PDF-1.7\n1 0 obj'), 'a.pdf', 'FileUnreadable'],
    ['half a Word file', buildDocx().slice(0, -30), 'a.docx', 'FileUnreadable'],
    ['macros', buildDocx({ 'word/vbaProject.bin': 'x' }), 'a.docx', 'HasMacros'],
    [
      'macros declared',
      buildDocx({ '[Content_Types].xml': contentTypes.replace('document.main', 'document.macroEnabled.main') }),
      'a.docx',
      'HasMacros',
    ],
    ['an embedded object', buildDocx({ 'word/embeddings/oleObject1.bin': 'x' }), 'a.docx', 'HasEmbeddedObject'],
    [
      'an alternative chunk',
      buildDocx({ 'word/document.xml': '<w:altChunk r:id="r1"/>' }),
      'a.docx',
      'HasEmbeddedObject',
    ],
    [
      'a template elsewhere',
      buildDocx({ 'word/_rels/settings.xml.rels': rels('https://evil.example/t.dotm') }),
      'a.docx',
      'HasExternalRelationship',
    ],
    [
      'a picture on a share',
      buildDocx({ 'word/_rels/document.xml.rels': rels('\\\\server\\share', 'http://x/image') }),
      'a.docx',
      'HasExternalRelationship',
    ],
    [
      'a link to a script',
      buildDocx({ 'word/_rels/document.xml.rels': rels('javascript:x', 'http://x/hyperlink') }),
      'a.docx',
      'HasExternalRelationship',
    ],
    [
      'a picture elsewhere behind a sign in a value',
      relation('Id="r>1" Type="x/image" Target="http://evil.example/a" TargetMode="External"'),
      'a.docx',
      'HasExternalRelationship',
    ],
    [
      'a picture elsewhere written as references',
      relation('Id="r1" Type="x/image" Target="&#104;ttp://evil.example/a" TargetMode="&#x45;xternal"'),
      'a.docx',
      'HasExternalRelationship',
    ],
    [
      'a picture elsewhere beside a decoy',
      relation('x:Target="a" x:TargetMode="Internal" Target="http://evil.example/a" TargetMode="External"'),
      'a.docx',
      'HasExternalRelationship',
    ],
    [
      'a picture elsewhere under another prefix',
      buildDocx({ 'word/_rels/a.xml.rels': '<é-1:Relationship Target="http://evil.example/a"/>' }),
      'a.docx',
      'HasExternalRelationship',
    ],
    [
      'an alternative chunk under another prefix',
      buildDocx({ 'word/document.xml': '<q-1:altChunk r:id="r1"/>' }),
      'a.docx',
      'HasEmbeddedObject',
    ],
    [
      'a picture elsewhere in an open document',
      buildOdt('<draw:image a="x>y" y:href="Pictures/a.png" xlink:href="&#104;ttp://evil.example/a"/>'),
      'a.odt',
      'HasExternalRelationship',
    ],
    ['a script in an open document', buildOdt('<s-1:event-listener s-1:language="ooo:script"/>'), 'a.odt', 'HasMacros'],
    [
      'macros declared by references',
      buildDocx({ '[Content_Types].xml': contentTypes.replace('document.main', 'document.macro&#69;nabled.main') }),
      'a.docx',
      'HasMacros',
    ],
    [
      'XML under a name that is not read',
      buildDocx({
        '[Content_Types].xml': contentTypes.replace(
          '</Types>',
          '<Override PartName="/word/real.bin" ContentType="application/vnd.x.main+xml"/></Types>',
        ),
      }),
      'a.docx',
      'FileUnreadable',
    ],
    ['XML that is not well written', buildDocx({ 'word/a.xml': '<a b=c/>' }), 'a.docx', 'FileUnreadable'],
    [
      'a document type',
      buildDocx({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'a.docx',
      'XmlHasDtd',
    ],
    [
      'XML in another encoding',
      buildDocx({ 'word/document.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0]) }),
      'a.docx',
      'FileUnreadable',
    ],
    ['a path upwards', buildDocx({ '../evil.xml': 'x' }), 'a.docx', 'ArchivePath'],
    ['an absolute path', buildDocx({ '/etc/evil.xml': 'x' }), 'a.docx', 'ArchivePath'],
    [
      'too many entries',
      buildDocx(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`f/${at}`, 'x']))),
      'a.docx',
      'ArchiveTooManyEntries',
    ],
    ['a bomb', buildDocx({ 'word/media/a.bmp': new Uint8Array(30_000_000) }), 'a.docx', 'ArchiveRatio'],
    ['a list that declares too much', lieAboutSize(buildDocx(), 0xf0000000), 'a.docx', 'ArchiveTooLarge'],
    ['a list that declares too little', lieAboutSize(buildDocx(), 3), 'a.docx', 'FileUnreadable'],
  ])('refuses %s', (_, bytes, name, code) => {
    expect(answer(bytes, name)).toBe(code);
  });

  it('refuses a link and a name that differs from the one beside the bytes', () => {
    const link = zipSync({
      '[Content_Types].xml': strToU8(contentTypes),
      'word/document.xml': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 * 65536 }],
    });
    expect(answer(link, 'a.docx')).toBe('ArchivePath');
    const split = buildDocx();
    split[30] = 0x41;
    expect(answer(split, 'a.docx')).toBe('FileUnreadable');
  });
});

it('offers files under names that neither mislead nor leave their folder', () => {
  expect(cleanFileName('..\\..\\con.pdf', 'pdf')).toBe('file-con.pdf');
  expect(cleanFileName('besluit\u202efdp.exe', 'pdf')).toBe('besluit-fdp.pdf');
  expect(cleanFileName('.htaccess', 'text')).toBe('htaccess.txt');
  expect(cleanFileName('', 'png')).toBe('file.png');
  expect(cleanFileName('a/b/Brief "IND" 12?.docx', 'docx')).toBe('Brief -IND- 12-.docx');
  expect(cleanFileName('é'.repeat(300) + '.jpeg', 'jpeg')).toBe(`${'é'.repeat(110)}.jpg`);
});
