import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSampleApp, type SampleApp } from '../../../../tests/support/sample-app.ts';
import type { Mount } from './mount.ts';

let app: SampleApp;
let defects: string[];
const mount: Mount = {
  name: 'foreign',
  prefix: '/foreign',
  answer: (parts, { request, address }) => {
    if (request.url.endsWith('/broken')) throw new Error('a secret word');
    const told = { method: request.method, path: new URL(request.url).pathname, address, parts: Object.keys(parts) };
    const headers = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Told': JSON.stringify(told) };
    return Promise.resolve(new Response('told', { status: 418, headers }));
  },
};

beforeAll(async () => {
  const reportDefect = ({ name }: { readonly name: string }) => void defects.push(name);
  app = await openSampleApp({ clock: { now: () => new Date() }, reportDefect }, [], [mount]);
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
  expect(parts.toSorted()).toEqual(['clock', 'database', 'hasRoom', 'randomBytes', 'secrets']);
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
