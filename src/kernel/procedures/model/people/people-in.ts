import type { Parameters } from '../answer.ts';
import { citationsToSources } from '../journey/index-of.ts';
import type { Confidence, Pack, Source } from '../pack.ts';
import { say, textsOf } from '../say.ts';

/** Somebody in charge of something in a stage, in words. */
export interface Charge {
  readonly id: string;
  /** Code of the authority or helper, the same in all packs of a country. */
  readonly who: string;
  readonly name: string;
  /** What they do, a full sentence. */
  readonly does: string;
  /** The property a case must have; null where the row holds for every case. */
  readonly onlyIf: { readonly parameter: string; readonly is: string | boolean } | null;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
  readonly note: string | null;
}

/**
 * Who is in charge of what in a stage of a track, in the order of the pack. With parameters, those only whose row fits the
 * case, the pack's defaults standing in for what is left out; without, all of them. A version without people has none.
 */
export function peopleIn(
  pack: Pack,
  track: string,
  stage: string,
  { language = 'en', parameters }: { readonly language?: string; readonly parameters?: Parameters } = {},
): readonly Charge[] {
  const texts = textsOf(pack, language);
  return (pack.people ?? [])
    .filter((rule) => rule.track === track && (rule.in === 'any' || rule.in.includes(stage)))
    .filter(({ onlyIf }) => onlyIf === undefined || fitsCase(pack, onlyIf, parameters))
    .map((rule) => ({
      id: rule.id,
      who: rule.who,
      name: say(texts, `who.${rule.who}`),
      does: say(texts, `does.${rule.id}`),
      onlyIf: rule.onlyIf ?? null,
      confidence: rule.confidence,
      sources: citationsToSources(pack, rule.source, rule.checkedOn),
      note: rule.note === undefined ? null : say(texts, `note.${rule.note}`),
    }));
}

function fitsCase(
  pack: Pack,
  { parameter, is }: { readonly parameter: string; readonly is: string | boolean },
  parameters: Parameters | undefined,
): boolean {
  if (parameters === undefined) return true;
  return (parameters[parameter] ?? pack.parameters.find(({ name }) => name === parameter)?.default) === is;
}
