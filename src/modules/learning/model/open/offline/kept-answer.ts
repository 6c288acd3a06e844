/** What a page asks for, as a browser tells its worker. */
export interface AskedFile {
  readonly method: string;
  readonly mode: string;
  readonly cache: string;
  readonly url: string;
}

/** Which kept file answers a request: the page of a course, or a file by its path. */
export type KeptAnswer = { readonly page: string } | { readonly file: string };

/**
 * Whether what is kept may answer a request at all, and with what; null for everything that goes to the server as if there were no
 * worker: whatever is not a question for the player's own files. `no-store` asks past the worker: that is how a newer version is found.
 */
export function keptAnswerFor({ method, mode, cache, url }: AskedFile, origin: string): KeptAnswer | null {
  if (method !== 'GET' || cache === 'no-store' || !url.startsWith(`${origin}/`)) return null;
  const [path = ''] = url.slice(origin.length).split('#');
  if (mode !== 'navigate') return isPlayersFile(path) ? { file: path } : null;
  const course = /^\/learn\/([a-z][a-z0-9-]{0,59})(?:\/[a-z0-9-]*)?$/.exec(path)?.[1];
  return course === undefined ? null : { page: course };
}

/** Files that the build made for the player; nothing of `/api`, and nothing that a person wrote. */
function isPlayersFile(path: string): boolean {
  return (
    /^\/assets\/(?:(?:courses|viewer)\/)?[A-Za-z0-9_.-]+$/.test(path) ||
    /^\/courses\/[a-z][a-z0-9-]*\/[A-Za-z-]+\.json$/.test(path) ||
    path === '/no-eval.js' ||
    path === '/mark.svg'
  );
}
