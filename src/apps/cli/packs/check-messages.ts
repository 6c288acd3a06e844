import type { Pack } from '#kernel/procedures';
import type { Finding } from './finding.ts';

/** Messages that rules need and a language does not have. */
export function checkMessages(pack: Pack): readonly Finding[] {
  const needed = [...neededKeys(pack)].toSorted();
  const missing = Object.entries(pack.texts).flatMap(([language, texts]) =>
    needed
      .filter((key) => texts[key] === undefined)
      .map((key): Finding => ({ file: `text/${language}.yaml`, path: [], code: 'message-missing', text: key })),
  );
  return [...missing, ...unlikeMessages(pack)];
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
    ...pack.deadlines.map(({ ref }) => `deadline.${ref}`),
    ...pack.guards.map(({ id, name }) => `guard.${name ?? id}`),
    ...pack.rights.map(({ id, allowed }) => `right.${id}${allowed === false ? '.not' : ''}`),
    ...pack.obligations.map(({ id }) => `obligation.${id}`),
    ...pack.documents.map(({ id }) => `why.${id}`),
    ...pack.documentIds.map((id) => `document.${id}`),
    ...pack.parameters.map(({ name }) => `parameter.${name}`),
    ...pack.calendar.holidays.map(({ name }) => `holiday.${name}`),
    ...warningKeys(pack),
    ...factKeys(pack),
    ...stepKeys,
  ]);
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
