import { isJsonObject, type JsonObject } from './check-value.ts';
import { mapStatement } from './map-statement.ts';

/**
 * A statement with the definitions that the store holds of its activities, and one language in each map (format `canonical`).
 * `languages`: what is preferred, best first.
 */
export function toCanonical(
  statement: JsonObject,
  definitionOf: (activity: string) => JsonObject | null,
  languages: readonly string[],
): JsonObject {
  return mapStatement(statement, {
    verb: (verb) =>
      isJsonObject(verb['display']) ? { ...verb, display: oneLanguage(verb['display'], languages) } : verb,
    activity: (activity) => {
      const definition = definitionOf(String(activity['id'])) ?? activity['definition'];
      return isJsonObject(definition) ? { ...activity, definition: inOneLanguage(definition, languages) } : activity;
    },
  });
}

const componentLists = ['choices', 'scale', 'source', 'target', 'steps'];

function inOneLanguage(definition: JsonObject, languages: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => {
      if ((key === 'name' || key === 'description') && isJsonObject(value)) return [key, oneLanguage(value, languages)];
      if (!componentLists.includes(key) || !Array.isArray(value)) return [key, value];
      return [key, value.map((one: unknown) => (isJsonObject(one) ? inOneLanguage(one, languages) : one))];
    }),
  );
}

function oneLanguage(map: JsonObject, languages: readonly string[]): JsonObject {
  const offered = Object.keys(map);
  const [first] = offered;
  if (first === undefined) return map;
  const chosen = languages.map((wanted) => bestOf(offered, wanted.toLowerCase())).find((one) => one !== undefined);
  const key = chosen ?? first;
  return { [key]: map[key] };
}

/** The language itself, else one that it begins (`en` finds `en-GB`), else the one that it begins with. */
function bestOf(offered: readonly string[], wanted: string): string | undefined {
  const by = (fits: (tag: string) => boolean) => offered.find((tag) => fits(tag.toLowerCase()));
  return (
    by((tag) => tag === wanted) ??
    by((tag) => tag.startsWith(`${wanted}-`)) ??
    by((tag) => wanted.startsWith(`${tag}-`))
  );
}

/** The languages of an `Accept-Language` header, best first; what has no weight above zero is left out. */
export function readLanguages(header: string | null): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .toSorted((left, right) => right.weight - left.weight)
    .map(({ tag }) => tag);
}
