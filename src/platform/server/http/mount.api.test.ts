import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSampleApp, type SampleApp } from '../../../../tests/support/sample-app.ts';
import type { Mount } from './mount.ts';

let app: SampleApp;
let defects: string[];
const mount: Mount = {
  name: 'foreign',
  prefix: '/foreign',
  answer: (parts, { request, address, origin }) => {
    if (request.url.endsWith('/broken')) throw new Error('a secret word');
    const path = new URL(request.url).pathname;
    const told = { method: request.method, path, address, origin, parts: Object.keys(parts) };
    const headers = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Told': JSON.stringify(told) };
    return Promise.resolve(new Response('told', { status: 418, headers }));
  },
};

beforeAll(async () => {
  const reportDefect = ({ name }: { readonly name: string }) => void defects.push(name);
  const places = { publicOrigin: 'https://baken.test', packageOrigin: 'https://packages.test' };
  const ofStrangers: Mount = { ...mount, name: 'strange', prefix: '/strange', strangers: true };
  app = await openSampleApp({ clock: { now: () => new Date() }, reportDefect, ...places }, [], [mount, ofStrangers]);
});
afterAll(() => app.close());

test.each(['/foreign', '/foreign/below/it'])(
  'a mount answers everything at and below its prefix (%s)',
  async (path) => {
    for (const method of ['GET', 'POST', 'DELETE', 'HEAD', 'OPTIONS']) {
      // No mark of our own page, another origin, any type: it is outside of what holds for our routes.
      const answer = await app.request(path, { method, headers: { Origin: 'https://elsewhere.example' } });
      expect(answer.status).toBe(418);
      expect(JSON.parse(answer.headers.get('X-Told') ?? '')).toMatchObject({ method, path });
      expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  },
);

test('it is given nothing that knows of sessions', async () => {
  const answer = await app.request('/foreign', {});
  const { parts } = JSON.parse(answer.headers.get('X-Told') ?? '') as { parts: string[] };
  expect(parts.toSorted()).toEqual([
    ...['clock', 'database', 'hasRoom', 'packageOrigin', 'publicOrigin', 'randomBytes', 'secrets'],
  ]);
});

test('it is told where it was reached as settings name the host: a proxy that ends TLS speaks plain HTTP to us', async () => {
  const reached = async (address: string): Promise<unknown> =>
    (JSON.parse((await app.request(address, {})).headers.get('X-Told') ?? '{}') as { origin?: string }).origin;
  expect(await reached('http://baken.test/foreign')).toBe('https://baken.test');
  expect(await reached('http://packages.test/strange/a')).toBe('https://packages.test');
  expect(await reached('http://elsewhere.test:81/foreign')).toBe('http://elsewhere.test:81');
});

test('on the second host is nothing but what is for strangers', async () => {
  const at = async (path: string, method = 'GET'): Promise<number> =>
    (await app.request(`http://packages.test${path}`, { method })).status;
  expect([await at('/strange/a.html'), await at('/strange/a.html', 'POST')]).toEqual([418, 418]);
  for (const path of [
    '/',
    '/strange',
    '/stranger/a',
    '/foreign',
    '/foreign/a',
    '/openapi.json',
    '/health/live',
    '/api/me',
  ])
    expect([path, await at(path), await at(path, 'POST')]).toEqual([path, 404, 404]);
  const beside = await app.request('http://packages.test/health/live', {});
  expect(beside.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect((await app.request('http://baken.test/health/live', {})).status).toBe(200);
});

test('what it throws is reported by its name, and answered without a word of it', async () => {
  defects = [];
  const answer = await app.request('/foreign/broken', {});
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
  expect(defects).toEqual(['foreign']);
});

test('beside it is nothing', async () => {
  expect((await app.request('/foreigner', {})).status).toBe(404);
});
