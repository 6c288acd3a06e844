import { deflateRawSync } from 'node:zlib';
import { buildZip, type ZippedFile } from './build-zip.ts';
import { course, parts, scorm } from './small-scorm.ts';

/** A package that tries to fool whoever looks into it, and the code that it must come to; null where it is taken all the same. */
export interface HostilePackage {
  readonly name: string;
  readonly code: string | null;
  readonly bytes: () => Uint8Array;
}

const manifest = scorm(course);
const whole: readonly ZippedFile[] = [{ name: 'imsmanifest.xml', data: manifest }, ...parts];
const zipOf =
  (...files: readonly ZippedFile[]) =>
  (): Buffer =>
    buildZip([...whole, ...files]);
const withManifest =
  (data: string | Uint8Array, ...files: readonly ZippedFile[]) =>
  (): Buffer =>
    // As it is: what packs well would be refused for how dense it is.
    buildZip([{ name: 'imsmanifest.xml', data, stored: true }, ...parts, ...files]);

const cmi5 = (units: string): string =>
  `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/c">
  <title><langstring lang="en">C</langstring></title><description><langstring lang="en">D</langstring></description></course>${units}</courseStructure>`;
const unit = (id: string, url: string): string =>
  `<au id="${id}"><title><langstring lang="en">A</langstring></title><description><langstring lang="en">D</langstring></description><url>${url}</url></au>`;
const cmi5With =
  (units: string, ...files: readonly ZippedFile[]) =>
  (): Buffer =>
    buildZip([{ name: 'cmi5.xml', data: cmi5(units), stored: true }, { name: 'a.html', data: 'A' }, ...files]);
const auAt = (url: string) => cmi5With(unit('https://example.org/a', url), { name: 'x', data: 'x' });

const utf16 = (text: string, mark: readonly [number, number]): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from(mark), mark[0] === 0xff ? bytes : bytes.swap16()]);
};

/** SCORM resources that are launched by these addresses, nothing else. */
const launchedBy = (href: string, base = 'parts/'): string =>
  manifest.replace('href="one.html?lang=en#top"', `href="${href}"`).replace('xml:base="parts/"', `xml:base="${base}"`);

