import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card } from '#platform/web/ui';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import type { GuidePartProps } from './guide-part-props.ts';
import { useClock } from './script-part.tsx';
import type { Guide } from './use-guide.ts';

/** Slides one at a time, by buttons or arrow keys, filling the window if wanted; notes stand apart and are never on the wall. */
export function SlidesPart({ guide, startsAt }: GuidePartProps) {
  const { t } = useLanguage();
  const { slides } = guide;
  const [at, go] = useSlide(slides.length);
  const [fills, setFills] = useState(false);
  const slide = slides[at];
  if (slide === undefined) return null;
  const turning = { guide, at, go };
  return (
    <>
      <section aria-label={t('learning.guide.part.slides')} className={styles['onScreen']}>
        {fills ? <WholeWindow {...turning} onLeave={() => setFills(false)} /> : <Wall {...turning} />}
        <p className={styles['keys']}>
          <Button kind="main" onClick={() => setFills(true)}>
            {t('learning.guide.fill')}
          </Button>
          <span className={styles['small']}>{t('learning.guide.keys')}</span>
        </p>
        <SpeakersNotes guide={guide} startsAt={startsAt} slide={slide} next={slides[at + 1]} />
      </section>
      <ol className={styles['printedSlides']} aria-hidden>
        {slides.map((one) => (
          <li key={one.id} lang={guide.language}>
            <p className={styles['printedTitle']}>{one.title}</p>
            <GuideText guide={guide} text={one.body} />
          </li>
        ))}
      </ol>
    </>
  );
}

interface Turning {
  readonly guide: Guide;
  readonly at: number;
  readonly go: (to: number) => void;
}

/** What the room sees, and the way on. */
function Wall({ guide, at, go, children }: Turning & { readonly children?: ReactNode }) {
  const { t } = useLanguage();
  const { slides, language } = guide;
  const slide = slides[at];
  if (slide === undefined) return null;
  return (
    <div className={styles['wall']}>
      <div aria-live="polite" className={styles['wallText']} lang={language}>
        <h2>{slide.title}</h2>
        <GuideText guide={guide} text={slide.body} />
      </div>
      <div className={styles['wallFoot']}>
        <Button onClick={() => go(at - 1)}>{t('learning.guide.before')}</Button>
        <span>{t('learning.guide.slideOf', { number: at + 1, count: slides.length })}</span>
        <Button onClick={() => go(at + 1)}>{t('learning.guide.next')}</Button>
        {children}
      </div>
    </div>
  );
}

/** The same over the whole window. Pages of ours may not fill the screen by themselves; a browser does that by its own key. */
function WholeWindow({ onLeave, ...turning }: Turning & { readonly onLeave: () => void }) {
  const { t } = useLanguage();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} className={styles['whole']} aria-label={t('learning.guide.part.slides')} onClose={onLeave}>
      <Wall {...turning}>
        <Button onClick={() => box.current?.close()}>{t('learning.guide.back')}</Button>
      </Wall>
    </dialog>
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

/** Which slide is shown, and the keys that turn: arrows, page up and down, first and last. */
function useSlide(count: number): readonly [number, (to: number) => void] {
  const [at, setAt] = useState(0);
  const within = (to: number): number => Math.min(Math.max(to, 0), count - 1);
  useEffect(() => {
    const turn = (event: KeyboardEvent): void => {
      // Whoever types or chooses somewhere means that.
      if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const moved = movedBy(event.key, count);
      if (moved === null) return;
      event.preventDefault();
      setAt((now) => Math.min(Math.max('to' in moved ? moved.to : now + moved.by, 0), count - 1));
    };
    addEventListener('keydown', turn);
    return () => removeEventListener('keydown', turn);
  }, [count]);
  return [at, (to) => setAt(within(to))];
}

function movedBy(key: string, count: number): { readonly by: number } | { readonly to: number } | null {
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return { by: 1 };
    case 'ArrowLeft':
    case 'PageUp':
      return { by: -1 };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: count - 1 };
    default:
      return null;
  }
}
