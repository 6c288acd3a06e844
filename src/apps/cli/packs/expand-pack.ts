import type { z } from 'zod';
import { countryShapes, packShapes, type PackFiles } from './pack-files.ts';
import type { Calendar, DeadlineRule, FactRule, FieldRule, Pack } from '#kernel/procedures';
import { textsFileSchema } from './pack-schema.ts';

/** A file whose shape was looked at before: anything else is a defect. */
function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  return schema.parse(value ?? {});
}

/**
 * Turns the files of a pack into the one value that travels: everything written out, nothing left to look up.
 * To be called with files in which `shapeFaults` finds nothing.
 */
export function expandPack(files: PackFiles): Pack {
  const head = read(packShapes.pack, files.pack);
  const vocabulary = read(countryShapes.vocabulary, files.vocabulary);
  const calendar: Calendar = read(countryShapes.calendar, files.calendar);
  const stages = read(packShapes.stages, files.stages);
  const documents = read(packShapes.documents, files.documents);
  const standing = read(packShapes.standing, files.standing);
  const facts = factsOf(vocabulary);
  const checked = dayOf(stages.checkedOn);
  return {
    ...head,
    country: files.country,
    parameters: vocabulary.parameters,
    calendar,
    facts,
    usesFacts: usesOf(read(packShapes.facts, files.facts), facts),
    supersedeAll: stages.supersedeAll,
    ...(stages.permits === undefined ? {} : { permits: stages.permits }),
    tracks: stages.tracks.map((track) => ({
      ...track,
      transitions: track.transitions.map(checked),
      timers: track.timers.map(checked),
    })),
    guards: stages.guards,
    deadlines: deadlinesOf(files, files.country),
    next: stages.next.map(checked),
    documentIds: vocabulary.documents,
    documents: documents.documents.map(dayOf(documents.checkedOn)),
    alsoHeldBy: documents.alsoHeldBy,
    ...(vocabulary.documentHeld === undefined ? {} : { documentHeld: { name: vocabulary.documentHeld } }),
    listedIn: documents.listedIn,
    rights: standing.rights.map(dayOf(standing.checkedOn)),
    obligations: standing.obligations.map(dayOf(standing.checkedOn)),
    warnings: standing.warnings.map((rule) => (rule.source === undefined ? rule : dayOf(standing.checkedOn)(rule))),
    ...rulebookOf(files),
    sources: read(packShapes.sources, files.sources),
    texts: textsOf(files),
  };
}

/** Gives each rule the day of checking that stands at the top of its file, unless it has its own. */
function dayOf(
  top: string | undefined,
): <Rule extends { readonly checkedOn?: string }>(rule: Rule) => Rule & { readonly checkedOn: string } {
  return (rule) => ({ ...rule, checkedOn: rule.checkedOn ?? top ?? '' });
}

function deadlinesOf(files: PackFiles, country: string): readonly DeadlineRule[] {
  const file = read(packShapes.deadlines, files.deadlines);
  const checked = dayOf(file.checkedOn);
  return file.deadlines.map(({ term, terms, clip, rule, ...rest }) => ({
    ...checked(rest),
    terms: terms ?? [{ term: term ?? '' }],
    rule: rule === 'plain' ? `${country}-plain` : rule,
    clip: clip ?? (rest.sense === 'from' ? 'up' : 'down'),
  }));
}

/** What the engine does not reckon with and people read: dated values, and who is in charge. */
function rulebookOf(files: PackFiles): Required<Pick<Pack, 'figures' | 'people'>> {
  const { checkedOn, figures } = read(packShapes.figures, files.figures);
  const people = read(packShapes.people, files.people);
  const checked = dayOf(checkedOn);
  return {
    figures: figures.map((figure) => ({ ...figure, values: figure.values.map((row) => checked(row)) })),
    people: people.people.map(dayOf(people.checkedOn)),
  };
}

function factsOf(vocabulary: z.output<typeof countryShapes.vocabulary>): readonly FactRule[] {
  return Object.entries(vocabulary.groups).flatMap(([group, facts]) =>
    Object.entries(facts).map(([name, fact]): FactRule => ({
      name,
      group,
      ...(fact.repeats === true ? { repeats: true } : {}),
      fields: Object.entries(fact.fields).map(([field, shape]) => fieldOf(field, shape)),
    })),
  );
}

/** `day`, `flag`, `text`, `document`, `period P1M|P2M`, `a|b`; ` = value` gives the default, `!` after the name means required. */
function fieldOf(written: string, shape: string): FieldRule {
  const name = written.replace(/!$/, '');
  const [form = '', fallback] = shape.split(' = ');
  const base = {
    name,
    ...(written.endsWith('!') ? { required: true } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
  if (form === 'day' || form === 'flag' || form === 'text' || form === 'document') return { ...base, kind: form };
  const [word, choices] = form.split(' ');
  if (word === 'period' && choices !== undefined) return { ...base, kind: 'period', choices: choices.split('|') };
  return { ...base, kind: 'choice', choices: (choices ?? form).split('|') };
}

function usesOf(uses: z.output<typeof packShapes.facts>, facts: readonly FactRule[]): readonly string[] {
  return facts
    .filter(({ name, group }) => uses.groups.includes(group) || uses.facts.includes(name))
    .map(({ name }) => name);
}

function textsOf(files: PackFiles): Pack['texts'] {
  const languages = new Set([...Object.keys(files.countryTexts), ...Object.keys(files.texts)]);
  return Object.fromEntries(
    [...languages].toSorted().map((language) => [
      language,
      {
        ...read(textsFileSchema, files.countryTexts[language]),
        ...read(textsFileSchema, files.texts[language]),
      },
    ]),
  );
}
