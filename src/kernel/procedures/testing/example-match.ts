/** Whether an answer holds what an example expects: keys, elements in any order each their own, equal scalars. */
export function matchesExample(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return Array.isArray(actual) && assign(actual, expected, new Set());
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  if (typeof actual !== 'object' || actual === null) return false;
  const members = new Map<string, unknown>(Object.entries(actual));
  return Object.entries(expected).every(([key, value]) => matchesExample(members.get(key), value));
}

/** Whether each expected element finds an element of its own. */
function assign(actual: readonly unknown[], expected: readonly unknown[], taken: ReadonlySet<number>): boolean {
  const [first, ...rest] = expected;
  if (expected.length === 0) return true;
  return actual.some(
    (element, place) =>
      !taken.has(place) && matchesExample(element, first) && assign(actual, rest, new Set([...taken, place])),
  );
}
