import { buildZip, type ZippedFile } from './build-zip.ts';

/** An item of a package that a test makes: its title, its file, and what stands in it. */
export interface MadeItem {
  readonly title: string;
  readonly file: string;
  readonly type?: 'sco' | 'asset';
  readonly more?: string;
}

/** A SCORM package with these items and files. */
export function buildScorm(
  kind: 'scorm12' | 'scorm2004',
  items: readonly MadeItem[],
  files: readonly ZippedFile[],
): Buffer {
  const version = kind === 'scorm12' ? '1.2' : '2004 4th Edition';
  const type = kind === 'scorm12' ? 'scormtype' : 'scormType';
  const space = kind === 'scorm12' ? 'adlcp_rootv1p2' : 'adlcp_v1p3';
  const manifest = `<?xml version="1.0"?><manifest identifier="m" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/${space}"><metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
    <organizations default="o"><organization identifier="o"><title>A foreign course</title>${items
      .map(
        ({ title, more = '' }, at) =>
          `<item identifier="i${at}" identifierref="r${at}"><title>${title}</title>${more}</item>`,
      )
      .join('')}</organization></organizations><resources>${items
      .map(
        ({ file, type: kindOf = 'sco' }, at) =>
          `<resource identifier="r${at}" type="webcontent" adlcp:${type}="${kindOf}" href="${file}"><file href="${file.split('?')[0]}"/></resource>`,
      )
      .join('')}</resources></manifest>`;
  return buildZip([{ name: 'imsmanifest.xml', data: manifest }, ...files]);
}

/** A cartridge with one page. */
export function buildCartridge(page: string): Buffer {
  const manifest = `<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"><metadata><schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion></metadata><organizations/><resources><resource identifier="r" type="webcontent"
    href="a.html"><file href="a.html"/></resource></resources></manifest>`;
  return buildZip([
    { name: 'imsmanifest.xml', data: manifest },
    { name: 'a.html', data: page },
  ]);
}

/** A package by cmi5 of two parts: one with this page, one on another server. */
export function buildCmi5(page: string): Buffer {
  const au = (at: number, url: string): string =>
    `<au id="https://example.org/own/${at}" moveOn="Completed"><title><langstring lang="en">Part ${at}</langstring></title>
      <description><langstring lang="en">D</langstring></description><url>${url}</url></au>`;
  const structure = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/own">
    <title><langstring lang="en">Spoken to us</langstring></title><description><langstring lang="en">D</langstring></description></course>
    ${au(0, 'a.html')}${au(1, 'https://example.org/elsewhere.html')}</courseStructure>`;
  return buildZip([
    { name: 'cmi5.xml', data: structure },
    { name: 'a.html', data: page },
  ]);
}
