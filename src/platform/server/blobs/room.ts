import { statfs } from 'node:fs/promises';

/** Tells whether there is room for more on the disk of a folder. */
export type HasRoom = () => Promise<boolean>;

/**
 * What is left free for what may not fail: signing in, lines of the log of acts with every reading, and the database's own
 * log, which comes in pieces of 16 MB and brings the database down when it finds no room for one.
 */
export const keptFree = 64 * 1_048_576;

const askedEvery = 500;

/** Looks at the disk of a folder, at most twice a second. Where the disk does not say, there is room: writing will tell. */
export function createRoom(folder: string, keep: number = keptFree): HasRoom {
  let asked = Number.NEGATIVE_INFINITY;
  let answer = Promise.resolve(true);
  const look = async (): Promise<boolean> => {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize > keep;
    } catch {
      return true;
    }
  };
  return () => {
    const now = performance.now();
    if (now - asked >= askedEvery) {
      asked = now;
      answer = look();
    }
    return answer;
  };
}
