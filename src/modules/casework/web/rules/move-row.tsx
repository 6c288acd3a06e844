import { Link } from '@tanstack/react-router';
import { exhaustive } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import type { MovePreview } from '#modules/casework/client';
import { Disclosure, StateMark } from '#platform/web/ui';
import { dateDifferenceWords } from '../shared/difference-words.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { mayBeChosen, type MoveOutcome } from './many-moves.ts';
import styles from './rules-screen.module.css';

/** One case: what would change, whether it is chosen, and what came of it. */
export function MoveRow({
  preview,
  outcome,
  chosen,
  onToggle,
}: {
  readonly preview: MovePreview;
  /** Nothing while it was not tried. */
  readonly outcome: MoveOutcome | undefined;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}) {
  const words = useLanguage();
  const { t } = words;
  const dates =
    preview.at === 'compared' ? preview.differences.flatMap((one) => (one.what === 'date' ? [one] : [])) : [];
  const others = preview.at === 'compared' ? preview.differences.length - dates.length : 0;
  const name = (
    <Link to="/cases/$case/$part" params={{ case: preview.id, part: 'journey' }}>
      <bdi>{preview.codeName}</bdi>
    </Link>
  );
  return (
    <li>
      {mayBeChosen(preview, outcome) ? (
        <label className={styles['choose']}>
          <input type="checkbox" checked={chosen} onChange={onToggle} />
          <span className="visually-hidden">{t('casework.manyRules.choose', { case: preview.codeName })}</span>
        </label>
      ) : (
        <span />
      )}
      <div className={styles['what']}>
        <p>
          <strong>{name}</strong>{' '}
          {preview.at === 'compared' && t('casework.manyRules.changes', { dates: dates.length, others })}
        </p>
        {preview.at === 'refused' && (
          <p>{t('casework.rules.cannot', { why: caseRefusalMessage(t, preview.refusal) })}</p>
        )}
        {outcome && <OutcomeLine outcome={outcome} />}
        {dates.length > 0 && (
          <Disclosure quiet summary={t('casework.manyRules.which', { case: preview.codeName })}>
            <ul>
              {dates.map((one) => (
                <li key={one.id}>{dateDifferenceWords(words, one)}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </li>
  );
}

/** What became of it; all of them together are announced once, by the result of the run. */
function OutcomeLine({ outcome }: { readonly outcome: MoveOutcome }) {
  const { t } = useLanguage();
  switch (outcome.at) {
    case 'moved':
      return <StateMark kind="done">{t('casework.manyRules.moved')}</StateMark>;
    case 'moved-back':
      return <StateMark kind="done">{t('casework.manyRules.movedBack')}</StateMark>;
    case 'not-moved':
      return <p>{t('casework.manyRules.notMoved', { why: caseRefusalMessage(t, outcome.refusal) })}</p>;
    case 'not-moved-back':
      return outcome.refusal.type === 'Stale' ? (
        <p>{t('casework.manyRules.newerSince')}</p>
      ) : (
        <p>{t('casework.manyRules.notMovedBack', { why: caseRefusalMessage(t, outcome.refusal) })}</p>
      );
    default:
      return exhaustive(outcome);
  }
}
