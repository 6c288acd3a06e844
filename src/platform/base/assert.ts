/** Throws when something that must hold does not; the message is for engineers and holds no data. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}

/** The default branch of a switch that handles every member; does not compile while one is missing. */
export function exhaustive(value: never): never {
  throw new Error(`unhandled member of kind ${typeof value}`);
}
