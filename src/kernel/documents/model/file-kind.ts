/** The kinds of file that may be kept (security design, section 12). Everything else is refused. */
export const fileKinds = ['pdf', 'docx', 'odt', 'xlsx', 'jpeg', 'png', 'webp', 'text'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a name must end in, and the media type we write down. The server sees neither. */
const facts = {
  pdf: { endings: ['pdf'], mediaType: 'application/pdf' },
  docx: { endings: ['docx'], mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  odt: { endings: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text' },
  xlsx: { endings: ['xlsx'], mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  jpeg: { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  png: { endings: ['png'], mediaType: 'image/png' },
  webp: { endings: ['webp'], mediaType: 'image/webp' },
  text: { endings: ['txt'], mediaType: 'text/plain' },
} as const satisfies Record<FileKind, { readonly endings: readonly string[]; readonly mediaType: string }>;

/** Limits of one file: bytes, pixels of a picture, and what an office file may unpack to. */
export const fileLimits = {
  bytes: 25 * 1_048_576,
  caseBytes: 500 * 1_048_576,
  pixels: 50_000_000,
  entries: 2_000,
  unpackedBytes: 200 * 1_048_576,
  ratio: 100,
} as const;

/** Value for the `accept` attribute of a file field. */
export const acceptedEndings: string = fileKinds
  .flatMap((kind) => facts[kind].endings.map((ending) => `.${ending}`))
  .join(',');

/** Media type of a kind. */
export function mediaTypeOf(kind: FileKind): string {
  return facts[kind].mediaType;
}

/** Kind of a media type that was written down before; null for one we never write. */
export function kindOfMediaType(mediaType: string): FileKind | null {
  return fileKinds.find((kind) => facts[kind].mediaType === mediaType) ?? null;
}

/** Kind that a name promises by its ending; null for an ending that is not allowed. */
export function kindOfName(name: string): FileKind | null {
  const ending = endingOf(name);
  return fileKinds.find((kind) => facts[kind].endings.some((one) => one === ending)) ?? null;
}

/** Last part of a name after the dot, in small letters; empty when there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Pictures can be shown and cleaned; office files are only ever downloaded. */
export function isPicture(kind: FileKind): boolean {
  return kind === 'jpeg' || kind === 'png' || kind === 'webp';
}

/** Whether the viewer may show a kind. */
export function isShown(kind: FileKind): boolean {
  return kind === 'pdf' || kind === 'text' || isPicture(kind);
}

// Controls, marks that turn the direction of writing, and signs that file systems or shells read.
const notInNames = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that is safe to offer for download: one segment, no direction marks or controls, at most 120
 * characters, ending in the first ending of the kind.
 */
export function cleanFileName(name: string, kind: FileKind): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const dot = last.lastIndexOf('.');
  const stem = (dot > 0 ? last.slice(0, dot) : last)
    .replaceAll(notInNames, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const kept = Array.from(stem).slice(0, 110).join('').trim();
  const safe = kept === '' || deviceName.test(kept) ? `file-${kept}`.replace(/-$/, '') : kept;
  return `${safe}.${facts[kind].endings[0]}`;
}
