import { templateFields, type TemplateValue, type TemplateValues } from '#kernel/documents';

/** One field of a template or form with what will stand there. */
export interface FilledValue {
  readonly field: string;
  readonly reveals: string;
  /** The words as they will be read, shortened; null when there is no value. */
  readonly value: string | null;
}

/** What fields will be filled with, each once, in the order of the template. Fields inside a list belong to the list. */
export function filledValues(tags: readonly string[], values: TemplateValues): readonly FilledValue[] {
  const paths = tags.map((tag) => (tag.split('|')[0] ?? '').trim());
  return [...new Set(paths)].flatMap((field) => {
    const known = Object.hasOwn(templateFields, field) ? templateFields[field] : undefined;
    return known ? [{ field, reveals: known.reveals, value: written(valueAt(values, field)) }] : [];
  });
}

function valueAt(values: TemplateValues, path: string): TemplateValue | undefined {
  let value: TemplateValue | undefined = values;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || isList(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** Tells lists from rows for the type check as well. */
function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

const longest = 140;

function written(value: TemplateValue | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'object') {
    const words = isList(value)
      ? value.map((one) => written(typeof one === 'object' && one !== null && 'title' in one ? one['title'] : one))
      : [];
    return words.length === 0 ? null : shortened(words.filter((one) => one !== null).join('; '));
  }
  return shortened(String(value));
}

function shortened(text: string): string {
  const letters = Array.from(text.replaceAll('\n', ' '));
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('');
}
