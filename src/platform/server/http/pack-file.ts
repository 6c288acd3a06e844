import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { hashBytes } from '#platform/crypto/server';

/** How the bytes of a file travel (RFC 9110, 8.4.1). */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A file as it is sent. */
export interface PackedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: Encoding;
  /** Stands for what is in the file, however it travels (RFC 9110, 8.8.3: weak). */
  readonly tag: string;
}

/** What shrinks; pictures and fonts that are packed already do not. */
const packable: ReadonlySet<string> = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.ttf', '.wasm']);

/** The smallest form that somebody takes, by what their request says (RFC 9110, 12.5.3); as it is, where it says nothing. */
export function chooseEncoding(accepted: string | null): Encoding {
  const taken = new Set<string>();
  for (const offer of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = offer.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(\.0{0,3})?$/.test(parameter))) taken.add(name);
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

interface Kept {
  /** Which state of the file this is. */
  readonly state: string;
  readonly forms: Map<Encoding, Promise<PackedFile>>;
}

/** The built browser side is small and does not change while a server runs: each form of a file is made once. */
const kept = new Map<string, Kept>();

/** A file in a form that is taken; one that changed on the disk is read again. Fails where there is no such file. */
export async function packFile(file: string, encoding: Encoding): Promise<PackedFile> {
  const { mtimeMs, size } = await stat(file);
  const state = `${mtimeMs} ${size}`;
  const known = kept.get(file);
  const entry: Kept = known?.state === state ? known : { state, forms: new Map() };
  kept.set(file, entry);
  const wanted = packable.has(extname(file)) ? encoding : 'identity';
  const form = entry.forms.get(wanted) ?? make(file, wanted);
  entry.forms.set(wanted, form);
  try {
    return await form;
  } catch (error) {
    // What failed once may well be readable the next time.
    kept.delete(file);
    throw error;
  }
}

async function make(file: string, encoding: Encoding): Promise<PackedFile> {
  const raw = new Uint8Array(await readFile(file));
  const tag = `W/"${(await hashBytes(raw)).slice(0, 22)}"`;
  if (encoding === 'identity') return { bytes: raw, encoding, tag };
  const packed = encoding === 'br' ? await brotli(raw) : await deflate(raw, { level: 9 });
  // A file of a few bytes only grows.
  if (packed.length >= raw.length) return { bytes: raw, encoding: 'identity', tag };
  return { bytes: new Uint8Array(packed), encoding, tag };
}

const deflate = promisify(gzip);
const brotli = (raw: Uint8Array): Promise<Buffer> =>
  promisify(brotliCompress)(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });
