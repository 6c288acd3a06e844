import { tagOfBytes } from '#platform/crypto/server';
import { sendAhead, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { isMediaType } from '../../model/open/statement/iri-forms.ts';
import { readJson } from '../../model/open/statement/read-json.ts';
import {
  deleteDocument,
  deleteDocuments,
  findDocument,
  holdDocuments,
  listDocumentNames,
  saveDocument,
  type DocumentPlace,
  type StoredDocument,
} from '../store/document-store.ts';
import { inStore, type Access } from './admit-key.ts';
import { readDocumentAddress, type DocumentAddress, type DocumentResource } from './document-address.ts';
import { hiderOf } from './hide-source.ts';
import { indexKey, noKey } from './prepare-statement.ts';
import { answerDone, answerJson, refuseRecord, type RecordAnswer } from './record-answers.ts';
import { recordCaps, type RecordRequest } from './record-request.ts';

/** The resources of documents: states, profiles of activities, profiles of agents. */
export async function answerDocuments(
  parts: MountParts,
  access: Access,
  asked: RecordRequest,
  resource: DocumentResource,
): Promise<RecordAnswer> {
  const writes = asked.method === 'PUT' || asked.method === 'POST';
  // What is in a document nobody can know, and so not whom it names.
  if (writes && access.source !== null) return refuseRecord('DocumentRefused', { rule: 'source-sends-no-documents' });
  const read = readDocumentAddress(asked, resource, hiderOf(parts, access, asked));
  if (!read.ok) return refuseRecord('ParameterInvalid', read.refusal);
  const address = read.value;
  const bytes = writes ? await asked.body() : null;
  if (bytes !== null && !bytes.ok) return refuseRecord('TooLarge', { rule: 'body-is-small-enough' });
  const body = bytes?.value ?? new Uint8Array();
  return inStore(
    parts,
    access,
    (tx) => {
      if (!writes && asked.method !== 'DELETE') return getDocuments(tx, access, address);
      sendAhead(holdDocuments(tx, access, address.group));
      if (asked.method === 'DELETE') return dropDocuments(tx, access, asked, address);
      return keepDocument(tx, access, asked, address, { body, changed: parts.clock.now() });
    },
    ({ status }) => status < 400,
  );
}

function placeOf({ group, name }: DocumentAddress): DocumentPlace {
  return { ...group, registration: group.registration ?? noKey, nameKey: indexKey('name', name ?? '') };
}

async function getDocuments(tx: Tx, access: Access, address: DocumentAddress): Promise<RecordAnswer> {
  if (address.name === null) {
    const listed = await listDocumentNames(tx, access, address.group, address.since);
    const last = Math.max(0, ...listed.map(({ changed }) => changed.getTime()));
    const headers: Record<string, string> = last === 0 ? {} : { 'Last-Modified': new Date(last).toUTCString() };
    return answerJson(
      listed.map(({ name }) => name),
      headers,
    );
  }
  const found = await findDocument(tx, access, placeOf(address));
  if (found === null) return refuseRecord('NotFound');
  const headers = {
    ETag: `"${found.etag}"`,
    'Last-Modified': found.changed.toUTCString(),
    'Content-Type': found.type,
    // Whatever somebody put there is shown by no browser as a page of ours.
    'Content-Security-Policy': 'sandbox',
  };
  return { status: 200, headers, body: found.body };
}

async function dropDocuments(
  tx: Tx,
  access: Access,
  asked: RecordRequest,
  address: DocumentAddress,
): Promise<RecordAnswer> {
  if (address.name === null) {
    await deleteDocuments(tx, access, address.group);
    return answerDone;
  }
  const held = await findDocument(tx, access, placeOf(address));
  if (!fits(asked, held)) return refuseRecord('TagDiffers');
  await deleteDocument(tx, access, placeOf(address));
  return answerDone;
}

async function keepDocument(
  tx: Tx,
  access: Access,
  asked: RecordRequest,
  address: DocumentAddress,
  { body, changed }: { readonly body: Uint8Array; readonly changed: Date },
): Promise<RecordAnswer> {
  const held = await findDocument(tx, access, placeOf(address));
  const bare = asked.header('If-Match') === null && asked.header('If-None-Match') === null;
  if (!fits(asked, held)) return refuseRecord('TagDiffers');
  const type = asked.header('Content-Type')?.trim() ?? 'application/octet-stream';
  // It goes out again as a header.
  if (!isMediaType(type)) return refuseRecord('BodyInvalid', { path: 'Content-Type', rule: 'is-a-media-type' });
  const given = isJson(type) ? readObject(body) : null;
  if (asked.method === 'POST' && isJson(type) && given === null)
    return refuseRecord('BodyInvalid', { path: '$', rule: 'is-an-object-of-json' });
  if (asked.method === 'PUT' && bare && mustMatch(asked, address)) {
    if (held !== null)
      return refuseRecord('DocumentExists', {
        detail: 'The document exists. Read it, and send the change with If-Match and its ETag.',
      });
    // A client of 1.0.3 says that it expects nothing there (part three, 3.1).
    if (asked.version === '1.0.3')
      return refuseRecord('BodyInvalid', {
        path: 'If-None-Match',
        rule: 'new-profile-is-sent-with-if-none-match',
      });
  }
  const merged = asked.method === 'POST' && held !== null ? merge(held, type, given) : { body, type };
  if (merged === null) return refuseRecord('BodyInvalid', { path: '$', rule: 'both-documents-are-objects-of-json' });
  const document = { ...merged, etag: tagOfBytes(merged.body), changed, name: address.name ?? '' };
  await saveDocument(tx, access, placeOf(address), document);
  return answerDone;
}

/** Whether a document may be overwritten only by who saw it: profiles always, a state since 2.0. */
function mustMatch({ version }: RecordRequest, { group }: DocumentAddress): boolean {
  return group.kind !== 'state' || version === '2.0.0';
}

/** Whether what the caller saw (`If-Match`, `If-None-Match`, RFC 9110) is what is there. */
function fits(asked: RecordRequest, held: StoredDocument | null): boolean {
  const [match, none] = [asked.header('If-Match'), asked.header('If-None-Match')];
  if (match !== null && !names(match, held)) return false;
  return none === null || !names(none, held);
}

function names(header: string, held: StoredDocument | null): boolean {
  if (held === null) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${held.etag}"`);
}

function isJson(type: string): boolean {
  return /^application\/json\s*(;|$)/i.test(type.trim());
}

function readObject(bytes: Uint8Array): JsonObject | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  const json = readJson(text, recordCaps.depth);
  return json.ok && isJsonObject(json.value.value) ? json.value.value : null;
}

/** Both as one, property by property of the first level; null where one of them is no object of JSON. */
function merge(
  held: StoredDocument,
  type: string,
  given: JsonObject | null,
): Pick<StoredDocument, 'body' | 'type'> | null {
  const before = isJson(held.type) ? readObject(held.body) : null;
  if (before === null || given === null) return null;
  return { body: new TextEncoder().encode(JSON.stringify({ ...before, ...given })), type };
}
