const orientation = 0x0112;

/** Quarter turns clockwise that a JPEG's own note asks for; 0 when it has none or mirrors. */
export function pictureTurn(bytes: Uint8Array): 0 | 1 | 2 | 3 {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 10 < view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    const size = view.getUint16(at + 2);
    if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966)
      return turnOf(view, at + 10, at + 2 + size);
    at += 2 + size;
  }
  return 0;
}

function turnOf(view: DataView, start: number, noteEnd: number): 0 | 1 | 2 | 3 {
  const end = Math.min(noteEnd, view.byteLength);
  if (start + 8 > end) return 0;
  const little = view.getUint16(start) === 0x4949;
  const first = start + view.getUint32(start + 4, little);
  if (first + 2 > end) return 0;
  const count = view.getUint16(first, little);
  for (let entry = first + 2, left = count; left > 0 && entry + 12 <= end; entry += 12, left -= 1) {
    if (view.getUint16(entry, little) === orientation) {
      const value = view.getUint16(entry + 8, little);
      return value === 6 ? 1 : value === 3 ? 2 : value === 8 ? 3 : 0;
    }
  }
  return 0;
}
