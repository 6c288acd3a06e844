import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseEncoding } from './pack-file.ts';
import { serveStatic } from './serve-static.ts';

let root: string;
const script = 'export const lamp = "a steady light";\n'.repeat(200);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'baken-static-'));
  writeFileSync(join(root, 'index.html'), `<!doctype html>${' '.repeat(500)}`);
  writeFileSync(join(root, 'lamp.js'), script);
  writeFileSync(join(root, 'tiny.js'), '1');
  writeFileSync(join(root, 'font.woff2'), 'packed already '.repeat(100));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  serveStatic(root, path, new Headers(headers));
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

describe('a file of the browser side', () => {
  test('travels in the smallest form that is taken, and is the same in each', async () => {
    const [plain, zipped, small] = [
      await ask('/lamp.js'),
      await ask('/lamp.js', { 'Accept-Encoding': 'gzip, deflate' }),
      await ask('/lamp.js', { 'Accept-Encoding': 'gzip, deflate, br, zstd' }),
    ];
    expect([plain, zipped, small].map(({ headers }) => headers.get('Content-Encoding'))).toEqual([null, 'gzip', 'br']);
    expect((await bytesOf(plain)).toString()).toBe(script);
    const [gz, br] = [await bytesOf(zipped), await bytesOf(small)];
    expect(gunzipSync(gz).toString()).toBe(script);
    expect(brotliDecompressSync(br).toString()).toBe(script);
    expect(gz.length).toBeLessThan(script.length / 10);
    for (const { headers } of [plain, zipped, small])
      expect(headers.get('Vary')).toBe('Accept-Encoding, Accept-Language');
  });

  test('that is packed already, or would grow, goes as it is', async () => {
    for (const path of ['/font.woff2', '/tiny.js']) {
      const answer = await ask(path, { 'Accept-Encoding': 'br' });
      expect(answer.headers.get('Content-Encoding')).toBeNull();
    }
  });

  test('is not sent to who has it, in whatever form, and is when it changed', async () => {
    const tag = (await ask('/lamp.js')).headers.get('ETag') ?? '';
    const again = await ask('/lamp.js', { 'If-None-Match': `"other", ${tag}`, 'Accept-Encoding': 'br' });
    expect([again.status, (await bytesOf(again)).length, again.headers.get('ETag')]).toEqual([304, 0, tag]);
    writeFileSync(join(root, 'lamp.js'), `${script}// and one more\n`);
    utimesSync(join(root, 'lamp.js'), new Date(), new Date(Date.now() + 5_000));
    const changed = await ask('/lamp.js', { 'If-None-Match': tag });
    expect([changed.status, (await bytesOf(changed)).toString().endsWith('// and one more\n')]).toEqual([200, true]);
  });

  test('that is the page of a course speaks the language named first, else English, else is the page of all', async () => {
    mkdirSync(join(root, 'learn'));
    for (const name of ['learn/course.nl.html', 'learn/course.en.html', 'learn.html'])
      writeFileSync(join(root, name), name);
    const page = async (path: string, language: string) =>
      (await bytesOf(await ask(path, { 'Accept-Language': language }))).toString();
    expect(await page('/learn/course', 'nl-NL,nl;q=0.9,en;q=0.8')).toBe('learn/course.nl.html');
    expect(await page('/learn/course', 'de, nl')).toBe('learn/course.en.html');
    expect(await page('/learn/course', '*')).toBe('learn/course.en.html');
    expect(await page('/learn/other', 'nl')).toBe('learn.html');
    expect(await page('/learn/course/scene', 'nl')).toBe('learn.html');
    expect(await page('/learn/course', '../../nl')).toBe('learn/course.en.html');
  });

  test('outside of it is nothing, and a page keeps its policy in every form', async () => {
    for (const path of ['/../serve-static.ts', '/%2e%2e/%2e%2e/etc/passwd.js', '/none.js'])
      expect((await ask(path, { 'Accept-Encoding': 'br' })).status).toBe(404);
    const page = await ask('/cases/some', { 'Accept-Encoding': 'br' });
    expect(page.headers.get('Content-Encoding')).toBe('br');
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});

describe('what a browser takes', () => {
  test.each([
    [null, 'identity'],
    ['', 'identity'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000,gzip;q=0', 'identity'],
    ['*', 'identity'],
    ['br;q=0.001', 'br'],
  ])('of %j is %s', (accepted, expected) => {
    expect(chooseEncoding(accepted)).toBe(expected);
  });

  test('is never more than it says', () => {
    fc.assert(
      fc.property(fc.string(), (accepted) => {
        const chosen = chooseEncoding(accepted);
        expect(chosen === 'identity' || accepted.toLowerCase().includes(chosen)).toBe(true);
      }),
    );
  });
});
