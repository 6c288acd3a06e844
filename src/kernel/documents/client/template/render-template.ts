import { ok, refuse, type Result } from '#platform/base';
import type { Language } from '#kernel/languages';
import type { FileRefusal } from '../../model/file-refusal.ts';
import type { TemplateNeed, TemplateRefusal, TemplateValues } from '../../model/template-fields.ts';
import { applyFilter } from './apply-filter.ts';
import { blankMetadata } from './blank-metadata.ts';
import { reportTags } from './check-template.ts';
import { freezeValues } from './freeze-values.ts';
import { lookUp } from './look-up.ts';
import { openTemplate } from './open-template.ts';
import { readTag, type TagParts } from './read-tag.ts';

/** A template with what goes into it. */
export interface TemplateInput {
  readonly template: Uint8Array;
  readonly values: TemplateValues;
  readonly language: Language;
  /** What both readers saw that the template needs. */
  readonly seenNeeds?: readonly TemplateNeed[];
}

/** A filled letter, and the fields that had no value: dots stand there, to be filled by hand. */
export interface RenderedTemplate {
  readonly bytes: Uint8Array;
  readonly emptyFields: readonly string[];
}

const dots = '…………';
// What XML cannot hold or a reader cannot see: controls but tab and line end, half letters, non-characters.
const unprintable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u;

/**
 * Fills in a Word template on the device. Values are looked up by path in a frozen copy, escaped by the
 * library, and nothing is evaluated. Refuses what `checkTemplate` refuses, a need that was not seen, a
 * filter that does not fit its value, and control characters by the field's name.
 */
export function renderTemplate({
  template,
  values,
  language,
  seenNeeds = [],
}: TemplateInput): Result<RenderedTemplate, FileRefusal | TemplateRefusal> {
  const frozen = freezeValues(values);
  const empty = new Set<string>();
  const refusals: TemplateRefusal[] = [];
  const resolve = (tag: string) => {
    const parts = readTag(tag);
    return { get: (scope: unknown, context: unknown): unknown => (parts ? answer(parts, tag, scope, context) : '') };
  };
  const answer = (parts: TagParts, tag: string, scope: unknown, context: unknown): unknown => {
    const value = lookUp(scope, parts.path);
    if (value === undefined && !isOutermost(context)) return undefined;
    if (isLoop(context)) return value;
    if (value === undefined || value === null || value === '') {
      empty.add(tag);
      return dots;
    }
    return writeValue(parts, tag, value, language, refusals);
  };
  const opened = openTemplate(template, resolve, () => '');
  if (!opened.ok) return opened;
  const report = reportTags(opened.value.tags);
  if (!report.ok) return report;
  const unseen = report.value.needs.filter((need) => !seenNeeds.includes(need));
  if (unseen.length > 0) return refuse({ type: 'TemplateNeedsNotSeen', needs: unseen });
  opened.value.document.render(frozen);
  const [first] = refusals;
  if (first) return { ok: false, refusal: first };
  return ok({ bytes: blankMetadata(opened.value.archive), emptyFields: [...empty] });
}

function writeValue(
  parts: TagParts,
  tag: string,
  value: unknown,
  language: Language,
  refusals: TemplateRefusal[],
): string {
  let written: unknown = value;
  for (const filter of parts.filters) {
    written = applyFilter(filter, written, language);
    if (written === null) {
      refusals.push({ type: 'TemplateFilter', tag });
      return '';
    }
  }
  const text = typeof written === 'string' ? written : typeof written === 'number' ? String(written) : null;
  if (text === null) refusals.push({ type: 'TemplateFilter', tag });
  else if (unprintable.test(text)) refusals.push({ type: 'ControlCharacter', field: parts.path });
  else return text.normalize('NFC');
  return '';
}

interface TagContext {
  readonly num: number;
  readonly meta: { readonly part: { readonly module?: string } };
}

function isLoop(context: unknown): boolean {
  // The library hands every lookup its own context; the type of it is not part of its declared interface.
  return (context as TagContext).meta.part.module === 'loop';
}

function isOutermost(context: unknown): boolean {
  // As above: `num` counts the rows around a tag, 0 is the whole.
  return (context as TagContext).num === 0;
}
