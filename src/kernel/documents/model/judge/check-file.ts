import { ok, refuse, type Result } from '#platform/base';
import { cleanFileName, fileLimits, isPicture, kindOfName, mediaTypeOf, type FileKind } from '../file-kind.ts';
import type { FileRefusal } from '../file-refusal.ts';
import { checkOfficeFile } from './check-office-file.ts';
import { pictureSize } from './picture-size.ts';

/** A file that may be cleaned, sealed and kept. */
export interface AcceptedFile {
  readonly kind: FileKind;
  readonly mediaType: string;
  /** The name without anything that could mislead or harm. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A PDF with a password: can be kept, never be part of a bundle. */
  readonly encrypted: boolean;
}

/**
 * Judges a file on the device before it is sealed (security design, section 12): its kind by name and by
 * leading bytes, size, pixels, and what office files hide. The bytes stay as they are.
 */
export function checkFile(bytes: Uint8Array, name: string): Result<AcceptedFile, FileRefusal> {
  if (bytes.length === 0) return refuse({ type: 'FileEmpty' });
  if (bytes.length > fileLimits.bytes) return refuse({ type: 'FileTooLarge' });
  const kind = kindOfName(name);
  if (!kind) return refuse({ type: 'KindNotAllowed' });
  if (!startsLike(bytes, kind)) return refuse({ type: 'ContentContradictsName' });
  const refused = judgeContent(bytes, kind);
  if (refused) return { ok: false, refusal: refused };
  const encrypted = kind === 'pdf' && asLatin(bytes).search(/\/Encrypt(\s+\d+\s+\d+\s+R|\s*<<)/) >= 0;
  return ok({ kind, mediaType: mediaTypeOf(kind), name: cleanFileName(name, kind), bytes, encrypted });
}

function judgeContent(bytes: Uint8Array, kind: FileKind): FileRefusal | null {
  if (kind === 'docx' || kind === 'odt' || kind === 'xlsx') {
    const checked = checkOfficeFile(bytes, kind);
    return checked.ok ? null : checked.refusal;
  }
  if (kind === 'pdf') return asLatin(bytes.subarray(-2048)).includes('%%EOF') ? null : { type: 'FileUnreadable' };
  if (!isPicture(kind)) return null;
  const size = pictureSize(bytes);
  if (!size) return { type: 'FileUnreadable' };
  return size.width * size.height > fileLimits.pixels ? { type: 'PictureTooLarge' } : null;
}

const archive = (start: string): boolean => start.startsWith('PK\u0003\u0004');
const starts: Readonly<Record<Exclude<FileKind, 'text'>, (start: string) => boolean>> = {
  pdf: (start) => /^%PDF-\d\.\d/.test(start),
  docx: archive,
  odt: archive,
  xlsx: archive,
  jpeg: (start) => start.startsWith('\u00ff\u00d8\u00ff'),
  png: (start) => start.startsWith('\u0089PNG\r\n\u001a\n'),
  webp: (start) => /^RIFF[^]{4}WEBPVP8[ LX]/.test(start),
};
/** How programs, scripts and other archives begin that could be called text. */
const otherStarts = ['\u007fELF', 'MZ', '#!', 'Rar!', '7z\u00bc\u00af', '\u001f\u008b', '{\\rtf', 'GIF8'];

function startsLike(bytes: Uint8Array, kind: FileKind): boolean {
  const start = asLatin(bytes.subarray(0, 64));
  return kind === 'text' ? isPlainText(bytes, start) : starts[kind](start);
}

/** Text has no control but tab and line ends, and does not begin like markup or any other kind of file. */
function isPlainText(bytes: Uint8Array, start: string): boolean {
  if (Object.values(starts).some((begins) => begins(start))) return false;
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|svg|script|head|body|iframe)/i.test(start)) return false;
  if (otherStarts.some((other) => start.startsWith(other))) return false;
  return !bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12);
}

/** One character a byte, so that patterns can be sought in any file. */
function asLatin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}
