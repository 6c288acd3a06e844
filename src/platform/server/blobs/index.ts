/** Ciphertext files on disk; the server knows their size and hash and nothing else. */
export { openBlobs, type Blobs } from './open-blobs.ts';
export { createRoom, type HasRoom } from './room.ts';
