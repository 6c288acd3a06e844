import { ok, refuse, type Result } from '#platform/base';
import { formMapSchema, templateFilters, type FormMap, type MappedField } from '#kernel/documents';
import type { FormField } from '#kernel/documents/client';

/** How a value is written into a box: as it is, through a filter, or one piece of a date. */
export const writings = ['as-it-is', ...templateFilters, 'day', 'month', 'year'] as const;
export type Writing = (typeof writings)[number];

/** What somebody chose for one field of the form. An empty `from` leaves the field empty on purpose. */
export interface FieldDraft {
  readonly from: string;
  readonly writing: Writing;
  readonly required: boolean;
  /** For each answer of the form: our value for which it is chosen. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Choices by the form's own field names. */
export type MapDraft = ReadonlyMap<string, FieldDraft>;

/** What a map says besides its fields. */
export type MapHead = Omit<FormMap, 'fields' | 'leaveEmpty'>;

export type MapDraftRefusal =
  /** A date in three boxes lacks one of them; named by our field. */
  | { readonly type: 'DateInPieces'; readonly field: string }
  | { readonly type: 'NothingMapped' }
  | { readonly type: 'FormMapWrong'; readonly fields: readonly string[] };

const untouched: FieldDraft = { from: '', writing: 'as-it-is', required: false, answers: {} };

/** Choices as a map makes them, for the fields that the form has; new fields are left empty. */
export function draftOfMap(fields: readonly FormField[], map: FormMap | null): MapDraft {
  const draft = new Map(fields.map(({ name }) => [name, untouched]));
  const set = (name: string, field: MappedField, writing: Writing, answers: FieldDraft['answers'] = {}): void => {
    if (draft.has(name)) draft.set(name, { from: field.from, writing, required: field.required ?? false, answers });
  };
  for (const field of map?.fields ?? []) {
    if (field.kind === 'date3') {
      for (const piece of ['day', 'month', 'year'] as const) set(field.pdf[piece], field, piece);
    } else if (field.kind === 'text') set(field.pdf, field, field.filter ?? 'as-it-is');
    else if (field.kind === 'check') set(field.pdf, field, 'as-it-is');
    else {
      // Several values of ours may lead to one answer: they are typed with commas between.
      const answers: Record<string, string> = {};
      for (const [ours, theirs] of Object.entries(field.options))
        answers[theirs] = answers[theirs] === undefined ? ours : `${answers[theirs]}, ${ours}`;
      set(field.pdf, field, 'as-it-is', answers);
    }
  }
  return draft;
}

/** The map that the choices make. Every field is either written or left empty on purpose. */
export function mapOfDraft(
  fields: readonly FormField[],
  draft: MapDraft,
  head: MapHead,
): Result<FormMap, MapDraftRefusal> {
  const chosen = fields.flatMap((field) => {
    const one = draft.get(field.name);
    return one && one.from !== '' && field.kind !== 'other' ? [{ field, ...one }] : [];
  });
  const isPiece = ({ writing }: FieldDraft): boolean => ['day', 'month', 'year'].includes(writing);
  const dates = datesOf(chosen.filter(isPiece));
  if (!dates.ok) return dates;
  const mapped = [...chosen.filter((one) => !isPiece(one)).map(mappedField), ...dates.value];
  if (mapped.length === 0) return refuse({ type: 'NothingMapped' });
  const written = new Set(chosen.map(({ field }) => field.name));
  const leaveEmpty = fields.map(({ name }) => name).filter((name) => !written.has(name));
  const parsed = formMapSchema.safeParse({ ...head, fields: mapped, leaveEmpty });
  if (parsed.success) return ok(parsed.data);
  return refuse({ type: 'FormMapWrong', fields: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] });
}

type Chosen = FieldDraft & { readonly field: FormField };

function mappedField({ field, from, writing, required, answers }: Chosen): MappedField {
  const shared = { from, pdf: field.name, ...(required ? { required } : {}) };
  if (field.kind === 'check') return { kind: 'check', ...shared };
  if (field.kind === 'radio' || field.kind === 'choice') {
    const pairs = Object.entries(answers).flatMap(([theirs, ours]) =>
      ours.trim() === '' ? [] : ours.split(',').map((one) => [one.trim(), theirs] as const),
    );
    return { kind: field.kind, ...shared, options: Object.fromEntries(pairs) };
  }
  const filter = templateFilters.find((name) => name === writing);
  return { kind: 'text', ...shared, ...(filter ? { filter } : {}), ...(field.max ? { max: field.max } : {}) };
}

/** Boxes for day, month and year, taken together by the field of ours that they write. */
function datesOf(pieces: readonly Chosen[]): Result<readonly MappedField[], MapDraftRefusal> {
  const dates: MappedField[] = [];
  for (const from of new Set(pieces.map((piece) => piece.from))) {
    const own = pieces.filter((piece) => piece.from === from);
    const nameOf = (writing: Writing) => own.find((piece) => piece.writing === writing)?.field.name;
    const [day, month, year] = [nameOf('day'), nameOf('month'), nameOf('year')];
    if (!day || !month || !year || own.length !== 3) return refuse({ type: 'DateInPieces', field: from });
    const required = own.some((piece) => piece.required);
    dates.push({ kind: 'date3', from, pdf: { day, month, year }, ...(required ? { required } : {}) });
  }
  return ok(dates);
}
