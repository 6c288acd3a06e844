/** The words after a command: `--name value`, `--name` alone, and plain words. */
export interface CommandWords {
  readonly plain: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** Reads words; a name in `valued` takes the word after it. Null where a value is missing or a name is not known. */
export function readWords(
  words: readonly string[],
  valued: readonly string[],
  flags: readonly string[],
): CommandWords | null {
  const plain: string[] = [];
  const found = new Set<string>();
  const values = new Map<string, string>();
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? '';
    const [name = '', joined] = word.split(/=(.*)/s);
    if (!word.startsWith('--')) plain.push(word);
    else if (flags.includes(word.slice(2))) found.add(word.slice(2));
    else if (valued.includes(name.slice(2))) {
      const value = joined ?? words[(place += 1)];
      if (value === undefined) return null;
      values.set(name.slice(2), value);
    } else return null;
  }
  return { plain, flags: found, values };
}
