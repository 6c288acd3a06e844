/** What a field of a template tells the reader of the letter. */
export type Reveals =
  'nothing' | 'identity' | 'address' | 'file' | 'papers' | 'facts' | 'people' | 'texts' | 'health' | 'account';

/** Fields that a template gets only when it says so with {needs:health} or {needs:account}, and both readers saw it. */
export const templateNeeds = ['health', 'account'] as const;
export type TemplateNeed = (typeof templateNeeds)[number];

interface Field {
  readonly reveals: Reveals;
  /** Fields of one item, when the field is a list of rows; an empty object is a list of words. */
  readonly items?: Readonly<Record<string, Field>>;
}

const one = (reveals: Reveals): Field => ({ reveals });
const fields = (group: string, reveals: Reveals, names: readonly string[]): Readonly<Record<string, Field>> =>
  Object.fromEntries(names.map((name) => [`${group}.${name}`, one(reveals)]));
const rows = (reveals: Reveals, names: readonly string[]): Field => ({
  reveals,
  items: Object.fromEntries(names.map((name) => [name, one(reveals)])),
});

/** Version of the field list below; the how-to page names it. */
export const templateFieldsVersion = 1;

/** Every field that a template may name (casework design, section 6). A field that is not here is refused. */
export const templateFields: Readonly<Record<string, Field>> = {
  ...fields('person', 'identity', [
    'calledName',
    'fullName',
    'givenNames',
    'familyName',
    'born',
    'birthPlace',
    'nationality',
  ]),
  ...fields('person', 'file', ['vNumber', 'bsn', 'policeNumber']),
  'address.lines': rows('address', []),
  'address.postcode': one('address'),
  'address.town': one('address'),
  ...fields('case', 'file', ['codeName', 'reference', 'procedure', 'step']),
  ...fields('decision', 'file', ['date', 'reference', 'authority', 'madeKnown', 'validUntil']),
  ...fields('deadline', 'file', ['due', 'title', 'article']),
  'deadline.steps': rows('file', []),
  documents: rows('papers', ['number', 'title', 'date', 'language', 'form', 'note']),
  following: rows('papers', ['title', 'by', 'note']),
  facts: rows('facts', ['title', 'on', 'article']),
  ...fields('parties.lawyer', 'people', ['name', 'office', 'phone', 'email']),
  ...fields('sender', 'people', ['name', 'role', 'phone', 'email']),
  ...fields('organisation', 'nothing', ['name', 'phone', 'email', 'town']),
  'organisation.lines': rows('nothing', []),
  ...fields('recipient', 'nothing', ['name', 'town']),
  'recipient.lines': rows('nothing', []),
  today: one('nothing'),
  ...fields('texts', 'texts', ['opening', 'reasons', 'request', 'closing', 'statement']),
  ...fields('health', 'health', ['summary', 'practitioner']),
  ...fields('account', 'account', ['summary']),
};

/** Filters that may follow a field after a bar: {today | longdate}. */
export const templateFilters = ['date', 'longdate', 'list', 'yesno', 'upper'] as const;
export type TemplateFilter = (typeof templateFilters)[number];

/** A value for a template: plain words, dates as `2026-03-01`, and lists and rows of these. */
export type TemplateValue =
  string | number | boolean | null | readonly TemplateValue[] | { readonly [field: string]: TemplateValue };

/** Values by the first word of a field: `{ person: { calledName: 'Maryam' }, today: '2026-11-24' }`. */
export type TemplateValues = Readonly<Record<string, TemplateValue>>;

/** One tag of a template, and what it will reveal. */
export interface TemplateTag {
  readonly tag: string;
  readonly reveals: Reveals;
}

/** What a template was found to ask for. */
export interface TemplateReport {
  readonly tags: readonly TemplateTag[];
  readonly needs: readonly TemplateNeed[];
}

/** Why a template is not taken or not filled in. Tags and codes are the template's own; no value of a case is in it. */
export type TemplateRefusal =
  | { readonly type: 'TemplateBroken'; readonly tags: readonly string[] }
  | { readonly type: 'TemplateUnknownFields'; readonly tags: readonly string[] }
  | { readonly type: 'TemplateFieldCodes'; readonly codes: readonly string[] }
  | { readonly type: 'TemplateNeedsNotSaid'; readonly needs: readonly TemplateNeed[] }
  | { readonly type: 'TemplateNeedsNotSeen'; readonly needs: readonly TemplateNeed[] }
  | { readonly type: 'TemplateFilter'; readonly tag: string }
  | { readonly type: 'ControlCharacter'; readonly field: string };