/** Entries of the directory that all lead to the same bytes: what is unpacked is many times what is there. */
function overlapping(times: number): Buffer {
  const one = buildZip([{ name: 'f000000', data: Buffer.alloc(900_000, 1) }]);
  const end = one.length - 22;
  const start = one.readUInt32LE(end + 16);
  const entry = one.subarray(start, end);
  const entries = Array.from({ length: times }, (_, at) => {
    const copy = Buffer.from(entry);
    copy.write(`f${String(at).padStart(6, '0')}`, 46, 'latin1');
    return copy;
  });
  const directory = Buffer.concat(entries);
  const tail = Buffer.from(one.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([one.subarray(0, start), directory, tail]);
}

/** Changes the compression method that the directory claims. */
function packedBy(method: number): Buffer {
  const bytes = Buffer.from(buildZip(whole));
  const start = bytes.readUInt32LE(bytes.length - 22 + 16);
  bytes.writeUInt16LE(method, start + 10);
  return bytes;
}

/** The largest manifest there may be, of this many bytes in elements of one kind. */
const fullOf = (element: string, before = ''): string =>
  manifest.replace(
    '</organizations>',
    `</organizations>${before}${element.repeat(Math.floor(7_900_000 / element.length))}`,
  );

const h5p = (libraries: number): Buffer => {
  const name = (at: number): string => `H5P.L${String(at)}`;
  const needs = Array.from({ length: libraries }, (_, at) => ({
    machineName: name(at),
    majorVersion: 1,
    minorVersion: 0,
  }));
  const described = {
    title: 'H',
    language: 'en',
    mainLibrary: name(0),
    embedTypes: ['div'],
    license: 'U',
    preloadedDependencies: needs,
  };
  const library = (at: number) =>
    JSON.stringify({
      title: 'L',
      machineName: name(at),
      majorVersion: 1,
      minorVersion: 0,
      patchVersion: 0,
      runnable: 1,
      preloadedDependencies: needs.slice(0, 50),
    });
  return buildZip([
    { name: 'h5p.json', data: JSON.stringify(described) },
    { name: 'content/content.json', data: '{}' },
    ...needs.flatMap((_, at) => [
      { name: `${name(at)}-1.0/library.json`, data: library(at) },
      { name: `${name(at)}-1.0/language/nl.json`, data: '{}' },
    ]),
  ]);
};

const many = (count: number, of: (at: number) => ZippedFile): readonly ZippedFile[] =>
  Array.from({ length: count }, (_, at) => of(at));
const one = (name: string, code: string | null, bytes: () => Uint8Array): HostilePackage => ({ name, code, bytes });

/** Archives that are not what they seem. */
const archives: readonly HostilePackage[] = [
  one('zip64 of what is small', null, () => buildZip(whole, { zip64: true })),
  one('zip64 that claims more than there can be', 'corrupt-entry', () => {
    const bytes = Buffer.from(buildZip(whole, { zip64: true }));
    const record = bytes.lastIndexOf(Buffer.from('PK\u0006\u0006', 'latin1'));
    bytes.writeBigUInt64LE(2n ** 60n, record + 32);
    return bytes;
  }),
  one('entries that overlap', 'too-dense', () => overlapping(500)),
  one('entries that overlap, a few', 'no-manifest', () => overlapping(1)),
  one('the same name in other letters', 'duplicate-entry', zipOf({ name: 'INDEX.html' }, { name: 'index.HTML' })),
  one('the same name by another normalisation', 'duplicate-entry', zipOf({ name: 'é.html' }, { name: 'é.html' })),
  one('the same name by long s and sharp s', 'duplicate-entry', zipOf({ name: 'strasse' }, { name: 'ſtraße' })),
  one('a file where there is a folder', 'duplicate-entry', zipOf({ name: 'deep' }, { name: 'deep/a.html' })),
  one('a link', 'link-entry', zipOf({ name: 'l', data: '/etc/passwd', mode: 0o120777 })),
  one('a link to a folder', 'link-entry', zipOf({ name: 'l/', data: '..', mode: 0o120777 })),
  one('an absolute path', 'unsafe-path', zipOf({ name: '/etc/passwd' })),
  one('an absolute path of Windows', 'unsafe-path', zipOf({ name: 'C:\\x' })),
  one('a drive', 'unsafe-path', zipOf({ name: 'c:x' })),
  one('a share', 'unsafe-path', zipOf({ name: '\\\\server\\x' })),
  one('the way up', 'unsafe-path', zipOf({ name: 'a/../../x' })),
  one('the way up by backslashes', 'unsafe-path', zipOf({ name: 'a\\..\\..\\x' })),
  one('a zip in a zip, and nothing else', 'no-manifest', () => buildZip([{ name: 'a.zip', data: buildZip(whole) }])),
  one(
    'zips in zips beside a course',
    null,
    zipOf({ name: 'a.zip', data: buildZip([{ name: 'b.zip', data: buildZip(whole) }]) }),
  ),
  one('10,000 empty files', 'too-many-files', () =>
    buildZip(many(10_000, (at) => ({ name: `f${String(at)}`, stored: true }))),
  ),
  one('packed in a way that nobody reads', 'corrupt-entry', () => packedBy(97)),
  one('packed bytes that go on after their end', 'corrupt-entry', () => {
    const bytes = Buffer.from(buildZip([{ name: 'a.html', data: deflateRawSync(Buffer.alloc(2_000)), stored: true }]));
    const start = bytes.readUInt32LE(bytes.length - 22 + 16);
    bytes.writeUInt16LE(8, start + 10);
    return bytes;
  }),
];

/** Manifests that are not what they seem. */
const manifests: readonly HostilePackage[] = [
  one(
    'entities that grow',
    'xml-doctype',
    withManifest(`<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${manifest}`),
  ),
  one('an entity that nobody defined', 'manifest-invalid', withManifest(manifest.replace('Safe  talks', '&lol;'))),
  one(
    'a document type from elsewhere',
    'xml-doctype',
    withManifest(`<!DOCTYPE m SYSTEM "file:///etc/passwd">${manifest}`),
  ),
  one('UTF-16, little end first', null, withManifest(utf16(manifest, [0xff, 0xfe]))),
  one('UTF-16, big end first', null, withManifest(utf16(manifest, [0xfe, 0xff]))),
  one('UTF-16 without its mark', 'manifest-invalid', withManifest(Buffer.from(manifest, 'utf16le'))),
  one('a mark before UTF-8', null, withManifest(`\uFEFF${manifest}`)),
  one('a structure of cmi5 alone, in UTF-16', null, () =>
    utf16(cmi5(unit('https://example.org/a', 'https://example.org/x')), [0xff, 0xfe]),
  ),
  one('a manifest of 50 MB', 'manifest-invalid', withManifest(`<manifest>${' '.repeat(50_000_000)}</manifest>`)),
  one('millions of elements', 'manifest-invalid', withManifest(fullOf('<a/>'))),
  one('millions of attributes', 'manifest-invalid', withManifest(manyAttributes())),
  one('items that all look for their resource', 'launch-file-missing', withManifest(manyItems())),
  one('elements within elements', 'manifest-invalid', withManifest(`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`)),
  one('bases that lead in a circle', null, withManifest(launchedBy('deep/../one.html', 'parts/../parts/./x/../'))),
  one('a base of another scheme', 'launch-file-missing', withManifest(launchedBy('one.html', 'data:,x/'))),
  one('rules for the order and nothing to open', 'nothing-to-launch', withManifest(sequencedAlone())),
  one('a script for a launch file', 'launch-file-missing', withManifest(launchedBy('javascript:alert(1)'))),
  one('a page in an address for a launch file', 'launch-file-missing', withManifest(launchedBy('data:text/html,x'))),
  one('a file of the machine for a launch file', 'launch-file-missing', withManifest(launchedBy('file:///etc/passwd'))),
  one('a drive for a launch file', 'launch-file-missing', withManifest(launchedBy('C:/x.html'))),
  one('the way up in percents', 'launch-file-missing', withManifest(launchedBy('..%2f..%2fetc%2fpasswd'))),
];

/** Courses by cmi5 and H5P. */
const others: readonly HostilePackage[] = [
  one('parts with one id', 'cmi5-duplicate-id', cmi5With(unit('https://example.org/a', 'a.html').repeat(2))),
  one(
    'thousands of parts with one id',
    'cmi5-duplicate-id',
    cmi5With(unit('https://example.org/a', 'a.html').repeat(5_000)),
  ),
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'blob:x', 'file:///x'].map((url) =>
    one(`a part at ${url}`, 'cmi5-url-invalid', auAt(url)),
  ),
  one('a part on a server without a scheme', 'cmi5-url-invalid', auAt('//evil.example/x')),
  one('a part at the top of the server', 'cmi5-url-invalid', auAt('/a.html')),
  one('a part on the way up', 'cmi5-url-invalid', auAt('../a.html')),
  one('a part on the way up in percents', 'cmi5-url-invalid', auAt('%2e%2e/a.html')),
  one('a part that is a script in percents', 'launch-file-missing', auAt('java%73cript:alert(1)')),
  one('a part with a backslash', 'cmi5-url-invalid', auAt('\\\\evil.example\\x')),
  one('H5P with 2,400 libraries that need each other', null, () => h5p(2_400)),
  one('H5P within H5P within H5P', 'h5p-json', () => buildZip([{ name: 'h5p.json', data: '['.repeat(400_000) }])),
  one('pages that are all script', null, () =>
    buildZip([
      ...whole,
      ...many(60, (at) => ({ name: `p${String(at)}.html`, data: 'parent.aaaaaaaa '.repeat(120_000), stored: true })),
    ]),
  ),
];

function manyAttributes(): string {
  const said = Array.from({ length: 700_000 }, (_, at) => `a${String(at)}=""`).join(' ');
  return `<manifest ${said}/>`;
}

function manyItems(): string {
  const items = '<item identifierref="z"/>'.repeat(24_000);
  const resources = Array.from({ length: 24_000 }, (_, at) => `<resource identifier="r${String(at)}" href="a"/>`).join(
    '',
  );
  return `<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"><metadata><schemaversion>1.2</schemaversion></metadata>
    <organizations><organization>${items}</organization></organizations><resources>${resources}</resources></manifest>`;
}

function sequencedAlone(): string {
  return `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"><metadata><schemaversion>2004 4th Edition</schemaversion></metadata>
    <organizations default="o"><organization identifier="o"><item identifier="i"><title>I</title><imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing></item></organization></organizations><resources/></manifest>`;
}

export const hostilePackages: readonly HostilePackage[] = [...archives, ...manifests, ...others];
