/** The value at a path, by own properties only; undefined when a step of the path is not there. */
export function lookUp(scope: unknown, path: string): unknown {
  if (path === '.') return scope;
  let value: unknown = scope;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
