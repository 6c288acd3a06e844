/** A pure function of an object that keeps its answer for as long as the object lives. */
export function keepFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    kept.set(key, value);
    return value;
  };
}

/** A pure function of a text or number that keeps its answers, all forgotten once there are more than the most. */
export function keepUpTo<Key extends string | number, Value>(
  most: number,
  make: (key: Key) => Value,
): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (kept.size >= most) kept.clear();
    kept.set(key, value);
    return value;
  };
}

/** The same of anything that a text tells apart. */
export function keepBy<Input, Value>(
  most: number,
  keyOf: (input: Input) => string,
  make: (input: Input) => Value,
): (input: Input) => Value {
  const kept = new Map<string, Value>();
  return (input) => {
    const key = keyOf(input);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = make(input);
    if (kept.size >= most) kept.clear();
    kept.set(key, value);
    return value;
  };
}
