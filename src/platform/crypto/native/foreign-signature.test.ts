import { CompactSign, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { bytesToBase64url, utf8Bytes, utf8Text } from '#platform/base';
import { readForeignSignature } from './foreign-signature.ts';

/** Signed by RS384 with a certificate in `x5c` that was made for this test; its private key was thrown away. */
const signed =
  'eyJhbGciOiJSUzM4NCIsIng1YyI6WyJNSUlER3pDQ0FnT2dBd0lCQWdJVUhKa2pEcU5jTFIvWHdXSnNPaGFOZmM5WXk5Z3dEUVlKS29aSWh2Y0' +
  '5BUUVMQlFBd0hERWFNQmdHQTFVRUF3d1JSWGhoYlhCc1pTQnZaaUJoSUhSbGMzUXdJQmNOTWpZeE1USTNNRE0xTnpVNFdoZ1BNakV5TmpFeE1E' +
  'TXdNelUzTlRoYU1Cd3hHakFZQmdOVkJBTU1FVVY0WVcxd2JHVWdiMllnWVNCMFpYTjBNSUlCSWpBTkJna3Foa2lHOXcwQkFRRUZBQU9DQVE4QU' +
  '1JSUJDZ0tDQVFFQXVmQVVaMVNBVFA2MDdOZWt3d1JiTUZiMlh4aGxxejdZdi9lU0dLU21ROWI3dFZnVzl1T1JINnp1VklhN3hKd3pPWWw2NWc5' +
  'TEt3eW03Mk0vbVQ4ekp4aDIzNzZwT24yYVJhbUVvVE1zR2E4UDBSbUxvRGlHckgzVzB1alVLenE5STQxVkdzcTdjZ21wbUVBY1Z3cXg2eC8yM0' +
  'VUODVQZzdMZjBrOCsvZXNQWXl3cXN3a3dSNUVoT3d0cUU3dWovaVAwTGF4RnJPbkV4TFE5K0JUaGdzenlMV0xWRm9LMndKL2VLVyt3aGdISEsv' +
  'UmZoSGFuNWM4YUxYM1Bic05wdFFKeEFlM0N0YWlkYW9FeDJ2OE9KL0hZK3NBUkxGdGtKL1h0Z3RzR09QMU84ak5jRXRBYit3VzRBQTRjKzM0Ry' +
  'tqZHBJVU50VitTS3EwTnpuYWRKQlRaUUlEQVFBQm8xTXdVVEFkQmdOVkhRNEVGZ1FVOGxDanJaWVFCNElPblNuRVJmMkdHaXgwMjFrd0h3WURW' +
  'UjBqQkJnd0ZvQVU4bENqclpZUUI0SU9uU25FUmYyR0dpeDAyMWt3RHdZRFZSMFRBUUgvQkFVd0F3RUIvekFOQmdrcWhraUc5dzBCQVFzRkFBT0' +
  'NBUUVBTDBUNW1DanU2Kzd2S0p5cXcxdG91MkgyNXFNaDM0TE9BRm52VFhWazkxYXFxZUVBdGxGVXpHYkJldjNXeUp6ZTlmTmhScG5NS1Mrcmln' +
  'cCtreUFSRk1yNGRaREpqZmNsUTdJVHBkUFlIVE0xWnI5TnQ3VFNGTkFvRUVWSncreHF6Mm1IYW5tT1gyRVkzWEVmYy9VVVQwN2drZHJWY3l6S2' +
  '9EMUFVcm5Qa1JxTmlRUE14ZG1mSFBaMWlKYmM3RHFzZkJEVVlEQXNvUWRVWWd2ZTFDR202VDdncUJtUERlMEFpVW5hR0lOVU4xRnBGNGJQWUF1' +
  'eWIxUHE1RDdDQVBzUGdBdStoOGFzbTcrQmNZUkcvMWxFZ3BVMHVTdUJRRHFxektJQkMxazJrbGV0bjZyY2pCeURpcTdhUVh1VWZTRHlQeE5Wan' +
  'VGR3E1ZkQ0ait3Uk1YV1ZBPT0iXX0.eyJzYWlkIjoidGhpcyJ9.Y997ueajS-FCLdXRK2DMbr8SFKKMKg8QHvCSfEoG0d2DOijSJMF3Oz439_I' +
  'FvDFdgI4EjihKxAXzNQGRD1FC2p1nOc6uOUPuxayIEMlk5neikpTbc1e2UeeNmGnafG5h-ILnD9rnw5cknuu8f6ViCIFh8-E1lfeHXizMW2n2i' +
  'RuHkva6TROe4WNuvNCP5tL4qBw5wh2gBswzyJ_eeK6xjHWgNmSvQvoSvWVvKLWLFIsXYYcwTX-CSnca31cIIs1h-BBTfi9UDBGryIvJk1eQWiS' +
  'W6h9aH2V8pi9ezlFuuUJlAgZZ7QQZE5DbLJLo4MQBcEXdG9aeemDRzGs-qTvSvA';

const [header = '', payload = '', signature = ''] = signed.split('.');
const coded = (value: unknown) =>
  bytesToBase64url(utf8Bytes(typeof value === 'string' ? value : JSON.stringify(value)));
const typeOf = async (compact: string) => {
  const read = await readForeignSignature(compact);
  return read.ok ? utf8Text(read.value) : read.refusal.type;
};

describe('a signature with a certificate', () => {
  test('tells what was signed', async () => {
    expect(await typeOf(signed)).toBe('{"said":"this"}');
  });

  test('is wrong when the text, the signature or the certificate is another', async () => {
    const text = `${header}.${coded({ said: 'that' })}.${signature}`;
    const sign = `${header}.${payload}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`;
    const other = `${coded({ alg: 'RS384', x5c: ['AAAA'] })}.${payload}.${signature}`;
    expect([await typeOf(text), await typeOf(sign), await typeOf(other)]).toEqual(Array(3).fill('SignatureWrong'));
  });
});

test.each(['RS256', 'RS384', 'RS512'])('one by %s without a certificate is read, and proves nothing', async (alg) => {
  const { privateKey } = await generateKeyPair(alg, { modulusLength: 2048 });
  const compact = await new CompactSign(utf8Bytes('{}')).setProtectedHeader({ alg }).sign(privateKey);
  expect(await typeOf(compact)).toBe('{}');
});

test.each([
  ['no three parts', `${header}.${payload}`, 'SignatureMalformed'],
  ['a header that is no JSON', `${coded('nonsense')}.${payload}.${signature}`, 'SignatureMalformed'],
  ['signs that are not base64url', `${header}.${payload}=.${signature}`, 'SignatureMalformed'],
  ['no algorithm', `${coded({})}.${payload}.${signature}`, 'AlgorithmRefused'],
  ['none', `${coded({ alg: 'none' })}.${payload}.AA`, 'AlgorithmRefused'],
  ['a secret of both', `${coded({ alg: 'HS256' })}.${payload}.${signature}`, 'AlgorithmRefused'],
  [
    'a certificate that is no text',
    `${coded({ alg: 'RS256', x5c: [1] })}.${payload}.${signature}`,
    'SignatureMalformed',
  ],
])('%s is refused', async (_, compact, type) => {
  expect(await typeOf(compact)).toBe(type);
});
