import type { TemplateFilter, TemplateValue, TemplateValues } from '../../model/template-fields.ts';
import { templateFilters } from '../../model/template-fields.ts';

/** A tag taken apart: the path of the field and the filters behind it. */
export interface TagParts {
  readonly path: string;
  readonly filters: readonly TemplateFilter[];
}

/** Takes a tag apart; null when it is neither a plain path nor a known filter. No expression is ever read. */
export function readTag(tag: string): TagParts | null {
  const [path = '', ...names] = tag.split('|').map((part) => part.trim());
  if (path !== '.' && !/^[a-zA-Z]+(\.[a-zA-Z]+)*$/.test(path)) return null;
  const filters: TemplateFilter[] = [];
  for (const name of names) {
    const filter = templateFilters.find((known) => known === name);
    if (!filter) return null;
    filters.push(filter);
  }
  return { path, filters };
}

/**
 * A frozen copy without prototypes, so that a path can reach nothing but what was put in. Anything that
 * is not plain data is a defect of the caller.
 */
export function freezeValues(value: TemplateValues): TemplateValues {
  const copy: Record<string, TemplateValue> = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = freezeValue(value[key] ?? null);
  return Object.freeze(copy);
}

function freezeValue(value: TemplateValue): TemplateValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isList(value)) return Object.freeze(value.map(freezeValue));
  if (typeof value === 'object') return freezeValues(value);
  throw new TypeError('a template value is not plain data');
}

/** Tells lists from rows for the type check as well. */
export function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

/** The value at a path, by own properties only; undefined when a step of the path is not there. */
export function lookUp(scope: unknown, path: string): unknown {
  if (path === '.') return scope;
  let value: unknown = scope;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
