import type { XapiVersion } from './xapi-version.ts';

/** What is wrong with a value: the rule that it breaks, and the way to the property from where the check began. */
export interface Finding {
  readonly rule: string;
  /** `.actor.member[2].mbox`; empty for the value itself. */
  readonly path: string;
}

/** Looks at a value of JSON; null when no rule is broken. Only the first broken rule is told. */
export type Check = (value: unknown, version: XapiVersion) => Finding | null;

/** An object as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object that is neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A rule on a value of its own. */
export function valueThat(rule: string, test: (value: unknown, version: XapiVersion) => boolean): Check {
  return (value, version) => (test(value, version) ? null : { rule, path: '' });
}

/** A rule on a text. */
export function textThat(rule: string, test: (text: string, version: XapiVersion) => boolean): Check {
  return (value, version) => (typeof value === 'string' && test(value, version) ? null : { rule, path: '' });
}

/** A list whose parts all pass. */
export function listOf(rule: string, part: Check, least = 0): Check {
  return (value, version) => {
    if (!Array.isArray(value) || value.length < least) return { rule, path: '' };
    for (const [at, one] of value.entries()) {
      const found = part(one, version);
      if (found !== null) return { rule: found.rule, path: `[${at}]${found.path}` };
    }
    return null;
  };
}

/** An object whose keys all have a form, and whose values all pass. */
export function mapOf(rule: string, keyRule: string, isKey: (key: string) => boolean, member: Check): Check {
  return (value, version) => {
    if (!isJsonObject(value)) return { rule, path: '' };
    for (const key of Object.keys(value)) {
      if (!isKey(key)) return { rule: keyRule, path: step(key) };
      const found = member(value[key], version);
      if (found !== null) return { rule: found.rule, path: step(key) + found.path };
    }
    return null;
  };
}

/** One row of the table of an object: what its property must be, and since which version there is such a property. */
export interface PropertyRow {
  readonly check: Check;
  readonly required?: true;
  readonly since?: '2.0.0';
}

/** A rule on several properties of one object together; `path` says at which of them it is told. */
export interface TogetherRow {
  readonly rule: string;
  readonly path?: string;
  readonly test: (value: JsonObject, version: XapiVersion) => boolean;
}

/** An object by its table: no other properties, none missing, each as its row says, and the rules on all together. */
export function objectBy(
  name: string,
  properties: Readonly<Record<string, PropertyRow | Check>>,
  together: readonly TogetherRow[] = [],
): Check {
  const rows = new Map(
    Object.entries(properties).map(([key, row]) => [key, typeof row === 'function' ? { check: row } : row]),
  );
  const required = [...rows].filter(([, row]) => row.required).map(([key]) => key);
  return (value, version) => {
    if (!isJsonObject(value)) return { rule: `${name}-is-an-object`, path: '' };
    for (const key of Object.keys(value)) {
      const row = rows.get(key);
      if (row === undefined || (row.since !== undefined && version !== row.since))
        return { rule: `${name}-has-no-such-property`, path: step(key) };
      const found = row.check(value[key], version);
      if (found !== null) return { rule: found.rule, path: step(key) + found.path };
    }
    const missing = required.find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return { rule: `${name}-needs-property`, path: step(missing) };
    const broken = together.find(({ test }) => !test(value, version));
    return broken === undefined ? null : { rule: broken.rule, path: broken.path ?? '' };
  };
}

/** Different checks by the value of `objectType`; `otherwise` where there is none. */
export function byObjectType(rule: string, checks: Readonly<Record<string, Check>>, otherwise: Check | null): Check {
  const known = new Map(Object.entries(checks));
  return (value, version) => {
    if (!isJsonObject(value)) return { rule, path: '' };
    const type = value['objectType'];
    const check = type === undefined ? otherwise : typeof type === 'string' ? known.get(type) : undefined;
    return check ? check(value, version) : { rule, path: type === undefined ? '' : '.objectType' };
  };
}

/** A property in a path; a name that is no plain word, or a long one, is quoted and cut: it came from outside. */
function step(key: string): string {
  return /^[A-Za-z_]\w{0,59}$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 60))}]`;
}
