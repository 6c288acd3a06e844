import { wordedKey, type Pack } from '#kernel/procedures';
import type { Finding } from './finding.ts';
import { rulesOf } from './pack-rules.ts';

/** What else a check of messages looks at. */
export interface MessageGround {
  /** The other packs of the country, which may use the words the country shares. */
  readonly siblings: readonly Pack[];
  /** Whether a message stands in the words of the pack itself. */
  readonly isOwn: (language: string, key: string) => boolean;
}

/** Messages that rules need and a language does not have, that no rule uses, or that fill other places than in English. */
export function checkMessages(pack: Pack, ground: MessageGround): readonly Finding[] {
  const needed = [...neededKeys(pack)].toSorted();
  const missing = Object.entries(pack.texts).flatMap(([language, texts]) =>
    needed
      .filter((key) => texts[key] === undefined)
      .map((key): Finding => ({ file: `text/${language}.yaml`, path: [key], code: 'message-missing', text: key })),
  );
  return [...missing, ...unusedMessages(pack, ground), ...unlikeMessages(pack)];
}

/** Words of the pack that it does not use itself, and words of the country that none of its packs uses. */
function unusedMessages(pack: Pack, { siblings, isOwn }: MessageGround): readonly Finding[] {
  const used = usedKeys(pack);
  const usedByAny = new Set([pack, ...siblings].flatMap((one) => [...usedKeys(one)]));
  return Object.entries(pack.texts).flatMap(([language, texts]) =>
    Object.keys(texts)
      .filter((key) => !(isOwn(language, key) ? used : usedByAny).has(key) && !isOfEngine(key))
      .map((key): Finding => ({
        file: `text/${language}.yaml`,
        path: [key],
        code: 'message-unused',
        text: `nothing says ${key}`,
      })),
  );
}

/** Days, units and steps of counting are said by the engine for any pack of the country. */
function isOfEngine(key: string): boolean {
  return /^(weekday|month|unit|number|step)\./.test(key);
}

/** What a pack may say: what it needs, and what has words only where somebody wrote them. */
function usedKeys(pack: Pack): ReadonlySet<string> {
  return new Set([
    ...neededKeys(pack),
    ...pack.facts.flatMap(({ name, group, fields }) => [
      `fact.${name}`,
      `group.${group}`,
      ...fields.flatMap((field) => [
        `field.${field.name}`,
        ...(field.choices ?? []).map((choice) => `choice.${choice}`),
      ]),
    ]),
    ...pack.parameters.flatMap(({ choices }) => (choices ?? []).map((choice) => `choice.${choice}`)),
    ...pack.next.flatMap(({ by, route }) => [`application.${by}`, `route.${route ?? ''}`]),
    ...pack.tracks.flatMap((track) => [
      `track.${track.id}`,
      ...track.transitions.map(({ ref }) => `rule.${ref ?? ''}`),
    ]),
    ...pack.warnings.flatMap(({ values }) =>
      Object.values(values ?? {}).map((value) => `rule.${'text' in value ? value.text : ''}`),
    ),
    ...(pack.permits === undefined ? [] : [`warning.${pack.permits.gapWarning}`]),
  ]);
}

/** Messages that fill other places than the English ones: a name or day would be left out, or a bare `{day}` be read. */
function unlikeMessages(pack: Pack): readonly Finding[] {
  const english = pack.texts['en'] ?? {};
  return Object.entries(pack.texts).flatMap(([language, texts]) =>
    Object.entries(texts)
      .filter(([key, text]) => english[key] !== undefined && placesIn(text) !== placesIn(english[key]))
      .map(([key]): Finding => ({
        file: `text/${language}.yaml`,
        path: [key],
        code: 'message-unlike',
        text: `${key} does not fill the same places as in English`,
      })),
  );
}

function placesIn(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].toSorted().join(' ');
}

function neededKeys(pack: Pack): ReadonlySet<string> {
  return new Set([
    ...pack.tracks.flatMap((track) => track.stages.map(({ id }) => `stage.${track.id}.${id}`)),
    'pack.title',
    // Rules speak of a date by its ref, whatever the title of one of its rules.
    ...pack.deadlines.flatMap(({ ref, words }) => [`deadline.${ref}`, wordedKey(`deadline.${ref}`, words)]),
    ...pack.guards.map(({ id, name }) => `guard.${name ?? id}`),
    ...pack.rights.map(({ id, allowed, words }) => wordedKey(`right.${id}${allowed === false ? '.not' : ''}`, words)),
    ...pack.obligations.map(({ id, words }) => wordedKey(`obligation.${id}`, words)),
    ...pack.documents.map(({ id }) => `why.${id}`),
    ...pack.documentIds.map((id) => `document.${id}`),
    // A step that nobody records as a fact, such as an appeal for silence, is still told.
    ...pack.next.map(({ by }) => `fact.${by}`),
    ...pack.parameters.map(({ name }) => `parameter.${name}`),
    ...pack.calendar.holidays.map(({ name }) => `holiday.${name}`),
    ...rulebookKeys(pack),
    ...warningKeys(pack),
    ...factKeys(pack),
    ...stepKeys,
  ]);
}

/** Figures with the words of their choices, people with what they do, and the remarks of rules. */
function rulebookKeys(pack: Pack): readonly string[] {
  return [
    ...(pack.figures ?? []).flatMap(({ id, unit, values }) => [
      `figure.${id}`,
      ...(unit === 'money' || unit === 'money-per-day' ? [`unit.${unit}`, 'number.group'] : []),
      ...values.flatMap((row) => (unit === 'choice' && 'value' in row ? [`figure.${id}.${String(row.value)}`] : [])),
    ]),
    ...(pack.people ?? []).flatMap(({ id, who }) => [`does.${id}`, `who.${who}`]),
    ...rulesOf(pack).flatMap(({ value }) =>
      'note' in value && typeof value.note === 'string' ? [`note.${value.note}`] : [],
    ),
  ];
}

function warningKeys(pack: Pack): readonly string[] {
  const ofTracks = pack.tracks.flatMap((track) => [
    ...track.transitions.flatMap(({ warnings }) => warnings ?? []),
    ...track.refusedWith.map(({ warning }) => warning),
  ]);
  return [
    ...ofTracks,
    ...pack.warnings.map(({ code }) => code),
    'guard-unmet',
    'unverified-rule',
    'calendar-not-decreed',
    ...(pack.calendar.holidays.some(({ unverified }) => unverified === true) ? ['holiday-unverified'] : []),
  ].map((code) => `warning.${code}`);
}

function factKeys(pack: Pack): readonly string[] {
  return pack.facts
    .filter(({ name }) => pack.usesFacts.includes(name))
    .flatMap(({ name, group, fields }) => [
      `fact.${name}`,
      `group.${group}`,
      ...fields.flatMap((field) => [
        `field.${field.name}`,
        ...(field.choices ?? []).map((choice) => `choice.${choice}`),
      ]),
    ]);
}

const stepKeys = ['start', 'count', 'end', 'weekend', 'holiday', 'minimum-days', 'clip', 'printed'].map(
  (code) => `step.${code}`,
);
