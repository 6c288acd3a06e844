import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import type { CaseRefusal, MovePreview } from '#modules/casework/client';
import { Disclosure, StateMark } from '#platform/web/ui';
import { dateDifferenceWords } from '../shared/difference-words.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import styles from './rules-screen.module.css';

/** One case: what would change, whether it is chosen, and what came of it. */
export function MoveRow({
  preview,
  outcome,
  chosen,
  onToggle,
}: {
  readonly preview: MovePreview;
  /** Null when it was moved; nothing while it was not tried. */
  readonly outcome: CaseRefusal | null | undefined;
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
      {preview.at === 'compared' && outcome !== null ? (
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
        {outcome && <p role="status">{t('casework.manyRules.notMoved', { why: caseRefusalMessage(t, outcome) })}</p>}
        {outcome === null && <StateMark kind="done">{t('casework.manyRules.moved')}</StateMark>}
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
