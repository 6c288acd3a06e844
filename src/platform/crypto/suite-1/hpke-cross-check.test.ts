import * as other from 'hpke';
import { expect, test } from 'vitest';
import {
  bytesToBase64url,
  base64urlToBytes,
  canonicalJson,
  concatBytes,
  createId,
  expectOk,
  utf8Bytes,
  type SpaceId,
  type TenantId,
  type UserId,
} from '#platform/base';
import { createDeviceSecret, createSpaceKey, createUserKeys, openWrap, type SpaceEpoch } from '../index.ts';

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
const suite = new other.CipherSuite(other.KEM_DHKEM_X25519_HKDF_SHA256, other.KDF_HKDF_SHA256, other.AEAD_AES_256_GCM);
const info = utf8Bytes('cx1/grant');

test('wraps are RFC 9180: a second implementation opens ours, and ours opens its', async () => {
  const user = createId<UserId>(randomBytes);
  const where: SpaceEpoch = {
    tenant: createId<TenantId>(randomBytes),
    space: createId<SpaceId>(randomBytes),
    epoch: 1,
  };
  const { device } = await createDeviceSecret(randomBytes);
  const { identity } = await createUserKeys(
    { tenant: where.tenant, user },
    { exportKey: randomBytes(64), device },
    randomBytes,
  );
  const own = identity.encryption;
  const { key, wraps } = await createSpaceKey(where, [{ recipient: user, encryption: own.public }], randomBytes);
  const aad = utf8Bytes(
    canonicalJson([where.tenant, where.space, where.epoch, user, identity.thumbprint, key.commitment]),
  );
  const wrap = base64urlToBytes(wraps[0]?.wrap ?? '') ?? new Uint8Array();
  const publicKey = await crypto.subtle.importKey('jwk', { ...own.public }, { name: 'X25519' }, true, []);
  const raw = await suite.Open({ privateKey: own.private, publicKey }, wrap.slice(0, 32), wrap.slice(32), {
    info,
    aad,
  });
  expect(raw.length).toBe(32);

  const sealed = await suite.Seal(publicKey, raw, { info, aad });
  const theirs = bytesToBase64url(concatBytes(sealed.encapsulatedSecret, sealed.ciphertext));
  expect(expectOk(await openWrap(where, key.commitment, user, theirs, own)).id).toBe(key.id);
});
