import { ok, refuse, type Result } from '#platform/base';

/** A part of a body: its headers by lower-case name, and its bytes, which are those of the whole and no copy. */
export interface BodyPart {
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

/** A body that is not what its content type says; `rule` says where it fails. */
export interface MultipartRefusal {
  readonly type: 'MultipartInvalid';
  readonly rule: string;
}

const maxParts = 1_000;
const maxHeaderBytes = 8_192;

/**
 * Takes a multipart/mixed body (RFC 2046) apart. The body was read whole and is bounded; what goes over it goes once, forward. Line
 * ends are CRLF; a lone line feed is taken too, as other stores do.
 */
export function readMultipart(body: Uint8Array, contentType: string): Result<readonly BodyPart[], MultipartRefusal> {
  const boundary = boundaryOf(contentType);
  if (boundary === null) return wrong('content-type-has-a-boundary');
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: BodyPart[] = [];
  let at = findMark(bytes, mark, 0);
  if (at !== 0 && !(at > 0 && bytes[at - 1] === 10)) return wrong('begins-with-the-boundary');
  for (;;) {
    const after = at + mark.length;
    if (bytes[after] === 45 && bytes[after + 1] === 45) return ok(parts);
    const start = skipLineEnd(bytes, after);
    const next = start === null ? -1 : findMark(bytes, mark, start);
    if (start === null || next < 0) return wrong('ends-with-the-boundary');
    const part = readPart(bytes.subarray(start, endBefore(bytes, next)));
    if (part === null) return wrong('part-has-headers-and-an-empty-line');
    parts.push(part);
    if (parts.length > maxParts) return wrong('has-few-parts');
    at = next;
  }
}

function wrong(rule: string): Result<never, MultipartRefusal> {
  return refuse({ type: 'MultipartInvalid', rule });
}

function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

/** The next place at or after `from` where the mark begins a line; -1 when there is none. */
function findMark(bytes: Buffer, mark: Buffer, from: number): number {
  for (let at = bytes.indexOf(mark, from); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    const after = bytes[at + mark.length];
    const ends = after === undefined || after === 13 || after === 10 || after === 45 || after === 32;
    if ((at === 0 || bytes[at - 1] === 10) && ends) return at;
  }
  return -1;
}

/** Where the line after the boundary begins; blanks may stand before its end. */
function skipLineEnd(bytes: Buffer, from: number): number | null {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9) at += 1;
  if (bytes[at] === 13) at += 1;
  return bytes[at] === 10 ? at + 1 : null;
}

/** The line end before a boundary belongs to the boundary. */
function endBefore(bytes: Buffer, mark: number): number {
  return bytes[mark - 2] === 13 ? mark - 2 : mark - 1;
}

function readPart(part: Buffer): BodyPart | null {
  const [long, short] = [part.indexOf('\r\n\r\n'), part.indexOf('\n\n')];
  const isShort = long < 0 || (short >= 0 && short < long);
  const end = isShort ? short : long;
  if (end < 0 || end > maxHeaderBytes) return null;
  const headers = new Map<string, string>();
  for (const line of part.subarray(0, end).toString('latin1').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon < 1) return null;
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, bytes: part.subarray(end + (isShort ? 2 : 4)) };
}

/** A part to be sent. */
export interface SentPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Puts a body together; `boundary` is random, so that nothing in it can be taken for one. */
export function writeMultipart(boundary: string, parts: readonly SentPart[]): Uint8Array {
  const pieces = parts.flatMap(({ headers, body }) => [
    Buffer.from(
      `--${boundary}\r\n${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    ),
    typeof body === 'string' ? Buffer.from(body) : body,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}
