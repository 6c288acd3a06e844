import { parseCivilDate } from '#platform/base';
import { withdrawnIds, type LedgerContent, type LedgerEntry } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Disclosure, Rows, StateMark } from '#platform/web/ui';
import { Findings } from '../release/findings.tsx';
import { FiguresTable } from './figures-table.tsx';
import styles from './ledger.module.css';
import { WithdrawForm } from './withdraw-form.tsx';

/** Entries by day, the newest first. What was withdrawn is struck through and kept. */
export function EntryList({
  entries,
  shown,
  onChanged,
}: {
  /** The whole ledger: entries speak of each other. */
  readonly entries: readonly LedgerEntry[];
  readonly shown: readonly LedgerEntry[];
  readonly onChanged: () => void;
}) {
  const { formatDay } = useLanguage();
  const withdrawn = withdrawnIds(entries);
  const corrected = new Set(
    entries.flatMap(({ content }) => (content.kind === 'correction' ? [content.corrects] : [])),
  );
  const numberOf = (id: string): number => entries.find(({ content }) => content.id === id)?.seal.seq ?? 0;
  const days = Map.groupBy(shown.toReversed(), ({ seal }) => seal.on);
  return (
    <>
      {[...days].map(([day, ofDay]) => {
        const on = parseCivilDate(day);
        return (
          <section key={day} aria-label={on === null ? day : formatDay(on)}>
            <h3 className={styles['day']}>{on === null ? day : formatDay(on)}</h3>
            <Rows>
              {ofDay.map((entry) => (
                <li key={entry.hash}>
                  <EntryRow
                    entry={entry}
                    state={
                      withdrawn.has(entry.content.id)
                        ? 'withdrawn'
                        : corrected.has(entry.content.id)
                          ? 'corrected'
                          : 'stands'
                    }
                    numberOf={numberOf}
                    onChanged={onChanged}
                  />
                </li>
              ))}
            </Rows>
          </section>
        );
      })}
    </>
  );
}

function EntryRow({
  entry: { content, seal },
  state,
  numberOf,
  onChanged,
}: {
  readonly entry: LedgerEntry;
  readonly state: 'stands' | 'withdrawn' | 'corrected';
  readonly numberOf: (id: string) => number;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const nameOf = (user: LedgerContent['author']) => names.get(user) ?? t('diplomacy.ledger.somebody');
  const people = { number: seal.seq, author: nameOf(content.author), by: nameOf(seal.by) };
  const title =
    content.kind === 'withdrawal'
      ? t('diplomacy.ledger.withdraws', { number: numberOf(content.withdraws), why: content.why })
      : `${content.population} · ${content.kind === 'said' ? content.where : content.kind === 'outside' ? content.source : t('diplomacy.ledger.document', content.document)}`;
  return (
    <>
      <div className={styles['title']}>
        <strong>
          <bdi>{state === 'withdrawn' ? <s>{title}</s> : title}</bdi>
        </strong>
        <StateMark kind="plain" icon={false}>
          {t(`diplomacy.ledger.kind.${content.kind}`)}
        </StateMark>
        {state !== 'stands' && <StateMark kind="stale">{t(`diplomacy.ledger.${state}`)}</StateMark>}
      </div>
      <p className={styles['small']}>
        {t(content.author === seal.by ? 'diplomacy.ledger.by' : 'diplomacy.ledger.byTwo', people)}{' '}
        <Circumstances content={content} />
      </p>
      {content.kind === 'correction' && (
        <p className={styles['small']}>
          {t('diplomacy.ledger.correctionOf', { number: numberOf(content.corrects), why: content.why })}
        </p>
      )}
      {seal.reason !== null && (
        <p className={styles['small']}>{t('diplomacy.ledger.reasonWas', { reason: seal.reason })}</p>
      )}
      {content.kind !== 'withdrawal' && (
        <Disclosure summary={t('diplomacy.ledger.figures', { count: content.figures.length })} quiet>
          <FiguresTable figures={content.figures} floor={content.floor} label={title} />
          {seal.audit !== null && seal.audit.why.length + seal.audit.leftOut.length > 0 && (
            <>
              <h4>{t('diplomacy.ledger.foundThen')}</h4>
              <Findings audit={seal.audit} numberOf={numberOf} />
            </>
          )}
          {state !== 'withdrawn' && (
            <div className={styles['aside']}>
              <WithdrawForm id={content.id} onChanged={onChanged} />
            </div>
          )}
        </Disclosure>
      )}
    </>
  );
}

/** When and how it became known, where that is not the day of the entry. */
function Circumstances({ content }: { readonly content: LedgerContent }) {
  const { t, formatDay } = useLanguage();
  if (content.kind === 'withdrawal') return null;
  const day = 'on' in content ? parseCivilDate(content.on) : null;
  const words = [
    day !== null &&
      t(content.kind === 'said' ? 'diplomacy.ledger.saidOn' : 'diplomacy.ledger.knownSince', { day: formatDay(day) }),
    content.kind === 'said' && content.afterwards && t('diplomacy.ledger.afterwards'),
    'audience' in content && content.audience === 'named' && t('diplomacy.ledger.named'),
  ];
  return <>{words.flatMap((one) => (one === false ? [] : [`${one} `]))}</>;
}
