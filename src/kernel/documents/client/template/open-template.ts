import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { ok, refuse, type Result } from '#platform/base';
import type { FileRefusal } from '../../model/file-refusal.ts';
import type { TemplateRefusal } from '../../model/template-fields.ts';
import { fileLimits } from '../../model/file-kind.ts';
import { checkOfficeFile, externalTargets, type OfficeParts } from '../../model/judge/check-office-file.ts';
import { listFieldCodes } from './field-codes.ts';

/** One tag as it stands in the template, with the tags inside it when it is a loop. */
export interface FoundTag {
  readonly value: string;
  readonly inner: readonly FoundTag[] | null;
}

/** A template that is compiled, and the tags it holds. */
export interface OpenedTemplate {
  readonly document: Docxtemplater;
  /** The archive that filling in changes. */
  readonly archive: PizZip;
  readonly tags: readonly FoundTag[];
}

/**
 * Checks and compiles a Word template. The rules of files hold, and of what leads outside only https
 * links are left; raw XML and other delimiters are not part of the language.
 */
export function openTemplate(
  bytes: Uint8Array,
  parser: NonNullable<DXT.ConstructorOptions['parser']>,
  nullGetter: () => string,
): Result<OpenedTemplate, FileRefusal | TemplateRefusal> {
  if (bytes.length > fileLimits.bytes) return refuse({ type: 'FileTooLarge' });
  const checked = checkOfficeFile(bytes, 'docx');
  if (!checked.ok) return checked;
  const refused = judgeTemplate(checked.value);
  if (refused) return { ok: false, refusal: refused };
  const parts: DXT.Part[] = [];
  const collector: DXT.Module = {
    name: 'tags',
    set: (options: unknown) => {
      parts.push(...postparsed(options));
    },
  };
  try {
    const options = {
      modules: [collector],
      paragraphLoop: true,
      linebreaks: true,
      parser,
      nullGetter,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
    };
    const archive = new PizZip(bytes);
    const document = new Docxtemplater(archive, options);
    const raw = parts.filter(({ module }) => module === 'rawxml').map(({ value }) => `@${value}`);
    return raw.length > 0
      ? refuse({ type: 'TemplateUnknownFields', tags: raw })
      : ok({ document, archive, tags: tagsOf(parts) });
  } catch (error) {
    return refuse({ type: 'TemplateBroken', tags: brokenTags(error) });
  }
}

function judgeTemplate(parts: OfficeParts): FileRefusal | TemplateRefusal | null {
  const codes: string[] = [];
  for (const [name, text] of parts) {
    if (name.endsWith('.rels') && externalTargets(text).some(({ target }) => !/^https:/i.test(target)))
      return { type: 'HasExternalRelationship' };
    if (/<(?:[^\s<>/:="]+:)?(mailMerge|attachedTemplate|subDoc)\b/.test(text))
      return { type: 'HasExternalRelationship' };
    codes.push(...listFieldCodes(text).filter((code) => !isAllowedCode(code)));
  }
  return codes.length > 0
    ? { type: 'TemplateFieldCodes', codes: [...new Set(codes.map((code) => code.split(/\s/)[0] ?? ''))] }
    : null;
}

function isAllowedCode(code: string): boolean {
  // A table of contents links its lines with HYPERLINK \l, which stays inside the document.
  return (
    /^(PAGE|NUMPAGES|SECTIONPAGES|DATE|TOC|REF|PAGEREF|NOTEREF)(\s|$)/i.test(code) ||
    /^HYPERLINK\s+\\l\s+"?[\w-]+"?(\s+\\[ho])*$/i.test(code)
  );
}

function postparsed(options: unknown): readonly DXT.Part[] {
  if (typeof options !== 'object' || options === null || !('inspect' in options)) return [];
  const { inspect } = options;
  if (
    typeof inspect !== 'object' ||
    inspect === null ||
    !('postparsed' in inspect) ||
    !Array.isArray(inspect.postparsed)
  )
    return [];
  // The library promises parts here; its own types leave what modules are told open.
  return inspect.postparsed as DXT.Part[];
}

function tagsOf(parts: readonly DXT.Part[]): readonly FoundTag[] {
  return parts
    .filter(({ type }) => type === 'placeholder')
    .map(({ value, subparsed }) => ({ value, inner: subparsed ? tagsOf(subparsed) : null }));
}

function brokenTags(error: unknown): readonly string[] {
  if (!(error instanceof Error) || !('properties' in error)) throw error;
  const { properties } = error;
  const list =
    typeof properties === 'object' && properties !== null && 'errors' in properties && Array.isArray(properties.errors)
      ? properties.errors
      : [error];
  return list.flatMap((one: unknown) => {
    const found = lookTag(one);
    return found === null ? [] : [found];
  });
}

function lookTag(error: unknown): string | null {
  const properties: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'properties') : null;
  const tag: unknown = typeof properties === 'object' && properties !== null ? Reflect.get(properties, 'xtag') : null;
  return typeof tag === 'string' ? tag.slice(0, 80) : null;
}
