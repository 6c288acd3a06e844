import { gzipSync } from 'node:zlib';
import { bytesToBase64url } from '#platform/base';

/**
 * Bits as a list of revocations carries them (Bitstring Status List 1.0, 3.3): GZIP (RFC 1952), then base64url without padding, then the sign
 * of multibase for that in front. There is no way back here: nothing of ours reads such a list, so none can be a bomb.
 */
export function encodeStatusBits(bits: Uint8Array): string {
  return `u${bytesToBase64url(gzipSync(bits, { level: 9 }))}`;
}
