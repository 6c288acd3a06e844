import {
  calendarFileSchema,
  deadlinesFileSchema,
  documentsFileSchema,
  factsFileSchema,
  packFileSchema,
  sourcesFileSchema,
  stagesFileSchema,
  standingFileSchema,
  vocabularyFileSchema,
} from './pack-schema.ts';
import { figuresFileSchema, peopleFileSchema } from './rulebook-schema.ts';

/** The shape of every file that the packs of one country share, by its name without ending; texts stand in a folder of their own. */
export const countryShapes = { calendar: calendarFileSchema, vocabulary: vocabularyFileSchema };

/** The shape of every file of one pack, by its name without ending. */
export const packShapes = {
  deadlines: deadlinesFileSchema,
  documents: documentsFileSchema,
  facts: factsFileSchema,
  figures: figuresFileSchema,
  pack: packFileSchema,
  people: peopleFileSchema,
  sources: sourcesFileSchema,
  stages: stagesFileSchema,
  standing: standingFileSchema,
};

type Parsed<Shapes> = Readonly<Record<keyof Shapes, unknown>>;

/** The parsed YAML of one pack and of its country, by file name without ending. */
export interface PackFiles extends Parsed<typeof countryShapes>, Parsed<typeof packShapes> {
  readonly country: string;
  readonly countryTexts: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, unknown>>;
}
