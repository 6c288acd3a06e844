import { ok, type TenantId, type UserId } from '#platform/base';
import { lowestFloor } from '../count-rule.ts';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import { readFields, readFlag, readWord, type Fields, type Read } from '../ask/read-fields.ts';
import type { LedgerContent, LedgerEntryId } from './ledger-entry.ts';
import {
  readDay,
  readFigures,
  readFloorOf,
  readHash,
  readId,
  readLabel,
  readLabels,
  readName,
  readNull,
  readSets,
} from './read-figures.ts';

const base = ['v', 'tenant', 'id', 'kind', 'author', 'written'] as const;
const counted = [...base, 'population', 'figures', 'floor'] as const;
const published = [
  ...counted,
  ...(['dimensions', 'audience', 'document', 'menu', 'tables', 'state'] as const),
] as const;
const namesByKind = {
  release: published,
  correction: [...published, 'corrects', 'why'],
  said: [...counted, 'on', 'where', 'afterwards'],
  outside: [...counted, 'on', 'source'],
  withdrawal: [...base, 'withdraws', 'why'],
} as const;

type Name = (typeof namesByKind)[keyof typeof namesByKind][number];

/** What came before a part was refused stands for the whole. */
class FirstRefusal {
  refusal: ReturnType<typeof refuseDisclosure> | null = null;

  /** The value, or `instead` once something was refused. */
  take<Value>(read: Read<Value>, instead: Value): Value {
    if (read.ok) return read.value;
    this.refusal ??= read;
    return instead;
  }
}

/**
 * Reads what an author signed, from anybody: exactly the fields of its kind, each in its shape. Refuses with the codes of questions and
 * the path of the field.
 */
export function readLedgerContent(value: unknown): Read<LedgerContent> {
  const kinds = ['release', 'correction', 'said', 'outside', 'withdrawal'] as const;
  const claimed: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuseDisclosure('json-malformed');
  const kind = readWord(claimed, kinds, 'kind', 'kind-unknown');
  if (!kind.ok) return kind;
  const names: readonly Name[] = namesByKind[kind.value];
  const fields = readFields(value, names, names);
  if (!fields.ok) return fields;
  const first = new FirstRefusal();
  const content = readKind(kind.value, fields.value, first);
  return first.refusal ?? ok(content);
}

function readKind(kind: LedgerContent['kind'], fields: Fields<Name>, first: FirstRefusal): LedgerContent {
  const label = (name: Name) => first.take(readLabel(fields[name], name), '');
  // Where an id was refused the whole is: what stands in its place is seen by nobody.
  const id = <Id extends string>(name: Name): Id => first.take(readId<Id>(fields[name], name), '' as Id);
  const day = (name: Name) => first.take(readDay(fields[name], name), '');
  const common = {
    v: first.take<1>(readVersion(fields.v), 1),
    ...{ tenant: id<TenantId>('tenant'), id: id<LedgerEntryId>('id'), author: id<UserId>('author') },
    written: day('written'),
  };
  switch (kind) {
    case 'withdrawal':
      return { ...common, kind, withdraws: id<LedgerEntryId>('withdraws'), why: label('why') };
    case 'said':
      return {
        ...{ ...common, kind, ...readCounted(fields, first), on: day('on'), where: label('where') },
        afterwards: first.take(readFlag(fields.afterwards, 'afterwards'), false),
      };
    case 'outside':
      return { ...common, kind, ...readCounted(fields, first), on: day('on'), source: label('source') };
    case 'release':
      return { ...common, kind, ...readPublished(fields, first) };
    case 'correction':
      return {
        ...common,
        kind,
        ...readPublished(fields, first),
        corrects: id<LedgerEntryId>('corrects'),
        why: label('why'),
      };
  }
}

function readVersion(value: unknown): Read<1> {
  return value === 1 ? ok(1) : refuseDisclosure('field-malformed', 'v');
}

function readCounted(fields: Fields<Name>, first: FirstRefusal) {
  const floor = first.take(readFloorOf(fields.floor, 'floor'), lowestFloor);
  return {
    population: first.take(readName(fields.population, 'population'), ''),
    ...{ figures: first.take(readFigures(fields.figures, 'figures', floor), []), floor },
  };
}

function readPublished(fields: Fields<Name>, first: FirstRefusal) {
  return {
    ...readCounted(fields, first),
    dimensions: first.take(readSets(fields.dimensions, 'dimensions'), {}),
    audience: first.take<'public' | 'named'>(readWord(fields.audience, ['public', 'named'], 'audience'), 'named'),
    document: first.take(readDocument(fields.document), { title: '', version: '' }),
    menu: first.take(readNull(fields.menu, 'menu', readLabel), null),
    tables: first.take(readLabels(fields.tables, 'tables'), []),
    state: first.take(readNull(fields.state, 'state', readHash), null),
  };
}

function readDocument(value: unknown): Read<{ readonly title: string; readonly version: string }> {
  const names = ['title', 'version'] as const;
  const fields = readFields(value, names, names, 'document');
  if (!fields.ok) return fields;
  const title = readLabel(fields.value.title, 'document.title');
  if (!title.ok) return title;
  const version = readLabel(fields.value.version, 'document.version');
  return version.ok ? ok({ title: title.value, version: version.value }) : version;
}
