/** An answer of the statistics commands for people: a line for each value, tables row by row, names as in the answer itself. */
export function toPlainLines(answer: unknown, name = ''): readonly string[] {
  if (!Array.isArray(answer)) {
    if (typeof answer !== 'object' || answer === null) return [`${name}: ${toWord(answer)}`];
    return Object.entries(answer).flatMap(([key, value]) => toPlainLines(value, name === '' ? key : `${name} ${key}`));
  }
  // Array.isArray widens to any[]; every element is read as unknown.
  const elements = answer as readonly unknown[];
  if (elements.every((one) => isPlain(one))) return [`${name}: ${elements.map(toWord).join(' ')}`];
  return elements.flatMap((one, index) => toPlainLines(one, `${name} ${String(index)}`));
}

/** A value without parts, or an interval of two of them. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 2 && value.every((one) => typeof one === 'number' || one === null);
  return typeof value !== 'object' || value === null;
}

function toWord(value: unknown): string {
  if (value === null) return '-';
  if (Array.isArray(value)) return `[${value.map(toWord).join(', ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
