import type { RecordId } from '#platform/base';
import type { Language } from '#kernel/languages';
import type { SpaceSession } from '#kernel/spaces/client';
import { readStationery, readStationeryFile, type Stationery } from '#modules/casework/client';
import { openDirectoryPart, type PartState } from '../shared/directory-part.ts';

interface StationeryFiles {
  /** Opened files by the id of their document. One that could not be opened is not here. */
  readonly files: ReadonlyMap<RecordId, Uint8Array>;
  /** The letters that come with Baken, in every language. */
  readonly shipped: Readonly<Partial<Record<Language, Uint8Array>>>;
}

/** The programme's stationery in this tab: everything that is there, with every file. Memory only. */
export type StationeryState = Omit<PartState<Stationery, StationeryFiles>, 'content'> & {
  readonly stationery: Stationery | null;
};

const part = openDirectoryPart<Stationery, StationeryFiles>({
  read: readStationery,
  besideNothing: { files: new Map(), shipped: {} },
  beside: async (stationery, before, session) => ({
    files: stationery ? await readFiles(session, stationery, before.files) : new Map<RecordId, Uint8Array>(),
    shipped: await readShipped(before.shipped),
  }),
});

/**
 * The stationery, opened once a tab. It is fetched whole, for everyone, as soon as any case or the desk is
 * opened: were only the template fetched that one case needs, the server would learn something of the case.
 */
export function useStationery(): StationeryState & { reload(): void } {
  const { content, ...others } = part.usePart();
  return { ...others, stationery: content };
}

/** Runs acts on the stationery. */
export const useStationeryAct = part.useAct;

async function readFiles(
  session: SpaceSession,
  stationery: Stationery,
  before: ReadonlyMap<RecordId, Uint8Array>,
): Promise<ReadonlyMap<RecordId, Uint8Array>> {
  const files = new Map<RecordId, Uint8Array>();
  for (const { content } of [...stationery.templates, ...stationery.forms]) {
    const { document } = content.file;
    const known = before.get(document);
    const read = known ? null : await readStationeryFile(session, stationery, content.file);
    if (known) files.set(document, known);
    else if (read?.ok) files.set(document, read.value);
  }
  return files;
}

async function readShipped(before: StationeryFiles['shipped']): Promise<StationeryFiles['shipped']> {
  if (before.en && before.nl) return before;
  const { readShippedTemplate } = await import('#kernel/documents/web');
  const [en, nl] = await Promise.all([readShippedTemplate('en'), readShippedTemplate('nl')]);
  return { en, nl };
}
