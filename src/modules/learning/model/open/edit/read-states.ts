import { z } from 'zod';
import { translationStates, type KeptTranslation } from '../translate/translation.ts';

const keptFile = z.record(
  z.string(),
  z.strictObject({
    hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    from: z.string(),
    state: z.enum(translationStates),
    date: z.iso.date(),
    reviewer: z.string().min(1).nullable(),
  }),
);

/** `text/LANGUAGE.state.json`: from which words each text was translated. Empty where there is no file, null where it is damaged. */
export function readStates(text: string | null): Readonly<Record<string, KeptTranslation>> | null {
  if (text === null) return {};
  try {
    return keptFile.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
