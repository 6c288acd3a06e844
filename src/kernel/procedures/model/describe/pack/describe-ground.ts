import type { CountingRule, FieldRule, HolidayRule, Pack, Sourced } from '../../pack.ts';
import type { PackSentence, PackTable } from './pack-document.ts';
import { dayOf, itemsOf, listed, named, sentence, valueOf, type PackTeller } from './pack-teller.ts';
import { looseDraft, withSureness, type RuleDraft } from './rule-draft.ts';

/** The properties of a case that rules ask for. */
export function describeParameters(teller: PackTeller): readonly RuleDraft[] {
  const { t } = teller;
  return teller.pack.parameters.map((parameter, place) => {
    const { name, choices } = parameter;
    const fallback = valueOf(teller, parameter.default);
    const told =
      choices === undefined
        ? t('procedures.case.flag', { value: parameter.default === true ? 'yes' : 'no' })
        : t('procedures.case.choice', {
            choices: listed(
              teller,
              choices.map((choice) => t('procedures.quoted', { text: valueOf(teller, choice) })),
              'or',
            ),
            value: t('procedures.quoted', { text: fallback }),
          });
    return looseDraft({
      covers: [`parameters.${String(place)}`],
      title: named(teller, `parameter.${name}`),
      sentences: [sentence(told)],
      rule: parameter,
    });
  });
}

/** The facts that a pack reads, by group, with what is asked besides the day. */
export function factTables(teller: PackTeller): readonly PackTable[] {
  const { pack, t } = teller;
  const read = pack.facts.filter(({ name }) => pack.usesFacts.includes(name));
  return [...new Set(read.map(({ group }) => group))].map((group) => ({
    caption: named(teller, `group.${group}`),
    head: [t('procedures.facts.fact'), t('procedures.facts.asked')],
    rows: read
      .filter((fact) => fact.group === group)
      .map(({ name, repeats, fields }) => {
        const title = named(teller, `fact.${name}`);
        return [
          repeats === true ? t('procedures.facts.repeats', { fact: title }) : title,
          fields.length === 0
            ? t('procedures.facts.nothing')
            : fields.map((field) => fieldText(teller, field)).join('; '),
        ];
      }),
  }));
}

function fieldText(teller: PackTeller, field: FieldRule): string {
  const { t } = teller;
  const label = named(teller, `field.${field.name}`);
  const required = field.required === true ? 'yes' : 'no';
  const choices = (field.choices ?? []).map((choice) => valueOf(teller, choice)).join(', ');
  const told =
    choices === ''
      ? t('procedures.facts.field', { label, required })
      : t('procedures.facts.fieldChoices', { label, required, choices });
  if (field.default === undefined) return told;
  if (field.default === 'on') return t('procedures.facts.defaultOn', { field: told });
  return t('procedures.facts.default', { field: told, value: valueOf(teller, field.default) });
}

/** How the calendar of the country counts: its rules. */
export function describeCounting(teller: PackTeller): readonly RuleDraft[] {
  return teller.pack.calendar.rules.map((rule, place) =>
    looseDraft({
      covers: [`calendar.rules.${String(place)}`],
      code: rule.id,
      title: teller.t(rule.moves ? 'procedures.counting.moving' : 'procedures.counting.plain'),
      sentences: countingSentences(teller, rule).map(sentence),
      rule,
    }),
  );
}

function countingSentences({ t }: PackTeller, { moves, minimum, longest, sources }: CountingRule): readonly string[] {
  if (!moves) return [t('procedures.counting.plainText')];
  const source = (part: string): string => sources?.[part] ?? '';
  return [
    t('procedures.counting.moves', { source: source('moves') }),
    ...(minimum === undefined ? [] : [t('procedures.counting.minimum', { ...minimum, source: source('minimum') })]),
    ...(longest === undefined ? [] : [t('procedures.counting.longest', { ...longest, source: source('longest') })]),
    t('procedures.counting.back', { source: source('back') }),
  ];
}

/** The holidays of the country, each with its source and how sure it is. */
export function describeHolidays(teller: PackTeller): readonly RuleDraft[] {
  return teller.pack.calendar.holidays.map((holiday, place) =>
    withSureness(
      teller,
      looseDraft({
        covers: [`calendar.holidays.${String(place)}`],
        title: named(teller, `holiday.${holiday.name}`),
        sentences: [holidaySentence(teller, holiday), ...doubtOf(teller, holiday)],
        rule: holiday,
      }),
      holiday.confidence,
    ),
  );
}

/** That the days were not verified, where they were not. */
function doubtOf({ t }: PackTeller, { unverified }: HolidayRule): readonly PackSentence[] {
  return unverified === true ? [sentence(t('procedures.holiday.unverified'))] : [];
}

function holidaySentence(teller: PackTeller, holiday: HolidayRule): PackSentence {
  const { t, texts } = teller;
  const { source, easter, days, month, day, earlierOn } = holiday;
  if (days !== undefined)
    return { text: t('procedures.holiday.days', { source }), items: itemsOf(days.map((one) => dayOf(teller, one))) };
  if (easter !== undefined)
    return sentence(
      t(easter < 0 ? 'procedures.holiday.beforeEaster' : 'procedures.holiday.easter', {
        days: Math.abs(easter),
        source,
      }),
    );
  const values = { day: `${String(day ?? 1)} ${texts[`month.${String(month ?? 1)}`] ?? ''}`, source };
  return sentence(
    earlierOn === undefined
      ? t('procedures.holiday.fixed', values)
      : t('procedures.holiday.earlier', { ...values, weekday: texts[`weekday.${String(earlierOn)}`] ?? '' }),
  );
}

/** What the rules rest on, when it was read, and how many rules cite it. */
export function sourceTable(teller: PackTeller): PackTable {
  const { pack, t } = teller;
  const rules = sourcedRules(pack);
  return {
    caption: t('procedures.chapter.sources'),
    head: ['source', 'address', 'read', 'rules'].map((column) => t(`procedures.sources.${column}`)),
    rows: Object.entries(pack.sources).map(([id, { title, address }]) => {
      const citing = rules.filter(({ source }) => source[id] !== undefined);
      const days = citing.map(({ checkedOn }) => checkedOn).toSorted();
      const [first = '', last = ''] = [days[0], days.at(-1)];
      const read =
        address === ''
          ? t('procedures.sources.unread')
          : first === last
            ? dayOf(teller, first)
            : t('procedures.sources.range', { first: dayOf(teller, first), last: dayOf(teller, last) });
      return [title, address, citing.length === 0 ? '' : read, String(citing.length)];
    }),
  };
}

/** Every rule that rests on a source. */
export function sourcedRules(pack: Pack): readonly Sourced[] {
  return [
    ...pack.tracks.flatMap(({ transitions, timers }): readonly Sourced[] => [...transitions, ...timers]),
    ...pack.next,
    ...pack.deadlines,
    ...pack.documents,
    ...pack.rights,
    ...pack.obligations,
    ...(pack.people ?? []),
    ...(pack.figures ?? []).flatMap(({ values }) => values.flatMap((value) => ('unknown' in value ? [] : [value]))),
  ];
}
