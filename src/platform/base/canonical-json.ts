/** What canonical JSON can hold: no undefined, no fractions, no big integers. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * The one spelling of a value, after RFC 8785 restricted to safe integers: keys sorted by UTF-16
 * code unit, no white space. Two parties that hash it get the same bytes.
 * Throws on what the format cannot hold, since that is a defect of the caller.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('canonical JSON holds safe integers only');
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`canonical JSON cannot hold ${typeof value}`);
  const members = Object.keys(value)
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map((key) => {
      const member = value[key];
      if (member === undefined) throw new TypeError('canonical JSON cannot hold undefined');
      return `${JSON.stringify(key)}:${canonicalJson(member)}`;
    });
  return `{${members.join(',')}}`;
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
