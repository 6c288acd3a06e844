const smallest = 256;
const lastPower = 16_384;
const documentFloor = 65_536;

/**
 * Length after padding: 256, 512 … 16384 bytes, then Padmé (PURBs, 2019), which hides all but the
 * highest bits of a length for at most 12 percent more.
 */
export function paddedLength(length: number): number {
  if (length > lastPower) return padme(length);
  let size = smallest;
  while (size < length) size *= 2;
  return size;
}

/** Length of a document after padding: Padmé with a floor of 64 KiB. */
export function paddedDocumentLength(length: number): number {
  return Math.max(documentFloor, padme(length));
}

function padme(length: number): number {
  const exponent = Math.floor(Math.log2(length));
  const lastBits = exponent - (Math.floor(Math.log2(exponent)) + 1);
  const step = 2 ** lastBits;
  return Math.ceil(length / step) * step;
}

/** Four bytes of length, the content, zeros up to the padded length. */
export function pad(content: Uint8Array, sizeOf: (length: number) => number): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(sizeOf(content.length + 4));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return padded;
}

/** Takes padding off; null when the length is impossible or the rest is not all zeros. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < 4) return null;
  const length = new DataView(padded.buffer, padded.byteOffset, 4).getUint32(0);
  if (length > padded.length - 4) return null;
  for (let at = 4 + length; at < padded.length; at += 1) if (padded[at] !== 0) return null;
  return padded.subarray(4, 4 + length);
}
