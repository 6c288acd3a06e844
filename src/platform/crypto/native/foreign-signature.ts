import { compactVerify, decodeProtectedHeader, importX509 } from 'jose';
import { base64urlToBytes, ok, refuse, type Result } from '#platform/base';

/** Why a signature of somebody else is not taken. */
export interface ForeignSignatureRefusal {
  readonly type: 'SignatureMalformed' | 'AlgorithmRefused' | 'SignatureWrong';
}

const algorithms = ['RS256', 'RS384', 'RS512'];

/**
 * The payload of a JWS in compact form that somebody else signed by RSA. Where it brings a certificate along (`x5c`), the signature
 * must be of that one. It says that nobody changed the text since; whose the certificate is, is not asked.
 */
export async function readForeignSignature(compact: string): Promise<Result<Uint8Array, ForeignSignatureRefusal>> {
  const parts = compact.split('.');
  if (parts.length !== 3 || parts.some((part) => !/^[\w-]+$/.test(part))) return refuse({ type: 'SignatureMalformed' });
  let header;
  try {
    header = decodeProtectedHeader(compact);
  } catch {
    return refuse({ type: 'SignatureMalformed' });
  }
  const { alg, x5c } = header;
  if (alg === undefined || !algorithms.includes(alg)) return refuse({ type: 'AlgorithmRefused' });
  if (x5c === undefined) {
    const unproven = base64urlToBytes(parts[1] ?? '');
    return unproven === null ? refuse({ type: 'SignatureMalformed' }) : ok(unproven);
  }
  const certificate: unknown = Array.isArray(x5c) ? x5c[0] : null;
  if (typeof certificate !== 'string') return refuse({ type: 'SignatureMalformed' });
  try {
    const pem = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
    const { payload } = await compactVerify(compact, await importX509(pem, alg), { algorithms });
    return ok(payload);
  } catch {
    return refuse({ type: 'SignatureWrong' });
  }
}
