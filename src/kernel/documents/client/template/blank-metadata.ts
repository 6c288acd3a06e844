import type PizZip from 'pizzip';

const core =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Baken</dc:creator><cp:lastModifiedBy>Baken</cp:lastModifiedBy></cp:coreProperties>';
const app =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Baken</Application></Properties>';
const custom =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';

/** The file without who made it, where and when; entries carry no time of day. */
export function blankMetadata(zip: PizZip): Uint8Array {
  for (const [name, content] of [
    ['docProps/core.xml', core],
    ['docProps/app.xml', app],
    ['docProps/custom.xml', custom],
  ] as const) {
    if (zip.file(name)) zip.file(name, content);
  }
  for (const file of Object.values(zip.files)) file.date = new Date(1980, 0, 1);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
