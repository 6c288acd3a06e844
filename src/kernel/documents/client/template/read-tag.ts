import { templateFilters, type TemplateFilter } from '../../model/template-fields.ts';

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
