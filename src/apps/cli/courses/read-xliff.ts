import { SaxesParser } from 'saxes';
import { translationStates, type ReturnedText, type TranslationState } from '#modules/learning';

/** What a translator's file says. */
export interface ReadTranslation {
  /** Id of the course, as it stands in the file. */
  readonly course: string;
  readonly to: string;
  readonly texts: readonly ReturnedText[];
}

interface Growing {
  readonly key: string;
  hash: string;
  source: string;
  target: string | null;
  states: string[];
}

/**
 * Reads XLIFF 2.x as translators' tools give it back: a unit may have come in several segments, with marks of the tool in them, whose words
 * count and whose marks do not. Null where it is no such file. A document type is refused before anything of it is looked at.
 */
export function readXliff(text: string): ReadTranslation | null {
  const parser = new SaxesParser({ xmlns: true });
  const units: Growing[] = [];
  const path: string[] = [];
  const found = { failed: false, to: '', course: '', category: '' };
  parser.on('error', () => (found.failed = true));
  parser.on('doctype', () => (found.failed = true));
  parser.on('opentag', ({ local, attributes }) => {
    const named = (name: string): string | undefined =>
      Object.values(attributes).find((one) => one.local === name)?.value;
    path.push(local);
    const unit = units.at(-1);
    if (local === 'xliff') found.to = named('trgLang') ?? '';
    if (local === 'file') found.course ||= (named('original') ?? '').split('@')[0] ?? '';
    if (local === 'unit') units.push({ key: named('id') ?? '', hash: '', source: '', target: null, states: [] });
    if (local === 'note') found.category = named('category') ?? '';
    if (local === 'segment') unit?.states.push(named('state') ?? 'initial');
    if (local === 'target' && unit !== undefined) unit.target ??= '';
  });
  const take = (words: string): void => {
    const unit = units.at(-1);
    if (unit === undefined || !path.includes('unit')) return;
    if (path.includes('source')) unit.source += words;
    else if (path.includes('target')) unit.target = `${unit.target ?? ''}${words}`;
    else if (path.at(-1) === 'note' && found.category === 'source-sha256') unit.hash += words.trim();
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => void path.pop());
  try {
    parser.write(text).close();
  } catch {
    found.failed = true;
  }
  const { failed, to, course } = found;
  if (failed || to === '' || units.length === 0) return null;
  return { course, to, texts: units.map(returnedOf) };
}

function returnedOf({ key, hash, source, target, states }: Growing): ReturnedText {
  const said = target === null || target.trim() === '' ? null : target;
  return { key, hash, source, target: said, state: leastOf(states) };
}

/** A unit is as far as the least of its segments. */
function leastOf(states: readonly string[]): TranslationState {
  const ranks = states.map((state) => translationStates.findIndex((one) => one === state));
  return translationStates[Math.max(0, Math.min(...ranks, translationStates.length - 1))] ?? 'initial';
}
