import { expectOk, type RouteOutput, type SpaceId } from '#platform/base';
import type { Api } from '#platform/client';
import { spaceRoutes } from '#kernel/spaces';
import { readHistory } from '#kernel/spaces/client';
import { openCase, readPaper, recordOf, type OpenedCase } from '#modules/casework/client';
import { lookAt, openHonestly, refusedAs, type Lie } from './lie.ts';
import { sessionOf, twoPapers, type LyingWorld } from './lying-world.ts';
import { flipped, lying } from './lying.ts';

type Served = RouteOutput<typeof spaceRoutes.readSpace>;
type Record = Served['records'][number];

/** Opens the first case on a new device of the lead, under twisted records. */
async function underRecords(
  world: LyingWorld,
  twist: (records: readonly Record[], asked: Served) => readonly Record[] | Promise<readonly Record[]>,
): Promise<string> {
  const api = lying(world.lea.parts.api, spaceRoutes.readSpace, async (answer) => ({
    ...answer,
    records: [...(await twist(answer.records, answer))],
  }));
  return lookAt(await sessionOf(world.lea, { api }), world.amber);
}

/** The record of a type takes what `give` says of the others. */
function replace(records: readonly Record[], type: string, give: (record: Record) => Partial<Record>): Record[] {
  return records.map((record) => (record.type === type ? { ...record, ...give(record) } : record));
}

async function recordsOfCase(api: Api, space: SpaceId): Promise<readonly Record[]> {
  return expectOk(await api.call(spaceRoutes.readSpace, { params: { space }, query: { after: 0 } })).records;
}

async function firstVersion(world: LyingWorld, record: string): Promise<string> {
  const params = { space: world.amber, record };
  const { versions } = expectOk(await world.anna.parts.api.call(spaceRoutes.readVersions, { params }));
  return versions.at(-1)?.envelope ?? '';
}

/** Opens a paper of the first case while its bytes are twisted. */
async function underBytes(world: LyingWorld, twist: (own: Uint8Array, other: Uint8Array) => Uint8Array) {
  const honest = await sessionOf(world.lea);
  const opened = await openHonestly(honest, world.amber);
  const [paper, other] = twoPapers(opened);
  const params = { space: world.amber, record: other.content.file?.document ?? '' };
  const others = expectOk(await world.lea.parts.api.call(spaceRoutes.getDocument, { params }));
  const api = lying(world.lea.parts.api, spaceRoutes.getDocument, (bytes) => twist(bytes, others));
  return refusedAs(await readPaper({ ...honest, api }, opened, paper.content));
}

/** Reads the history of the person while it is twisted. */
async function underHistory(
  world: LyingWorld,
  twist: (versions: RouteOutput<typeof spaceRoutes.readVersions>['versions']) => typeof versions,
): Promise<string> {
  const honest = await sessionOf(world.lea);
  const opened: OpenedCase = await openHonestly(honest, world.amber);
  const api = lying(world.lea.parts.api, spaceRoutes.readVersions, ({ versions }) => ({ versions: twist(versions) }));
  const person = recordOf(opened, 'person');
  if (!person) throw new Error('the case has a person');
  const history = expectOk(await readHistory({ ...honest, api }, opened.space, person.id));
  return history.unfit.length === 0 ? 'unnoticed' : `flagged: ${history.unfit.map(({ reason }) => reason).join(', ')}`;
}

