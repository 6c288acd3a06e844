import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join, normalize } from 'node:path';
import { chooseEncoding, packFile } from './pack-file.ts';
import { commonHeaders, offlineWorkerPolicy, pagePolicy, pagePolicyBeside, viewerPolicy } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.docx': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** Pages of the player that stand beside `/learn/`. */
const besideLearn: ReadonlySet<string> = new Set(['check', 'attend', 'invited', 'mine', 'partner']);

/**
 * Serves the built browser side. Files with a hash in their name may be kept for a year; pages are
 * asked for each time. An address that is no file is a page of the workspace, or of the player below `/learn/`
 * and at a few addresses beside it. Texts travel packed where the browser takes that, and not at all where it has them: none
 * of them holds a secret, so that their length tells nothing. `packageOrigin`: a second host whose files the workspace may show in a frame.
 */
export async function serveStatic(
  root: string,
  path: string,
  asked: Headers = new Headers(),
  packageOrigin: string | null = null,
): Promise<Response> {
  const wanted = normalize(decodeURIComponent(path)).replace(/^[/\\]+/, '');
  const file = !wanted.startsWith('..') && extname(wanted) !== '' ? join(root, wanted) : null;
  // What whoever writes courses begins with is given out by a route that asks who they are.
  const found = file && !wanted.startsWith('sources/') && (await isFile(file)) ? file : null;
  if (file && !found) return new Response('Not found', { status: 404, headers: { ...commonHeaders } });
  const shown = found ?? (await pageAt(root, wanted, asked.get('Accept-Language')));
  if (!(await isFile(shown))) {
    return new Response('The browser side is not built yet. Run: npm run build', { status: 503 });
  }
  const viewer = /(^|\/)viewer(\.html|[-.][^/]*)$/.test(wanted);
  const page = extname(shown) === '.html';
  const headers: Record<string, string> = {
    ...commonHeaders,
    'Content-Type': types[extname(shown)] ?? 'application/octet-stream',
    'Cache-Control': wanted.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(page ? { 'Content-Security-Policy': viewer ? viewerPolicy : policyOf(shown, packageOrigin) } : {}),
    ...(wanted === 'learn/offline.js' ? { 'Content-Security-Policy': offlineWorkerPolicy } : {}),
    // The viewer's frame has no origin, so even its own scripts come from elsewhere.
    ...(viewer || wanted.startsWith('assets/viewer/')
      ? { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' }
      : {}),
  };
  if (page && !viewer) headers['Reporting-Endpoints'] = 'csp="/api/csp-report"';
  const { bytes, encoding, tag } = await packFile(shown, chooseEncoding(asked.get('Accept-Encoding')));
  headers['Vary'] = 'Accept-Encoding, Accept-Language';
  headers['ETag'] = tag;
  if (isKnown(asked.get('If-None-Match'), tag)) return new Response(null, { status: 304, headers });
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  return new Response(bytes, { headers });
}

/** Only the workspace shows files of strangers; the pages of the player stay as they are. */
function policyOf(page: string, packageOrigin: string | null): string {
  return packageOrigin !== null && basename(page) === 'index.html' ? pagePolicyBeside(packageOrigin) : pagePolicy;
}

/**
 * The page of an address that is no file. That of a course brings the beginning of it along in the language that the browser
 * names first, where the build drew it: the page itself goes by the same one.
 */
async function pageAt(root: string, wanted: string, languages: string | null): Promise<string> {
  const course = /^learn\/([a-z][a-z0-9-]*)$/.exec(wanted)?.[1];
  const language = /^\s*([a-z]{2,3})\b/i.exec(languages ?? '')?.[1]?.toLowerCase() ?? 'en';
  if (course !== undefined) {
    for (const one of [language, 'en']) {
      const drawn = join(root, 'learn', `${course}.${one}.html`);
      if (await isFile(drawn)) return drawn;
    }
  }
  const learns = wanted.startsWith('learn/') || besideLearn.has(wanted);
  return join(root, learns ? 'learn.html' : 'index.html');
}

/** Whether somebody has these very contents (RFC 9110, 13.1.2: weak comparison). */
function isKnown(tags: string | null, tag: string): boolean {
  return (tags ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''));
}

/** Reads texts of the built browser side; nothing outside it, and nothing where it is not built. */
export function openBuilt(root: string | null): (path: string) => Promise<string | null> {
  return async (path) => {
    const wanted = normalize(path);
    if (root === null || wanted.startsWith('..') || wanted.startsWith('/')) return null;
    const file = join(root, wanted);
    return (await isFile(file)) ? readFile(file, 'utf8') : null;
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
