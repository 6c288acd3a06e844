import { isJsonObject, type JsonObject } from './check-value.ts';

/**
 * The definition of an activity after another one of it came. Who may define (`all`) says what holds, language by language;
 * others may only add what is not there: a definition at all, or languages of its name and description.
 */
export function mergeDefinition(held: JsonObject | null, given: JsonObject, mayDefine: boolean): JsonObject {
  if (held === null) return given;
  const merged: Record<string, unknown> = { ...held };
  for (const [key, value] of Object.entries(given)) {
    const before = held[key];
    const isMap = (key === 'name' || key === 'description') && isJsonObject(value) && isJsonObject(before);
    if (isMap) merged[key] = mayDefine ? { ...before, ...value } : { ...value, ...before };
    else if (mayDefine) merged[key] = value;
  }
  return merged;
}
