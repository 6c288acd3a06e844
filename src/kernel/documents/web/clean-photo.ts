import { ok, refuse, type Result } from '#platform/base';
import { checkFile, type AcceptedFile } from '../model/judge/check-file.ts';
import { isPicture, type FileRefusal } from '../index.ts';

/**
 * Draws a photo anew, upright, so that place, time, camera and thumbnails stay behind. Files that are no
 * photo come back as they are.
 */
export async function cleanPhoto(file: AcceptedFile): Promise<Result<AcceptedFile, FileRefusal>> {
  if (!isPicture(file.kind)) return ok(file);
  try {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(file.bytes)], { type: file.mediaType }), {
      imageOrientation: 'from-image',
    });
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.close();
    const drawn = await canvas.convertToBlob({ type: file.mediaType, quality: 0.9 });
    // A browser that cannot write WEBP answers with PNG, so the name follows what came out.
    const name = drawn.type === file.mediaType ? file.name : `${file.name}.png`;
    return checkFile(new Uint8Array(await drawn.arrayBuffer()), name);
  } catch {
    // The browser could not decode it: whatever it is, it is no picture that could be shown either.
    return refuse({ type: 'FileUnreadable' });
  }
}
