import { ok, refuse, type Result } from '#platform/base';

/**
 * The body of a request, refused as soon as it is known to be larger than `limit` bytes. Where its length was announced, it is
 * gathered in one place, so that a large one is held once.
 */
export async function readBounded(
  request: Request,
  limit: number,
): Promise<Result<Uint8Array, { readonly type: 'TooLarge' }>> {
  const announced = Number(request.headers.get('Content-Length') ?? '0');
  if (announced > limit) return refuse({ type: 'TooLarge' });
  const whole = new Uint8Array(announced > 0 ? announced : 0);
  const more: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    // The body stream of a Fetch request holds byte arrays.
    const chunk = next.value as Uint8Array;
    if (size + chunk.length > limit) {
      await reader?.cancel();
      return refuse({ type: 'TooLarge' });
    }
    if (more.length === 0 && size + chunk.length <= whole.length) whole.set(chunk, size);
    else more.push(chunk);
    size += chunk.length;
  }
  if (more.length === 0) return ok(whole.subarray(0, size));
  const rest = more.reduce((sum, chunk) => sum + chunk.length, 0);
  return ok(Buffer.concat([whole.subarray(0, size - rest), ...more]));
}
