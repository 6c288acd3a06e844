import { worstOf, type JudgedProposal, type LedgerEntry } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { Disclosure, Rows, StateMark, TakesFocus } from '#platform/web/ui';
import { Part } from '../shared/part.tsx';
import { Findings } from './findings.tsx';

const marks = { pass: 'checked', warn: 'soon', block: 'unfit' } as const;

/** The verdict on a release together with the whole ledger, why, and with what it was put together. */
export function AuditPanel({
  judged: { audit, corrected, earlier },
  entries,
}: {
  readonly judged: JudgedProposal;
  readonly entries: readonly LedgerEntry[];
}) {
  const { t } = useLanguage();
  const worst = worstOf([audit.verdict, audit.insiders]);
  const verdict = t(`diplomacy.check.verdict.${worst}`);
  const numberOf = (id: string): number => entries.find(({ content }) => content.id === id)?.seal.seq ?? 0;
  const used = entries.filter(({ content }) => earlier.includes(content.id));
  return (
    // It comes where somebody asked for it: whoever does not see it hears the verdict.
    <TakesFocus label={t('diplomacy.release.verdictIs', { verdict })}>
      <Part title={t('diplomacy.release.verdict')} beside={<StateMark kind={marks[worst]}>{verdict}</StateMark>}>
        <p>{t(`diplomacy.release.says.${worst}`)}</p>
        {corrected && <p>{t('diplomacy.release.corrected')}</p>}
        {audit.why.length > 0 && <h4>{t('diplomacy.release.how')}</h4>}
        <Findings audit={audit} numberOf={numberOf} />
        {used.length === 0 ? (
          <p>{t('diplomacy.release.earlierNone')}</p>
        ) : (
          <Disclosure summary={t('diplomacy.release.earlier')} quiet>
            <Rows>
              {used.map(({ content, seal }) => (
                <li key={content.id}>
                  {seal.seq} · {t(`diplomacy.ledger.kind.${content.kind}`)}
                  {'document' in content && (
                    <>
                      {' · '}
                      <bdi>{content.document.title}</bdi>
                    </>
                  )}
                </li>
              ))}
            </Rows>
          </Disclosure>
        )}
      </Part>
    </TakesFocus>
  );
}
