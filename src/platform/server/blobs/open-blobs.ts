import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { ok, refuse, type Result } from '#platform/base';
import { hashBytes } from '#platform/crypto/server';

/** A store of ciphertext files by name; names are ids, never anything a person wrote. */
export interface Blobs {
  /** Writes durably: the answer comes after the bytes and their name are on disk. */
  put(
    folder: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<Result<{ readonly sha256: string }, { readonly type: 'StorageFull' }>>;
  /** The bytes; null when there are none under the name. */
  get(folder: string, name: string): Promise<Uint8Array | null>;
}

/** Opens the store below a folder. */
export function openBlobs(root: string): Blobs {
  let counter = 0;
  return {
    put: async (folder, name, bytes) => {
      const path = join(root, folder);
      const waiting = join(path, `.${process.pid}-${(counter += 1)}`);
      try {
        await mkdir(path, { recursive: true, mode: 0o700 });
        const file = await open(waiting, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(waiting, join(path, name));
        await syncFolder(path);
      } catch (error) {
        await rm(waiting, { force: true });
        if (isFull(error)) return refuse({ type: 'StorageFull' });
        throw error;
      }
      return ok({ sha256: await hashBytes(bytes) });
    },
    get: async (folder, name) => {
      try {
        return await readFile(join(root, folder, name));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code));
}
