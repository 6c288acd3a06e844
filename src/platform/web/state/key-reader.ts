/** What keys do: one key such as `n`, or a letter after `g` such as `g c`. */
export type KeyBindings = Readonly<Record<string, () => void>>;

/** Milliseconds within which the second key of a pair must follow. */
const pairWithin = 1_500;

/** Turns single presses into names of bindings: `g` waits for its second key and is forgotten after a moment. */
export function createKeyReader(): (key: string, at: number) => string | null {
  let waitingSince: number | null = null;
  return (key, at) => {
    const paired = waitingSince !== null && at - waitingSince <= pairWithin;
    waitingSince = null;
    if (paired) return `g ${key}`;
    if (key !== 'g') return key;
    waitingSince = at;
    return null;
  };
}
