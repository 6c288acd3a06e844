import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicJwkSchema, type PublicJwk } from '../suite-1/directory-schema.ts';
import * as web from '../suite-1/operations.ts';
import * as native from './operations.ts';

const vectors = z
  .object({
    key: publicJwkSchema,
    d: z.string(),
    succeed: z.array(z.object({ payload: z.unknown(), jws: z.string() })),
  })
  .parse(JSON.parse(readFileSync(new URL('../vectors/operation.json', import.meta.url), 'utf8')));
const { key } = vectors;
const operation = z.looseObject({}).parse(vectors.succeed[0]?.payload);
let signing: CryptoKey;
let jws: string;

beforeAll(async () => {
  const usages: readonly KeyUsage[] = ['sign'];
  signing = await crypto.subtle.importKey('jwk', { ...key, d: vectors.d }, 'Ed25519', false, [...usages]);
  jws = vectors.succeed[0]?.jws ?? '';
});

const encode = (text: string): string => Buffer.from(text).toString('base64url');

/** Signs a header and a payload, whatever they say. */
async function signParts(header: string, payload: string): Promise<string> {
  const text = `${encode(header)}.${encode(payload)}`;
  const signature = await crypto.subtle.sign('Ed25519', signing, Buffer.from(text));
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
}

/** What both say of a text, which must be one and the same. */
async function bothSay(text: string, of: PublicJwk = key): Promise<string> {
  const [here, there] = [await native.verifyOperation(text, of), await web.verifyOperation(text, of)];
  expect(here).toEqual(there);
  return here.ok ? 'believed' : here.refusal.type;
}

describe('the server and a device believe the same operations', () => {
  test('those of the vectors', async () => {
    for (const sample of vectors.succeed) expect(await bothSay(sample.jws)).toBe('believed');
  });

  test('and none that was changed anywhere', async () => {
    const change = fc.record({
      at: fc.nat(),
      put: fc.constantFrom('A', 'B', '_', '=', '.', ' ', 'é', ''),
      cut: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, put, cut }) => {
        const place = at % jws.length;
        const changed = jws.slice(0, place) + put + jws.slice(place + cut);
        if (changed !== jws) expect(await bothSay(changed)).toBe('BadSignature');
      }),
    );
  });

  test('nor one that is written in another way', async () => {
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = letters[letters.indexOf(signature.at(-1) ?? '') + 1] ?? '';
    for (const same of [
      `${signature} `,
      `${signature}=`,
      `${signature}==`,
      `${signature.slice(0, -1)}${last}`,
      ` ${signature}`,
    ])
      expect(await bothSay(`${header}.${payload}.${same}`)).toBe('BadSignature');
  });

  test.each([
    ['the usual header', '{"alg":"EdDSA","typ":"baken-op"}', 'believed'],
    ['another order', '{"typ":"baken-op","alg":"EdDSA"}', 'believed'],
    ['another purpose', '{"alg":"EdDSA","typ":"baken-entry"}', 'BadSignature'],
    ['no purpose', '{"alg":"EdDSA"}', 'BadSignature'],
    ['no algorithm', '{"typ":"baken-op"}', 'BadSignature'],
    ['none as the algorithm', '{"alg":"none","typ":"baken-op"}', 'BadSignature'],
    ['a demand nobody knows', '{"alg":"EdDSA","typ":"baken-op","crit":["exp"],"exp":1}', 'BadSignature'],
    ['a payload that is not encoded', '{"alg":"EdDSA","typ":"baken-op","crit":["b64"],"b64":false}', 'BadSignature'],
  ])('with %s', async (_, header, said) => {
    expect(await bothSay(await signParts(header, JSON.stringify(operation)))).toBe(said);
  });

  test.each([
    ['no JSON', '{"v":1', 'BadSignature'],
    ['nothing', '', 'BadSignature'],
    ['something else', '{"v":1}', 'Malformed'],
    ['one word too many', JSON.stringify({ ...operation, more: true }), 'Malformed'],
  ])('signed, but %s', async (_, payload, said) => {
    expect(await bothSay(await signParts('{"alg":"EdDSA","typ":"baken-op"}', payload))).toBe(said);
  });

  test('by no key of another curve, or that is none', async () => {
    expect(await bothSay(jws, { ...key, crv: 'X25519' })).toBe('BadSignature');
    expect(await bothSay(jws, { ...key, x: 'AAAA' })).toBe('BadSignature');
  });
});

describe('signatures at the edge of RFC 8032', () => {
  /** Order of the group (RFC 8032, 5.1). */
  const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;
  /** Points of small order, in their own form and in longer forms of the same number. */
  const points = [
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0100000000000000000000000000000000000000000000000000000000000080',
  ].map((hex) => Buffer.from(hex, 'hex'));
  const little = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
  const read = (bytes: Buffer): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

  test('one whose second half is larger than the order is refused, though the sum comes out', async () => {
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    const larger = Buffer.concat([bytes.subarray(0, 32), little(read(bytes.subarray(32)) + order)]);
    expect(await bothSay(`${header}.${payload}.${larger.toString('base64url')}`)).toBe('BadSignature');
  });

  test('keys and points of small order are judged alike', async () => {
    const [header = '', payload = ''] = jws.split('.');
    for (const point of points) {
      for (const first of points) {
        for (const second of [0n, 1n, order - 1n, order]) {
          const signature = Buffer.concat([first, little(second)]).toString('base64url');
          await bothSay(`${header}.${payload}.${signature}`, { ...key, x: point.toString('base64url') });
        }
      }
    }
  });
});
