import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, refuse, type Result } from '#platform/base';

/** A file that came with a request, as long as it is looked at. */
export interface ReceivedFile {
  readonly path: string;
  drop(): Promise<void>;
}

/** Writes the body of a request into a file for a while, without ever holding it whole; refuses it past `limit` bytes. */
export async function receiveFile(
  request: Request,
  limit: number,
): Promise<Result<ReceivedFile, { readonly type: 'TooLarge' }>> {
  const folder = await mkdtemp(join(tmpdir(), 'baken-package-'));
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  let size = 0;
  const bound = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length;
      done(size > limit ? new Error('TooLarge') : null, chunk);
    },
  });
  try {
    // The stream of a Fetch request is one of Node's own.
    const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as never);
    await pipeline(body, bound, createWriteStream(path, { mode: 0o600 }));
    return ok({ path, drop });
  } catch (error) {
    await drop();
    if (size > limit) return refuse({ type: 'TooLarge' });
    throw error;
  }
}
