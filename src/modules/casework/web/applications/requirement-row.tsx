import { useState } from 'react';
import { Circle, CircleCheck } from 'lucide-react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { saveApplication, type OpenedCase } from '#modules/casework/client';
import { Button, StateMark } from '#platform/web/ui';
import { PaperForm } from '../case-page/documents-part.tsx';
import { SourceName } from '../case-page/source-name.tsx';
import styles from './applications.module.css';
import type { ApplicationView, RequirementView } from './application-view.ts';
import { PaperTags } from './paper-tags.tsx';
import { WithoutForm } from './without-form.tsx';

/** One requirement: needs, has, what is next; a ring until it is met, then a tick. */
export function RequirementRow({
  opened,
  view,
  one,
  onUse,
}: {
  readonly opened: OpenedCase;
  readonly view: ApplicationView;
  readonly one: RequirementView;
  readonly onUse: (papers: readonly RecordId[]) => void;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState<'why' | 'add' | 'without' | null>(null);
  const { row, requirement, title, without } = one;
  const done = row.state === 'met' || row.state === 'not-needed';
  const ids = 'papers' in row ? row.papers : [];
  const papers = view.papers.filter(({ id }) => ids.includes(id));
  const toggle = (part: typeof open): void => setOpen(open === part ? null : part);
  const Icon = done ? CircleCheck : Circle;
  return (
    <li className={styles['row']}>
      <span className={done ? styles['tick'] : styles['ring']}>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={styles['what']}>
        <h3>{title}</h3>
        {row.state === 'met' && view.form && row.papers.includes(view.form.id) && (
          <p className={styles['muted']}>{t('casework.application.byForm')}</p>
        )}
        {papers.map((filed) => (
          <PaperTags key={filed.id} filed={filed} />
        ))}
        {row.state === 'missing' && requirement.state === 'held' && (
          <p className={styles['muted']}>{t('casework.application.held')}</p>
        )}
        {!done && <p className={styles['muted']}>{t(`casework.application.nextStep.${row.state}`)}</p>}
        <Articles one={one} />
      </div>
      <div className={styles['state']}>
        <RowState one={one} />
        {row.state === 'here' && <Button onClick={() => onUse(row.papers)}>{t('casework.application.use')}</Button>}
      </div>
      <div className={styles['acts']}>
        <Button kind="quiet" aria-expanded={open === 'why'} onClick={() => toggle('why')}>
          {t('casework.application.why')}
        </Button>
        {!done && (
          <Button kind="quiet" aria-expanded={open === 'add'} onClick={() => toggle('add')}>
            {t('casework.paper.add')}
          </Button>
        )}
        {!done && (
          <Button kind="quiet" aria-expanded={open === 'without'} onClick={() => toggle('without')}>
            {t(without ? 'casework.application.withoutChange' : 'casework.application.sendWithout')}
          </Button>
        )}
      </div>
      {open === 'why' && <WhyNeeded one={one} />}
      {open === 'add' && (
        <div className={styles['acts']}>
          <PaperForm
            opened={opened}
            requirement={requirement.id}
            onDone={() => setOpen(null)}
            andThen={(session, after, paper) =>
              saveApplication(session, after, view.id, ({ order }) => ({ order: [...order, paper] }))
            }
          />
        </div>
      )}
      {open === 'without' && (
        <div className={styles['acts']}>
          <WithoutForm opened={opened} view={view} one={one} onDone={() => setOpen(null)} />
        </div>
      )}
    </li>
  );
}

function RowState({ one: { row, without } }: { readonly one: RequirementView }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  switch (row.state) {
    case 'met':
      return <StateMark kind="done">{t('casework.application.state.met')}</StateMark>;
    case 'not-needed':
      return <StateMark kind="plain">{t('casework.application.state.not-needed')}</StateMark>;
    case 'here':
      return <StateMark kind="soon">{t('casework.application.state.here')}</StateMark>;
    default:
      if (without)
        return (
          <StateMark kind="waiting">
            {t('casework.application.followsBy', { day: formatShortDay(without.by, today) })}
          </StateMark>
        );
      return row.state === 'lapsed' ? (
        <StateMark kind="late">{t('casework.paper.lapsed', { day: formatShortDay(row.on, today) })}</StateMark>
      ) : (
        <StateMark kind="soon">{t(`casework.application.state.${row.state}`)}</StateMark>
      );
  }
}

/** By which article it is asked, and what was said about sending without it. */
function Articles({ one: { requirement, without } }: { readonly one: RequirementView }) {
  const { t } = useLanguage();
  return (
    <>
      {without && (
        <p dir="auto" className={styles['muted']}>
          {without.what}
        </p>
      )}
      <p className={styles['articles']}>
        {requirement.sources.map(({ id, title, article }) => (
          <span key={`${id}:${article}`} className={styles['article']}>
            <SourceName title={title} article={article} />
          </span>
        ))}
        {requirement.confidence === 'GK' && (
          <span className={styles['article']}>{t('casework.application.askLawyer')}</span>
        )}
      </p>
    </>
  );
}

/** Why it is asked, and how sure that is. */
function WhyNeeded({ one: { requirement } }: { readonly one: RequirementView }) {
  const { t } = useLanguage();
  const { sources, confidence, why } = requirement;
  return (
    <p className={`${styles['acts']} ${styles['whyText']}`}>
      {why} {sources.map(({ title, article }) => `${title}, ${article}`).join('; ')}.{' '}
      {t(`casework.why.confidence.${confidence}`)}
    </p>
  );
}
