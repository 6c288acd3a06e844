import type { z } from 'zod';
import type { PackFiles } from './pack-files.ts';
import {
  calendarFileSchema,
  deadlinesFileSchema,
  documentsFileSchema,
  factsFileSchema,
  packFileSchema,
  sourcesFileSchema,
  stagesFileSchema,
  standingFileSchema,
  textsFileSchema,
  vocabularyFileSchema,
} from './pack-schema.ts';
import { figuresFileSchema, peopleFileSchema } from './rulebook-schema.ts';

/** Something in a file of a pack that does not have the shape it must have. */
export interface ShapeFault {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Every fault of every file, not the first alone; nothing where the pack can be expanded. */
export function shapeFaults(files: PackFiles): readonly ShapeFault[] {
  return [
    ...faultsOf(calendarFileSchema, '../calendar.yaml', files.calendar),
    ...faultsOf(vocabularyFileSchema, '../vocabulary.yaml', files.vocabulary),
    ...Object.entries(files.countryTexts).flatMap(([tag, texts]) =>
      faultsOf(textsFileSchema, `../text/${tag}.yaml`, texts),
    ),
    ...faultsOf(deadlinesFileSchema, 'deadlines.yaml', files.deadlines),
    ...faultsOf(documentsFileSchema, 'documents.yaml', files.documents),
    ...faultsOf(factsFileSchema, 'facts.yaml', files.facts),
    ...faultsOf(figuresFileSchema, 'figures.yaml', files.figures),
    ...faultsOf(packFileSchema, 'pack.yaml', files.pack),
    ...faultsOf(peopleFileSchema, 'people.yaml', files.people),
    ...faultsOf(sourcesFileSchema, 'sources.yaml', files.sources),
    ...faultsOf(stagesFileSchema, 'stages.yaml', files.stages),
    ...faultsOf(standingFileSchema, 'standing.yaml', files.standing),
    ...Object.entries(files.texts).flatMap(([tag, texts]) => faultsOf(textsFileSchema, `text/${tag}.yaml`, texts)),
  ];
}

function faultsOf(schema: z.ZodType, file: string, value: unknown): readonly ShapeFault[] {
  const result = schema.safeParse(value ?? {});
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ file, path, text: message }));
}
