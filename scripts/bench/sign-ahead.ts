import { base64urlToBytes, expectOk, ok } from '#platform/base';
import type { Api } from '#platform/client';
import type { SpaceSession } from '#kernel/spaces/client';
import { hashOperation } from '#platform/crypto/server';
import { changeCase, type OpenedCase } from '#modules/casework/client';
import { noteRecord } from './programme.ts';

interface Operation {
  readonly jws: string;
  readonly envelope?: string;
}

/** A batch as the server gets it. */
export interface SignedBatch {
  readonly body: string;
  readonly firstSeq: number;
  readonly operations: readonly Operation[];
}

/**
 * Seals and signs so many notes one after the other, each on top of the one before, without sending
 * them: what a run then measures is the server's work and not that of the device.
 */
export async function signNotesAhead(
  session: SpaceSession,
  opened: OpenedCase,
  count: number,
): Promise<readonly SignedBatch[]> {
  const batches: SignedBatch[] = [];
  const echo = createEcho(session.api, opened, batches);
  // Marks of a run that is not sent yet must not become those of the real session.
  const marks = { read: () => null, note: () => undefined, pinned: () => null, pin: () => undefined };
  let current = opened;
  for (let at = 0; at < count; at += 1) {
    current = expectOk(await changeCase({ ...session, api: echo, marks }, current, { puts: [noteRecord(at)] }));
  }
  return batches;
}

/** Answers like a server that took the batch, and keeps it. */
function createEcho(api: Api, opened: OpenedCase, kept: SignedBatch[]): Api {
  return {
    call: async (row, request) => {
      if (row.name === 'appendOperations') {
        // The row's own input, which the generic signature hides.
        const { input } = request as unknown as { input: { operations: readonly Operation[] } };
        kept.push({
          body: JSON.stringify(input),
          firstSeq: readSeq(input.operations[0]),
          operations: input.operations,
        });
        return ok({ seq: 0, head: '' }) as never;
      }
      if (row.name === 'readSpace') return ok(await asServed(opened, kept.at(-1))) as never;
      return api.call(row, request);
    },
  };
}

async function asServed({ space, open }: OpenedCase, batch: SignedBatch | undefined) {
  const operations = batch?.operations ?? [];
  const last = operations.at(-1);
  return {
    id: space.id,
    kind: space.kind,
    epoch: space.log.epoch,
    seq: readSeq(last),
    head: await hashOperation(last?.jws ?? ''),
    coded: open,
    wraps: [],
    operations: operations.map(({ jws }) => jws),
    records: operations.map(({ jws, envelope }) => ({ ...readPut(jws), envelope: envelope ?? null })),
    more: false,
  };
}

interface SignedPut {
  readonly seq: number;
  readonly record: string;
  readonly version: number;
  readonly body: { readonly type: string };
}

function readPayload(jws: string): SignedPut {
  const [, payload = ''] = jws.split('.');
  // Signed a moment ago by our own client.
  return JSON.parse(new TextDecoder().decode(base64urlToBytes(payload) ?? undefined)) as SignedPut;
}

function readPut(jws: string) {
  const { record, version, body, seq } = readPayload(jws);
  return { id: record, version, type: body.type, seq };
}

function readSeq(operation: Operation | undefined): number {
  return operation ? readPayload(operation.jws).seq : 0;
}
