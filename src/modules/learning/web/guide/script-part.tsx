import { useLanguage } from '#kernel/languages/web';
import { Card, Disclosure, StateMark } from '#platform/web/ui';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import type { GuidePartProps } from './guide-part-props.ts';
import type { Guide } from './use-guide.ts';

const times = ['month', 'week', 'day'] as const;

/** The day minute by minute, at the times of this session, and what has to be there. */
export function ScriptPart({ guide, startsAt }: GuidePartProps) {
  const { t } = useLanguage();
  return (
    <>
      <Card title={t('learning.guide.aims')}>
        <div className={styles['stack']}>
          <GuideText guide={guide} text={guide.lead} />
          <ul>
            {guide.objectives.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
          <p className={styles['small']}>
            {t('learning.guide.size', {
              minutes: guide.minutes,
              least: guide.people.least,
              most: guide.people.most,
            })}
          </p>
        </div>
      </Card>
      <Card title={t('learning.guide.needs')}>
        {times.map((when) => (
          <section key={when} className={styles['need']} aria-label={t(`learning.guide.when.${when}`)}>
            <h3>{t(`learning.guide.when.${when}`)}</h3>
            <ul className={styles['ticks']}>
              {guide.needs
                .filter((need) => need.when === when)
                .map(({ id, text }) => (
                  <li key={id}>
                    <GuideText guide={guide} text={text} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Card>
      {guide.parts.map((part) => (
        <PartOfDay key={part.id} part={part} guide={guide} startsAt={startsAt} />
      ))}
    </>
  );
}

function PartOfDay({ part, guide, startsAt }: GuidePartProps & { readonly part: Guide['parts'][number] }) {
  const { t } = useLanguage();
  const clock = useClock(startsAt);
  const { title, from, minutes, method, heavy, aim, steps } = part;
  return (
    <Card
      title={
        <>
          <span className={styles['time']}>
            {clock(from)}–{clock(from + minutes)}
          </span>{' '}
          {title}
        </>
      }
      beside={
        <span className={styles['marks']}>
          {heavy && <StateMark kind="unfit">{t('learning.guide.heavy')}</StateMark>}
          {t(`learning.guide.method.${method}`)}
        </span>
      }
    >
      <div className={styles['aim']}>
        <GuideText guide={guide} text={aim} />
      </div>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step.id}>
            <p className={styles['stepTime']}>
              <span className={styles['time']}>{clock(step.from)}</span>{' '}
              <span className={styles['small']}>{t('learning.guide.minutes', { minutes: step.minutes })}</span>
            </p>
            <div className={styles['stepText']}>
              <GuideText guide={guide} text={step.todo} />
              {step.say && (
                <blockquote className={styles['say']}>
                  <GuideText guide={guide} text={step.say} />
                </blockquote>
              )}
              <Used guide={guide} slide={step.slide} cards={step.cards} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What is on the wall and what is given out at a step. */
function Used({
  guide,
  slide,
  cards,
}: {
  readonly guide: Guide;
  readonly slide: string | null;
  readonly cards: readonly string[];
}) {
  const { t } = useLanguage();
  const shown = guide.slides.findIndex(({ id }) => id === slide);
  const given = guide.cards.filter(({ id }) => cards.includes(id));
  return (
    <>
      {guide.slides[shown] && (
        <p className={styles['small']}>
          {t('learning.guide.onWall', { number: shown + 1, title: guide.slides[shown].title })}
        </p>
      )}
      {given.length > 0 && given.length <= 3 && (
        <p className={styles['small']}>
          {t('learning.guide.giveOut', { titles: given.map(({ title }) => title).join('; ') })}
        </p>
      )}
      {given.length > 3 && (
        <Disclosure quiet summary={t('learning.guide.giveOutMany', { count: given.length })}>
          <ul className={styles['small']}>
            {given.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** Times of day of a session, so many minutes after it began, as the clocks of Amsterdam go. */
export function useClock(startsAt: string): (minutes: number) => string {
  const { formatTime } = useLanguage();
  const begins = Date.parse(startsAt);
  return (minutes) => formatTime(new Date(begins + minutes * 60_000));
}
