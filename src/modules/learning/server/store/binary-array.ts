/** Types of PostgreSQL whose values have one size, with their numbers in its catalogue and what one is here. */
interface Kinds {
  readonly uuid: string;
  readonly integer: number;
  readonly smallint: number;
  readonly boolean: boolean;
}

interface Form<Value> {
  readonly oid: number;
  readonly size: number;
  write(into: Buffer, value: Value, at: number): void;
}

const forms: { readonly [Kind in keyof Kinds]: Form<Kinds[Kind]> } = {
  uuid: { oid: 2950, size: 16, write: writeUuid },
  integer: { oid: 23, size: 4, write: (into, value, at) => void into.writeInt32BE(value, at) },
  smallint: { oid: 21, size: 2, write: (into, value, at) => void into.writeInt16BE(value, at) },
  boolean: { oid: 16, size: 1, write: (into, value, at) => void into.writeUInt8(value ? 1 : 0, at) },
};

/** Numbers before the values: one dimension, no nulls, the type, how many there are, and that they are counted from one. */
const headBytes = 20;

/**
 * An array of PostgreSQL in its binary form, which the driver sends as it is. As a text each value would be written, quoted, searched
 * for signs and read again, which was a fifth of what keeping many statements costs on both sides. Refuses (throws) what the type does not hold.
 */
export function binaryArray<Kind extends keyof Kinds>(kind: Kind, values: readonly Kinds[Kind][]): Buffer {
  const { oid, size, write } = forms[kind];
  const into = Buffer.allocUnsafe(headBytes + values.length * (4 + size));
  into.writeInt32BE(1, 0);
  into.writeInt32BE(0, 4);
  into.writeInt32BE(oid, 8);
  into.writeInt32BE(values.length, 12);
  into.writeInt32BE(1, 16);
  let at = headBytes;
  for (const value of values) {
    into.writeInt32BE(size, at);
    write(into, value, at + 4);
    at += 4 + size;
  }
  return into;
}

/** What each sign is worth as a digit of sixteen; 255 for what is none. */
const digits = new Uint8Array(256).fill(255);
for (let worth = 0; worth < 16; worth += 1) {
  const sign = worth.toString(16);
  digits[sign.charCodeAt(0)] = worth;
  digits[sign.toUpperCase().charCodeAt(0)] = worth;
}

const dash = 45;

function writeUuid(into: Buffer, value: string, at: number): void {
  let [to, bad] = [at, value.length === 36 ? 0 : 255];
  for (let from = 0; from < 36; from += 2) {
    // The dashes stand at 8, 13, 18 and 23.
    if (from === 8 || from === 13 || from === 18 || from === 23) {
      if (value.charCodeAt(from) !== dash) bad = 255;
      from += 1;
    }
    const high = digits[value.charCodeAt(from)] ?? 255;
    const low = digits[value.charCodeAt(from + 1)] ?? 255;
    bad |= high | low;
    into[to] = (high << 4) | low;
    to += 1;
  }
  if (bad > 15) throw new Error('no UUID');
}
