import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { base64urlToBytes, utf8Bytes } from '#platform/base';
import { derivationKey, openBytes, sealBytes } from '../suite-1/sealed-box.ts';
import { randomBytes } from '../suite-1/random-bytes.ts';
import { drawServerSecret, openForServer, sealForServer } from './server-box.ts';

const secret = drawServerSecret(randomBytes);
const context = 'notice-address tenant user';
const notOpen = { ok: false, refusal: { type: 'DoesNotOpen' } };

test('what was sealed opens under the same secret and context, and under no other', async () => {
  const sealed = await sealForServer(secret, context, 'heron@mail.test', randomBytes);
  expect(await openForServer(secret, context, sealed)).toEqual({ ok: true, value: 'heron@mail.test' });
  expect(await openForServer(secret, 'notice-address tenant another', sealed)).toEqual(notOpen);
  expect(await openForServer(drawServerSecret(randomBytes), context, sealed)).toEqual(notOpen);
  const parts = sealed.split('.');
  for (const at of parts.keys()) {
    const changed = parts.map((part, index) =>
      index === at ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
    );
    expect(await openForServer(secret, context, changed.join('.'))).toEqual(notOpen);
  }
  expect(await openForServer(secret, context, '')).toEqual(notOpen);
});

test('neither the length nor the same text twice shows', async () => {
  const short = await sealForServer(secret, context, 'a@b.nl', randomBytes);
  const long = await sealForServer(secret, context, `${'x'.repeat(60)}@${'y'.repeat(200)}.example`, randomBytes);
  expect(short.length).toBe(long.length);
  expect(await sealForServer(secret, context, 'a@b.nl', randomBytes)).not.toBe(short);
});

test('as much as the private half of a key is sealed too, and more is refused', async () => {
  for (const length of [0, 319, 320, 321, 1_700, 2_400]) {
    const text = 'k'.repeat(length);
    expect(await openForServer(secret, context, await sealForServer(secret, context, text, randomBytes))).toEqual({
      ok: true,
      value: text,
    });
  }
  await expect(sealForServer(secret, context, 'k'.repeat(2_401), randomBytes)).rejects.toThrow(RangeError);
});

test('it cannot open what a case is sealed with, not even under the same key bytes', async () => {
  const raw = base64urlToBytes(secret) ?? new Uint8Array();
  const key = await derivationKey(raw);
  const envelope = await sealBytes(key, context, utf8Bytes('what somebody told'), randomBytes);
  expect((await openBytes(key, context, envelope)).ok).toBe(true);
  expect(await openForServer(secret, context, envelope)).toEqual(notOpen);
  // The same salt, nonce and ciphertext in our own format: the derivation is another one.
  const [header = '', , iv, ciphertext = '', tag = ''] = envelope.split('.');
  // The header was made by the function above.
  const { salt } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { salt: string };
  const joined = Buffer.concat([Buffer.from(ciphertext, 'base64url'), Buffer.from(tag, 'base64url')]).toString(
    'base64url',
  );
  expect(await openForServer(secret, context, ['srv1', salt, iv, joined].join('.'))).toEqual(notOpen);
});

test('it stands alone: nothing of the suites is in its reach', () => {
  const source = readFileSync(new URL('./server-box.ts', import.meta.url), 'utf8');
  expect([...source.matchAll(/from '([^']+)'/g)].map(([, path]) => path)).toEqual(['#platform/base']);
});
