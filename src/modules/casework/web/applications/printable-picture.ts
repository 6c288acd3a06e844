import type { BundlePart } from '#kernel/documents';

type Printable = Pick<BundlePart, 'bytes' | 'kind'>;

/** WEBP cannot stand in a PDF: it is drawn anew as PNG. Everything else stays as it is. */
export async function printablePicture(part: Printable): Promise<Printable> {
  if (part.kind !== 'webp') return part;
  const picture = await createImageBitmap(new Blob([Uint8Array.from(part.bytes)], { type: 'image/webp' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  const drawn = await canvas.convertToBlob({ type: 'image/png' });
  return { kind: 'png', bytes: new Uint8Array(await drawn.arrayBuffer()) };
}
