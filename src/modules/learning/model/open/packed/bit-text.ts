const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bits in the order in which they are written, as base64url without padding: six bits a sign. */
export interface BitWriter {
  /** Writes a whole number from 0 to 2^width - 1. */
  put(value: number, width: number): void;
  text(): string;
}

export function createBitWriter(): BitWriter {
  let out = '';
  let pending = 0;
  let count = 0;
  return {
    put: (value, width) => {
      for (let at = width - 1; at >= 0; at -= 1) {
        pending = (pending << 1) | ((value >>> at) & 1);
        count += 1;
        if (count < 6) continue;
        out += signs.charAt(pending);
        pending = 0;
        count = 0;
      }
    },
    text: () => (count === 0 ? out : out + signs.charAt(pending << (6 - count))),
  };
}

/** Reads what was written, in the same widths; null once there are fewer bits than asked for, and for ever after. */
export function createBitReader(text: string): { take(width: number): number | null } {
  let at = 0;
  let broken = !/^[\w-]*$/.test(text);
  return {
    take: (width) => {
      if (broken || at + width > text.length * 6) {
        broken = true;
        return null;
      }
      let value = 0;
      for (let left = width; left > 0; left -= 1, at += 1) {
        const sign = signs.indexOf(text.charAt(Math.floor(at / 6)));
        value = (value << 1) | ((sign >>> (5 - (at % 6))) & 1);
      }
      return value;
    },
  };
}

/** How many bits a whole number below `count` needs; none where there is only one. */
export function widthOf(count: number): number {
  return count <= 1 ? 0 : Math.ceil(Math.log2(count));
}
