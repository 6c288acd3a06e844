/**
 * The origin that badges name: as it was asked, but by https wherever the cookies of this installation work at all. Behind a
 * proxy that ends TLS the server itself hears http.
 */
export function publicOrigin(asked: string): string {
  const url = new URL(asked);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return here || url.protocol === 'https:' ? url.origin : `https://${url.host}`;
}
