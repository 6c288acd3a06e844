import type { TemplateValue, TemplateValues } from '../../model/template-fields.ts';

/**
 * A frozen copy without prototypes, so that a path can reach nothing but what was put in. Anything that
 * is not plain data is a defect of the caller.
 */
export function freezeValues(value: TemplateValues): TemplateValues {
  const copy: Record<string, TemplateValue> = {};
  Object.setPrototypeOf(copy, null);
  for (const key of Object.keys(value)) copy[key] = freezeValue(value[key] ?? null);
  return Object.freeze(copy);
}

function freezeValue(value: TemplateValue): TemplateValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (isList(value)) return Object.freeze(value.map(freezeValue));
  if (typeof value === 'object') return freezeValues(value);
  throw new TypeError('a template value is not plain data');
}

/** Tells lists from rows for the type check as well. */
function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}
