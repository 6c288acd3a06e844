import { everybody, everybodyElse, type LedgerFinding } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';

type Range = readonly [low: number, high: number | null];

/** From right to left "<10" would read as its opposite: it is set apart (U+2066, U+2069), which nobody sees. */
function leftToRight(text: string): string {
  return text.startsWith('<') ? `\u2066${text}\u2069` : text;
}

/** Words of the ledger for people: names of groups, and what was found, in their language. */
export function useLedgerWords() {
  const { t } = useLanguage();
  /** Everybody, those whom nobody named, and what is taken away stand by signs in names that are put together. */
  const nameOf = (name: string): string => {
    const words = new Map([
      [everybody, t('diplomacy.ledger.everybody')],
      [everybodyElse, t('diplomacy.ledger.others')],
      ['-', t('diplomacy.ledger.without')],
    ]);
    return name
      .split(' ')
      .map((part) => words.get(part) ?? part)
      .join(' ');
  };
  const rangeOf = ([low, high]: Range): string => {
    if (high === null) return t('diplomacy.release.range.from', { low: String(low) });
    if (low === high) return String(low);
    return t('diplomacy.release.range.between', { low: String(low), high: String(high) });
  };
  /** The steps by which a stranger comes to know it; the last one is what he knows. */
  const stepsOf = (finding: LedgerFinding): readonly string[] => {
    if (finding.kind === 'inside') {
      const { inside, around, others } = finding;
      return [t('diplomacy.release.inside', { others, inside: nameOf(inside), around: nameOf(around) })];
    }
    const target = { target: nameOf(finding.target), range: rangeOf(finding.range) };
    if (finding.kind !== 'group')
      return [
        t(`diplomacy.release.${finding.kind}`, {
          ...target,
          reading: t(`diplomacy.release.reading.${finding.reading}`),
        }),
      ];
    const steps = finding.steps.map(({ name, text, range }) => {
      const words = { name: nameOf(name), range: rangeOf(range) };
      if (text === null || text === words.range) return t('diplomacy.release.step.is', words);
      return t('diplomacy.release.step.means', { ...words, text: leftToRight(text) });
    });
    return [...steps, t(`diplomacy.release.${steps.length === 0 ? 'unproven' : 'so'}`, target)];
  };
  return { stepsOf };
}