/** Records, files and histories that are not what was written. */
export const liesAboutRecords: readonly Lie[] = [
  {
    lie: 'two records of one type swapped',
    outcome: 'flagged: paper changed; writing refused: RecordsDoNotFit',
    attempt: (world) =>
      underRecords(world, (records) => {
        const papers = records.filter(({ type }) => type === 'paper');
        return replace(records, 'paper', ({ id }) => ({
          envelope: papers.find((paper) => paper.id !== id)?.envelope ?? null,
        }));
      }),
  },
  {
    lie: 'the records of two types swapped',
    outcome: 'flagged: person changed, reach changed; writing refused: RecordsDoNotFit',
    attempt: (world) =>
      underRecords(world, (records) => {
        const envelopeOf = (type: string) => records.find((record) => record.type === type)?.envelope ?? null;
        const swapped = replace(records, 'person', () => ({ envelope: envelopeOf('reach') }));
        return replace(swapped, 'reach', () => ({ envelope: envelopeOf('person') }));
      }),
  },
  {
    lie: 'the person of another case served in its place',
    outcome: 'flagged: person changed; writing refused: RecordsDoNotFit',
    attempt: async (world) => {
      const others = await recordsOfCase(world.anna.parts.api, world.birch);
      const envelope = others.find(({ type }) => type === 'person')?.envelope ?? null;
      return underRecords(world, (records) => replace(records, 'person', () => ({ envelope })));
    },
  },
  {
    lie: 'the version before served, and named as such',
    outcome: 'flagged: person other-version; writing refused: RecordsDoNotFit',
    attempt: (world) =>
      underRecords(world, async (records) => {
        const envelope = await firstVersion(world, records.find(({ type }) => type === 'person')?.id ?? '');
        return replace(records, 'person', () => ({ envelope, version: 1 }));
      }),
  },
  {
    lie: 'the version before served as the newest',
    outcome: 'flagged: person changed; writing refused: RecordsDoNotFit',
    attempt: (world) =>
      underRecords(world, async (records) => {
        const envelope = await firstVersion(world, records.find(({ type }) => type === 'person')?.id ?? '');
        return replace(records, 'person', () => ({ envelope }));
      }),
  },
  {
    lie: 'one letter of a ciphertext changed',
    outcome: 'flagged: person changed; writing refused: RecordsDoNotFit',
    attempt: (world) =>
      underRecords(world, (records) =>
        replace(records, 'person', ({ envelope }) => ({ envelope: flipped(envelope ?? '') })),
      ),
  },
  {
    lie: 'the list of records cut short',
    outcome: 'flagged: paper missing; writing refused: RecordsDoNotFit',
    attempt: (world) => underRecords(world, (records) => records.filter(({ type }) => type !== 'paper')),
  },
  {
    lie: 'a record served as deleted',
    outcome: 'flagged: reach missing; writing refused: RecordsDoNotFit',
    attempt: (world) => underRecords(world, (records) => replace(records, 'reach', () => ({ envelope: null }))),
  },
  {
    lie: 'the whole space served as one of another kind',
    outcome: 'unharmed: the log says what it is',
    attempt: async (world) => {
      const api = lying(world.lea.parts.api, spaceRoutes.readSpace, (answer) => ({ ...answer, kind: 'directory' }));
      const opened = expectOk(await openCase(await sessionOf(world.lea, { api }), world.amber));
      return opened.space.kind === 'case' ? 'unharmed: the log says what it is' : 'unnoticed';
    },
  },
  {
    lie: 'the bytes of one file served for another',
    outcome: 'refused: HashMismatch',
    attempt: (world) => underBytes(world, (_, other) => other),
  },
  {
    lie: 'a file cut short',
    outcome: 'refused: HashMismatch',
    attempt: (world) => underBytes(world, (bytes) => bytes.slice(0, -64)),
  },
  {
    lie: 'the version before left out of a history',
    outcome: 'flagged: missing',
    attempt: (world) => underHistory(world, (versions) => versions.slice(0, 1)),
  },
  {
    lie: 'the newest version left out of a history',
    outcome: 'flagged: missing',
    attempt: (world) => underHistory(world, (versions) => versions.slice(1)),
  },
  {
    lie: 'the words of one version shown as those of another',
    outcome: 'flagged: changed, changed',
    attempt: (world) =>
      underHistory(world, (versions) =>
        versions.map((version, at) => ({ ...version, envelope: versions[1 - at]?.envelope ?? null })),
      ),
  },
];
