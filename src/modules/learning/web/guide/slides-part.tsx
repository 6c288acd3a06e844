import { useLanguage } from '#kernel/languages/web';
import { Card } from '#platform/web/ui';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import type { GuidePartProps } from './guide-part-props.ts';
import { useClock } from './script-part.tsx';
import { useSlide } from './slide-wall.tsx';
import { TurnedSlides } from './turned-slides.tsx';
import type { Guide } from './use-guide.ts';

/** Slides one at a time, by buttons or arrow keys, filling the window if wanted; notes stand apart and are never on the wall. */
export function SlidesPart({ guide, startsAt }: GuidePartProps) {
  const { slides } = guide;
  const [at, go] = useSlide(slides.length);
  const slide = slides[at];
  if (slide === undefined) return null;
  const shown = { language: guide.language, slides, sources: guide.sources };
  return (
    <TurnedSlides shown={shown} at={at} go={go}>
      <SpeakersNotes guide={guide} startsAt={startsAt} slide={slide} next={slides[at + 1]} />
    </TurnedSlides>
  );
}

/** What whoever leads reads beside it: the notes, when it is shown, and what comes next. */
function SpeakersNotes({
  guide,
  startsAt,
  slide,
  next,
}: GuidePartProps & { readonly slide: Guide['slides'][number]; readonly next: Guide['slides'][number] | undefined }) {
  const { t } = useLanguage();
  const clock = useClock(startsAt);
  const steps = guide.parts.flatMap((part) => part.steps.map((step) => ({ part, step })));
  const shown = steps.find(({ step }) => step.slide === slide.id);
  return (
    <Card title={t('learning.guide.notes')}>
      {shown && (
        <p className={styles['small']}>
          {t('learning.guide.shownAt', { time: clock(shown.step.from), part: shown.part.title })}
        </p>
      )}
      <div lang={guide.language}>
        <GuideText guide={guide} text={slide.notes} />
      </div>
      {next && <p className={styles['small']}>{t('learning.guide.comesNext', { title: next.title })}</p>}
    </Card>
  );
}
