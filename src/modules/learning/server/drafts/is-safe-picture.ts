import { crc32 } from 'node:zlib';
import { readXml, within } from '../packages/read-xml.ts';

/** Elements of a drawing that draw, and nothing that runs, fetches, opens or holds another document. */
const drawn = new Set(
  [
    ...['svg', 'g', 'defs', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
    ...[
      'text',
      'tspan',
      'clipPath',
      'mask',
      'linearGradient',
      'radialGradient',
      'stop',
      'pattern',
      'symbol',
      'use',
      'marker',
    ],
  ].map((name) => name.toLowerCase()),
);
const drawingNamespace = 'http://www.w3.org/2000/svg';

/** Whether a picture may stand in a course: a PNG that is whole, or a drawing that only draws. By what is in it, never by its name. */
export function isSafePicture(name: string, bytes: Uint8Array): boolean {
  return name.endsWith('.svg') ? isSafeDrawing(bytes) : isWholePng(bytes);
}

function isSafeDrawing(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  // Other instructions than the first line could name a style sheet elsewhere; what is no text is no drawing.
  if (text.includes('\uFFFD') || /<\?(?!xml )/i.test(text) || !Buffer.from(text).equals(Buffer.from(bytes)))
    return false;
  const read = readXml(bytes);
  if (!read.ok || read.value.name !== 'svg') return false;
  return within(read.value).every(
    ({ name, namespace, attributes, hidesAttribute }) =>
      namespace === drawingNamespace &&
      !hidesAttribute &&
      drawn.has(name.toLowerCase()) &&
      [...attributes].every(([key, value]) => isSafeAttribute(key.toLowerCase(), value)),
  );
}

/** Nothing that runs; and what is named lies within the drawing. */
function isSafeAttribute(key: string, value: string): boolean {
  if (key.startsWith('on') || key === 'src') return false;
  if (key === 'href') return /^#[\w-]+$/.test(value);
  const named = value.replaceAll(/url\(\s*["']?#[\w-]+["']?\s*\)/g, '');
  // Escapes could hide what is looked for.
  return !/\\|url\s*\(|image-set\s*\(|image\s*\(|src\s*\(|javascript:|data:|@import|expression\s*\(/i.test(named);
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const mostPixels = 4_000;

/** Reads the parts of a PNG one after the other: each as long as it says and with its checksum, the last one at the end of the file. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes);
  if (view.length < 45 || !signature.every((byte, at) => view[at] === byte)) return false;
  let at = signature.length;
  for (let first = true; at + 12 <= view.length; first = false) {
    const length = view.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > view.length) return false;
    const kind = view.toString('latin1', at + 4, at + 8);
    if (crc32(view.subarray(at + 4, end - 4)) !== view.readUInt32BE(end - 4)) return false;
    if (first && (kind !== 'IHDR' || Math.max(view.readUInt32BE(at + 8), view.readUInt32BE(at + 12)) > mostPixels))
      return false;
    if (kind === 'IEND') return end === view.length;
    at = end;
  }
  return false;
}
