/** Places in one list of what was revoked: the least that Bitstring Status List 1.0 allows, so that nobody is alone in it. */
export const listPlaces = 131_072;

/**
 * The bits of a list in which some places are set (Bitstring Status List 1.0, 3.3 and 6.1): the first place is the leftmost bit of the first
 * byte. Places beyond the list are defects.
 */
export function statusBits(places: readonly number[], size: number = listPlaces): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(size / 8);
  for (const place of places) {
    if (!Number.isInteger(place) || place < 0 || place >= size) throw new RangeError('no place of this list');
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  }
  return bits;
}
