import type { z } from 'zod';
import { countryShapes, packShapes, type PackFiles } from './pack-files.ts';
import { textsFileSchema } from './pack-schema.ts';

/** Something in a file of a pack that does not have the shape it must have. */
export interface ShapeFault {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Every fault of every file, not the first alone; nothing where the pack can be expanded. */
export function shapeFaults(files: PackFiles): readonly ShapeFault[] {
  return [
    ...shapesOf(countryShapes).flatMap(([name, schema]) => faultsOf(schema, `../${name}.yaml`, files[name])),
    ...textFaults(files.countryTexts, '../text'),
    ...shapesOf(packShapes).flatMap(([name, schema]) => faultsOf(schema, `${name}.yaml`, files[name])),
    ...textFaults(files.texts, 'text'),
  ];
}

function shapesOf<Name extends string>(
  shapes: Readonly<Record<Name, z.ZodType>>,
): readonly (readonly [Name, z.ZodType])[] {
  // Object.entries forgets which names an object literal has.
  return Object.entries(shapes) as [Name, z.ZodType][];
}

function textFaults(texts: PackFiles['texts'], folder: string): readonly ShapeFault[] {
  return Object.entries(texts).flatMap(([tag, words]) => faultsOf(textsFileSchema, `${folder}/${tag}.yaml`, words));
}

function faultsOf(schema: z.ZodType, file: string, value: unknown): readonly ShapeFault[] {
  const result = schema.safeParse(value ?? {});
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ file, path, text: message }));
}
