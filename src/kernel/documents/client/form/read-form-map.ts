import { parse, stringify } from 'yaml';
import { ok, refuse, type Result } from '#platform/base';
import { formMapSchema, type FormMap, type FormRefusal } from '../../model/form-map.ts';

const longestMap = 200_000;

/**
 * Reads a form map as it is written in `forms/<country>/<id>.yaml`. Refuses by the path in the map what does
 * not belong there; references inside the file are not followed.
 */
export function readFormMap(text: string): Result<FormMap, FormRefusal> {
  if (text.length > longestMap) return refuse({ type: 'FormMapWrong', fields: ['-'] });
  let written: unknown;
  try {
    written = parse(text, { maxAliasCount: 0 });
  } catch {
    // The library throws for every kind of broken text; the reader gets one answer.
    return refuse({ type: 'FormMapWrong', fields: ['-'] });
  }
  const map = formMapSchema.safeParse(written);
  if (map.success) return ok(map.data);
  const paths = map.error.issues.map(({ path }) => path.join('.') || '-');
  return refuse({ type: 'FormMapWrong', fields: [...new Set(paths)].slice(0, 20) });
}

/** A form map as text that reads back as the same map. */
export function writeFormMap(map: FormMap): string {
  return stringify(map);
}
