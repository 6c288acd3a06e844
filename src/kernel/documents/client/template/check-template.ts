import { ok, refuse, type Result } from '#platform/base';
import type { FileRefusal } from '../../model/file-refusal.ts';
import {
  templateFields,
  templateNeeds,
  type TemplateNeed,
  type TemplateRefusal,
  type TemplateReport,
  type TemplateTag,
} from '../../model/template-fields.ts';
import { openTemplate, type FoundTag } from './open-template.ts';
import { readTag } from './read-tag.ts';

type Known = (typeof templateFields)[string];

/**
 * Judges a template at upload and lists every tag with what it will reveal. Refuses unknown fields and
 * filters by their own words, and fields about health or accounts that the template does not announce.
 */
export function checkTemplate(bytes: Uint8Array): Result<TemplateReport, FileRefusal | TemplateRefusal> {
  const opened = openTemplate(
    bytes,
    () => ({ get: () => '' }),
    () => '',
  );
  return opened.ok ? reportTags(opened.value.tags) : opened;
}

/** The report of compiled tags; also what filling in relies on. */
export function reportTags(found: readonly FoundTag[]): Result<TemplateReport, TemplateRefusal> {
  const tags = new Map<string, TemplateTag>();
  const unknown = new Set<string>();
  const needs = new Set<TemplateNeed>();
  const walk = (list: readonly FoundTag[], scopes: readonly Known[]): void => {
    for (const { value, inner } of list) {
      const need = templateNeeds.find((one) => value === `needs:${one}`);
      if (need) {
        needs.add(need);
        continue;
      }
      const known = findField(value, scopes);
      if (known) tags.set(value, { tag: value, reveals: known.reveals });
      else unknown.add(value);
      if (inner) walk(inner, known ? [...scopes, known] : scopes);
    }
  };
  walk(found, []);
  if (unknown.size > 0) return refuse({ type: 'TemplateUnknownFields', tags: [...unknown] });
  const unsaid = templateNeeds.filter(
    (need) => !needs.has(need) && [...tags.values()].some(({ reveals }) => reveals === need),
  );
  return unsaid.length > 0
    ? refuse({ type: 'TemplateNeedsNotSaid', needs: unsaid })
    : ok({ tags: [...tags.values()], needs: [...needs] });
}

/** The field a tag means: of the innermost row first, then of the whole. */
function findField(tag: string, scopes: readonly Known[]): Known | null {
  const parts = readTag(tag);
  if (!parts) return null;
  const innermost = scopes.at(-1);
  if (parts.path === '.') return innermost ?? null;
  for (const { items } of scopes.toReversed()) {
    const found = items && Object.hasOwn(items, parts.path) ? items[parts.path] : undefined;
    if (found) return found;
  }
  return (Object.hasOwn(templateFields, parts.path) ? templateFields[parts.path] : undefined) ?? null;
}
