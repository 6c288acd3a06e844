import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tx } from '#platform/server/db';
import { readPiece, type Upload } from '../store/upload-store.ts';

/** A file that came in pieces, for as long as it is looked at. */
export interface GatheredFile {
  readonly path: string;
  readonly bytes: number;
  drop(): Promise<void>;
}

/** Writes pieces behind one another into a file for a while, never holding more than one; null where one has not come. */
export async function gatherPieces(tx: Tx, upload: Upload, pieces: number): Promise<GatheredFile | null> {
  const folder = await mkdtemp(join(tmpdir(), 'baken-package-'));
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for (let piece = 0; piece < pieces; piece += 1) {
      const body = await readPiece(tx, upload, piece);
      if (body === null) {
        await drop();
        return null;
      }
      await file.write(body);
      bytes += body.length;
    }
    return { path, bytes, drop };
  } catch (error) {
    await drop();
    throw error;
  } finally {
    await file.close();
  }
}
