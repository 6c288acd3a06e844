import { ok, refuse, type Result } from '#platform/base';

/** The body of a request, refused as soon as it is known to be larger than `limit` bytes. */
export async function readBounded(
  request: Request,
  limit: number,
): Promise<Result<Uint8Array, { readonly type: 'TooLarge' }>> {
  const announced = Number(request.headers.get('Content-Length') ?? '0');
  if (announced > limit) return refuse({ type: 'TooLarge' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    // The body stream of a Fetch request holds byte arrays.
    const chunk = next.value as Uint8Array;
    size += chunk.length;
    if (size > limit) {
      await reader?.cancel();
      return refuse({ type: 'TooLarge' });
    }
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}
