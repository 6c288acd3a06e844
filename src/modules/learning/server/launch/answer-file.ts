import type { TenantId } from '#platform/base';
import { inTenant } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { measurePackageFile, readPackageFile, readPackagePart } from '../store/package-store.ts';
import { charsetOf, putClient } from '../play/put-client.ts';
import { mediaTypeOf } from './media-type-of.ts';
import { readRange, type ByteSpan } from './read-range.ts';

/** A file of a package that is asked for at the address of a launch. */
export interface AskedFile {
  readonly tenant: TenantId;
  readonly package: PackageId;
  readonly name: string;
  /** Address of the client that is put into each page; null where pages need none. */
  readonly client: string | null;
}

/** Texts are read whole, to say how they are written; larger ones are sent as they are. */
const textLimit = 16_000_000;
const textual = /\.(html?|xhtml|m?js|css|txt|xml|json|svg|vtt|srt)$/i;
const page = /\.(html?|xhtml)$/i;

/** Answers with a file or a part of it, at most a piece of it in memory; null where the package has none of that name. */
export async function answerFile(
  parts: MountParts,
  file: AskedFile,
  { method, range, headers }: { readonly method: string; readonly range: string | null; readonly headers: Headers },
): Promise<Response | null> {
  const { tenant, package: pack, name } = file;
  const size = await read(parts, tenant, (tx) => measurePackageFile(tx, tenant, pack, name));
  if (size === null) return null;
  const type = mediaTypeOf(name);
  if (textual.test(name) && size <= textLimit) return answerText(parts, file, { method, headers, type });
  headers.set('Content-Type', type);
  headers.set('Accept-Ranges', 'bytes');
  const span = readRange(range, size);
  if (span === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  if (span !== null) headers.set('Content-Range', `bytes ${span.from}-${span.to - 1}/${size}`);
  const whole = span ?? { from: 0, to: size };
  headers.set('Content-Length', String(whole.to - whole.from));
  const body = method === 'HEAD' ? null : streamOf(parts, file, whole);
  return new Response(body, { status: span === null ? 200 : 206, headers });
}

async function answerText(
  parts: MountParts,
  { tenant, package: pack, name, client }: AskedFile,
  { method, headers, type }: { readonly method: string; readonly headers: Headers; readonly type: string },
): Promise<Response | null> {
  const text = await read(parts, tenant, (tx) => readPackageFile(tx, tenant, pack, name));
  if (text === null) return null;
  headers.set('Content-Type', `${type}${charsetOf(text)}`);
  const body = client !== null && page.test(name) ? putClient(text, client) : text;
  // Read just now into memory of its own.
  return new Response(method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer>), { headers });
}

/** Each piece in a transaction of its own: a film that somebody pauses must not hold one. */
function streamOf(parts: MountParts, { tenant, package: pack, name }: AskedFile, span: ByteSpan): ReadableStream {
  let from = span.from;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (from >= span.to) return controller.close();
      const at = from;
      const part = await read(parts, tenant, (tx) => readPackagePart(tx, tenant, pack, { name, from: at }));
      // Removed meanwhile: an answer that ends too early says so by itself.
      if (part.length === 0) return controller.error(new Error('package-file-gone'));
      const wanted = part.subarray(0, span.to - at);
      from += wanted.length;
      controller.enqueue(wanted);
    },
  });
}

type Work<Value> = Parameters<typeof inTenant<Value>>[2];

function read<Value>({ database }: MountParts, tenant: TenantId, work: Work<Value>): Promise<Value> {
  return inTenant(database, { tenant, user: null }, work);
}
