import { describeStage, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { WhoAndWhy } from './fact-changes.tsx';
import type { FactLine } from './fact-lines.ts';
import styles from './fact-row.module.css';

/** Why a fact does not count, or not yet, and what can be done about it. Nothing for one that counts. */
export function StandingWords({ line, packs }: { readonly line: FactLine; readonly packs: readonly Pack[] }) {
  const { t, language, formatDay } = useLanguage();
  const { fact, standing, stage, takenOut } = line;
  if (standing === 'counts') return null;
  if (standing === 'taken-out') {
    return (
      <div className={styles['out']}>
        <WhoAndWhy what="takenOut" writing={takenOut} />
      </div>
    );
  }
  const words =
    standing === 'pending'
      ? t('casework.facts.pending.words', { day: formatDay(fact.on) })
      : standing === 'not-permitted'
        ? t('casework.facts.not-permitted.words', { stage: nameOfStage(packs, fact.fact, stage ?? '', language) })
        : t(`casework.facts.${standing}.words`);
  return <p className={styles[standing === 'pending' ? 'muted' : 'doubt']}>{words}</p>;
}

/** The stage in which a fact has no effect: of the track that it could have moved. */
function nameOfStage(packs: readonly Pack[], fact: string, stage: string, language: string): string {
  for (const pack of packs) {
    const track = pack.tracks.find(
      ({ stages, transitions }) =>
        stages.some(({ id }) => id === stage) && transitions.some(({ by }) => by.some(({ name }) => name === fact)),
    );
    if (track) return describeStage(pack, track.id, stage, language);
  }
  return stage;
}
