/** Whether an object says something under a key; what is undefined is not said. */
export function isKeyOf(value: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn(value, key) && value[key] !== undefined;
}
