import type { OpenedCase } from '#modules/casework/client';
import { median, send } from './load.ts';
import { makeCase, type BenchProgramme } from './programme.ts';
import { signNotesAhead, type SignedBatch } from './sign-ahead.ts';

/** One writer with a case of their own and the notes they will send. */
interface Writer {
  readonly space: string;
  readonly batches: readonly SignedBatch[];
}

const rounds = 3;
const notesARound = 480;

/** Adding notes that were sealed and signed beforehand, against the same bytes into bare tables, in turns. */
export async function compareNotes(
  say: (line: string) => void,
  address: { readonly baken: string; readonly bare: string },
  programme: BenchProgramme,
  bareCases: readonly OpenedCase[],
  crowd: number,
): Promise<void> {
  const { session, headers } = programme;
  let bareSeq = 0;
  for (const atOnce of [1, crowd]) {
    const figures: { readonly ours: number; readonly bare: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const writers = await readyWriters(programme, atOnce);
      const ours = await perSecond(writers, ({ space }, { body }) =>
        send({ address: `${address.baken}/api/spaces/${space}/operations`, headers, body }),
      );
      const bare = await perSecond(writers, (writer, { operations }) => {
        bareSeq += operations.length;
        const space = bareCases[writers.indexOf(writer) % bareCases.length]?.id ?? '';
        const body = JSON.stringify({ seq: bareSeq, items: operations });
        return send({ address: `${address.bare}/note/${session.tenant}/${space}`, body });
      });
      figures.push({ ours, bare });
    }
    const [ours, bare, ratio] = [
      median(figures.map((pair) => pair.ours)),
      median(figures.map((pair) => pair.bare)),
      median(figures.map((pair) => pair.ours / pair.bare)),
    ];
    say(`| add a note | ${atOnce} | ${Math.round(ours)} | ${Math.round(bare)} | ${ratio.toFixed(2)} |`);
  }
}

async function readyWriters(programme: BenchProgramme, count: number): Promise<readonly Writer[]> {
  const writers: Writer[] = [];
  for (let at = 0; at < count; at += 1) {
    const opened = await makeCase(programme, `Writer ${at}`, 2);
    const batches = await signNotesAhead(programme.session, opened, Math.ceil(notesARound / count));
    writers.push({ space: opened.id, batches });
  }
  return writers;
}

/** Every writer sends its notes one after the other, all writers at once. */
async function perSecond(
  writers: readonly Writer[],
  write: (writer: Writer, batch: SignedBatch) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  await Promise.all(
    writers.map(async (writer) => {
      for (const batch of writer.batches) await write(writer, batch);
    }),
  );
  const notes = writers.reduce((sum, { batches }) => sum + batches.length, 0);
  return (notes * 1_000) / (performance.now() - began);
}
