import {
  base64urlToBytes,
  canonicalJson,
  concatBytes,
  ok,
  refuse,
  utf8Bytes,
  utf8Text,
  type RandomBytes,
  type Result,
  type TenantId,
  type UserId,
} from '#platform/base';
import { publicJwkSchema, type PublicJwk } from './directory-schema.ts';
import { generatePair, type JwkPair } from './generate-pair.ts';
import { thumbprintOf } from './hash.ts';
import { derivationKey, deriveBytes, openBytes, sealBytes, type DoesNotOpen } from './sealed-box.ts';

/** A person's own keys while unlocked. Private halves cannot be exported. */
export interface UserIdentity {
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly encryption: { readonly private: CryptoKey; readonly public: PublicJwk };
  readonly signing: { readonly private: CryptoKey; readonly public: PublicJwk };
  /** JWK thumbprint of the encryption key, as operations name it. */
  readonly thumbprint: string;
  /** Key from which the keyring is sealed. */
  readonly master: CryptoKey;
}

/** What unlocks: the export key of a finished OPAQUE login and the secret of this device, both. */
export interface Unlock {
  readonly exportKey: Uint8Array;
  readonly device: CryptoKey;
}

/** What the server keeps for a person; useless without passphrase and device secret. */
export interface SealedUserKeys {
  readonly masterKeyWrap: string;
  readonly sealedIdentity: string;
}

interface Owner {
  readonly tenant: TenantId;
  readonly user: UserId;
}

const noSalt = new Uint8Array(32);

/** Draws the secret of a device: once as a key that cannot be read again, once as bytes for the printed kit. */
export async function createDeviceSecret(
  randomBytes: RandomBytes,
): Promise<{ readonly device: CryptoKey; readonly kit: Uint8Array }> {
  const kit = randomBytes(32);
  return { device: await importDeviceSecret(kit), kit };
}

/** The device secret of a printed kit, as a key that cannot be read again. */
export function importDeviceSecret(kit: Uint8Array): Promise<CryptoKey> {
  return derivationKey(kit);
}

/** Makes a person's keys and seals them; nothing unsealed leaves this function but the unlocked identity. */
export async function createUserKeys(
  owner: Owner,
  unlock: Unlock,
  randomBytes: RandomBytes,
): Promise<{ readonly identity: UserIdentity; readonly sealed: SealedUserKeys }> {
  const encryption = await generatePair('X25519', ['deriveBits']);
  const signing = await generatePair('Ed25519', ['sign', 'verify']);
  const master = randomBytes(32);
  const masterKey = await derivationKey(master);
  const halves = utf8Bytes(JSON.stringify({ encryption, signing }));
  const sealedIdentity = await sealBytes(masterKey, place('identity', owner), halves, randomBytes);
  const masterKeyWrap = await sealBytes(await unlockKey(owner, unlock), place('master', owner), master, randomBytes);
  master.fill(0);
  halves.fill(0);
  const identity = await importIdentity(owner, encryption, signing, masterKey);
  return { identity, sealed: { masterKeyWrap, sealedIdentity } };
}

/** Opens a person's keys. `DoesNotOpen` also when the device secret is that of another device. */
export async function openUserKeys(
  owner: Owner,
  sealed: SealedUserKeys,
  unlock: Unlock,
): Promise<Result<UserIdentity, DoesNotOpen>> {
  const master = await openBytes(await unlockKey(owner, unlock), place('master', owner), sealed.masterKeyWrap);
  if (!master.ok) return master;
  const masterKey = await derivationKey(master.value);
  master.value.fill(0);
  const halves = await openBytes(masterKey, place('identity', owner), sealed.sealedIdentity);
  if (!halves.ok) return halves;
  const parsed: unknown = JSON.parse(utf8Text(halves.value));
  halves.value.fill(0);
  const encryption = readPair(parsed, 'encryption');
  const signing = readPair(parsed, 'signing');
  if (!encryption || !signing) return refuse({ type: 'DoesNotOpen' });
  return ok(await importIdentity(owner, encryption, signing, masterKey));
}

/** Seals the same master key for a new passphrase or device. */
export async function rewrapMasterKey(
  owner: Owner,
  masterKeyWrap: string,
  before: Unlock,
  after: Unlock,
  randomBytes: RandomBytes,
): Promise<Result<string, DoesNotOpen>> {
  const master = await openBytes(await unlockKey(owner, before), place('master', owner), masterKeyWrap);
  if (!master.ok) return master;
  const wrapped = await sealBytes(await unlockKey(owner, after), place('master', owner), master.value, randomBytes);
  master.value.fill(0);
  return ok(wrapped);
}

/** Seals the personal keyring: marks and pins, never keys of others. */
export function sealKeyring(identity: UserIdentity, keyring: unknown, randomBytes: RandomBytes): Promise<string> {
  return sealBytes(identity.master, place('keyring', identity), utf8Bytes(JSON.stringify(keyring)), randomBytes);
}

/** Opens the personal keyring; its shape is the caller's to check. */
export async function openKeyring(identity: UserIdentity, sealed: string): Promise<Result<unknown, DoesNotOpen>> {
  const opened = await openBytes(identity.master, place('keyring', identity), sealed);
  return opened.ok ? ok(JSON.parse(utf8Text(opened.value))) : opened;
}

/** Half of it comes from the passphrase, half from the device: neither is enough. */
async function unlockKey(owner: Owner, { exportKey, device }: Unlock): Promise<CryptoKey> {
  const half = await deriveBytes(device, noSalt, 'cx1/device');
  const joined = await derivationKey(concatBytes(exportKey, half));
  return derivationKey(await deriveBytes(joined, noSalt, place('kek', owner)));
}

function place(what: string, { tenant, user }: Owner): string {
  return canonicalJson([`cx1/${what}`, 1, tenant, user]);
}

function readPair(parsed: unknown, name: string): JwkPair | null {
  const pair: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : null;
  if (typeof pair !== 'object' || pair === null) return null;
  const d: unknown = Reflect.get(pair, 'd');
  const key = publicJwkSchema.safeParse(Reflect.get(pair, 'public'));
  return typeof d === 'string' && base64urlToBytes(d)?.length === 32 && key.success ? { d, public: key.data } : null;
}

async function importIdentity(
  owner: Owner,
  encryption: JwkPair,
  signing: JwkPair,
  master: CryptoKey,
): Promise<UserIdentity> {
  const load = (pair: JwkPair, usage: KeyUsage): Promise<CryptoKey> =>
    crypto.subtle.importKey('jwk', { ...pair.public, d: pair.d }, { name: pair.public.crv }, false, [usage]);
  return {
    tenant: owner.tenant,
    user: owner.user,
    encryption: { private: await load(encryption, 'deriveBits'), public: encryption.public },
    signing: { private: await load(signing, 'sign'), public: signing.public },
    thumbprint: await thumbprintOf(encryption.public),
    master,
  };
}
