import { bytesToBase64url, utf8Bytes } from '#platform/base';

/** HMAC-SHA-256 (RFC 2104) of a text, keyed by a text; base64url. The same as the server's `keyedHash`. */
export async function keyedText(key: string, text: string): Promise<string> {
  const raw = (words: string): Uint8Array<ArrayBuffer> => Uint8Array.from(utf8Bytes(words));
  const used = await crypto.subtle.importKey('raw', raw(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return bytesToBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', used, raw(text))));
}
