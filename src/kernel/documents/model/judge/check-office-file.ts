import { ok, refuse, type Result } from '#platform/base';
import type { FileKind } from '../file-kind.ts';
import type { FileRefusal } from '../file-refusal.ts';
import { readCentralDirectory } from './archive/central-directory.ts';
import { unpackXml } from './archive/unpack-entry.ts';

/** Kinds that are zip archives inside. */
export type OfficeKind = Extract<FileKind, 'docx' | 'odt' | 'xlsx'>;

const mainPart: Readonly<Record<OfficeKind, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  odt: 'content.xml',
};
const mainType: Readonly<Record<OfficeKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  odt: 'application/vnd.oasis.opendocument.text',
};
const macroParts = /(^|\/)(vbaproject|vbadata)[^/]*$|(^|\/)macrosheets\/|^(basic|scripts)\//i;
const embeddedParts =
  /(^|\/)(embeddings|activex|afchunk[^/]*|externallinks|connections\.xml|querytables)(\/|$)|^object[^/]*\//i;

/** Names of the parts that are read and judged. */
const readNames = /\.(xml|rels|vml)$/i;
// What a prefix stands for is up to each part, so every prefix is taken for the one we look for.
const hiddenCode = /<(?:[^\s<>/:="]+:)?event-listener\b|<office:script\b/i;
const hiddenObject = /<(?:[^\s<>/:="]+:)?(?:altChunk|OLEObject)\b|<draw:(object|object-ole|plugin|applet)\b/i;

/** XML parts of an office file by their name in the archive. */
export type OfficeParts = ReadonlyMap<string, string>;

/**
 * Judges an office file from its list, then every XML part: it is what its name says, has no macros, no
 * embedded objects, no document types, and reaches for nothing outside when opened. Links that only a
 * person can follow (https, mailto) are no such reach.
 */
export function checkOfficeFile(bytes: Uint8Array, kind: OfficeKind): Result<OfficeParts, FileRefusal> {
  const listed = readCentralDirectory(bytes);
  if (!listed.ok) return listed;
  const names = listed.value.map(({ name }) => name);
  if (names.some((name) => macroParts.test(name))) return refuse({ type: 'HasMacros' });
  if (names.some((name) => embeddedParts.test(name))) return refuse({ type: 'HasEmbeddedObject' });
  if (!names.includes(mainPart[kind])) return refuse({ type: 'ContentContradictsName' });
  const parts = new Map<string, string>();
  for (const entry of listed.value.filter(({ name }) => readNames.test(name) || name === 'mimetype')) {
    const text = unpackXml(bytes, entry);
    if (!text.ok) return text;
    parts.set(entry.name, text.value);
  }
  return judgeParts(parts, kind);
}

function judgeParts(parts: OfficeParts, kind: OfficeKind): Result<OfficeParts, FileRefusal> {
  const types = parts.get(kind === 'odt' ? 'mimetype' : '[Content_Types].xml') ?? '';
  if (/macroEnabled|vbaProject|ms-office\.activeX/i.test(types)) return refuse({ type: 'HasMacros' });
  if (!types.includes(mainType[kind])) return refuse({ type: 'ContentContradictsName' });
  if (hasUnreadXml(types)) return refuse({ type: 'FileUnreadable' });
  for (const [name, text] of parts) {
    if (hiddenCode.test(text)) return refuse({ type: 'HasMacros' });
    if (hiddenObject.test(text)) return refuse({ type: 'HasEmbeddedObject' });
    if (name.endsWith('.rels') && externalTargets(text).some((one) => !isFollowedByHand(one)))
      return refuse({ type: 'HasExternalRelationship' });
    if (kind === 'odt' && reachesOut(text)) return refuse({ type: 'HasExternalRelationship' });
  }
  return ok(parts);
}

/** Whether a part is declared as XML under a name that we would not read. */
function hasUnreadXml(types: string): boolean {
  return [...types.matchAll(/<(?:[^\s<>/:="]+:)?(?:Override|Default)\b[^>]*>/g)].some(
    ([tag]) =>
      /^\s*(application|text)\/(.*\+)?xml\s*(;|$)/i.test(attribute(tag, 'ContentType')) &&
      !readNames.test(attribute(tag, 'PartName') || `.${attribute(tag, 'Extension')}`),
  );
}

/** A relationship of a package that leads outside it. */
export interface ExternalTarget {
  readonly relation: string;
  readonly target: string;
}

/** Every relationship of a `.rels` part that leads outside the file. */
export function externalTargets(rels: string): readonly ExternalTarget[] {
  return [...rels.matchAll(/<(?:[^\s<>/:="]+:)?Relationship\b[^>]*>/g)]
    .map(([tag]) => ({ tag, target: attribute(tag, 'Target'), relation: attribute(tag, 'Type') }))
    .filter(
      ({ tag, target }) =>
        /external/i.test(attribute(tag, 'TargetMode')) || /^([a-z][a-z\d+.-]*:|\/\/|\\\\)/i.test(target),
    );
}

function isFollowedByHand({ relation, target }: ExternalTarget): boolean {
  return /\/hyperlink$/.test(relation) && /^(https:|mailto:)/i.test(target);
}

function reachesOut(text: string): boolean {
  return [...text.matchAll(/<([^\s<>/="]+)[^>]* (?:[^\s<>/:="]+:)?href="[^>]*>/g)].some(([tag, element]) =>
    // An element may carry several under different prefixes; which one counts is not for us to guess.
    [...tag.matchAll(/ (?:[^\s<>/:="]+:)?href="([^"]*)"/g)].some(([, target = '']) =>
      element === 'text:a' ? !/^(https:|mailto:|#)/i.test(target) : /^([a-z][a-z\d+.-]*:|\/|\.\.|\\)/i.test(target),
    ),
  );
}

/** Value of an attribute in the plain spelling; one with a prefix is another attribute. */
function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
