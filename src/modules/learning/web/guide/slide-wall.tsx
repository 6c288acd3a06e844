import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { GivenSet } from '../../model/open/workshop/given-set.ts';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';

/** Slides in a language, with where their statements come from. */
export interface Slides extends Pick<GivenSet, 'sources'> {
  readonly language: string;
  readonly slides: GivenSet['texts'];
}

/** Which slide is shown, and the way to others. */
export interface Turning {
  readonly shown: Slides;
  readonly at: number;
  readonly go: (to: number) => void;
}

/** What the room sees, and the way on. */
export function SlideWall({ shown, at, go, children }: Turning & { readonly children?: ReactNode }) {
  const { t } = useLanguage();
  const { slides, language } = shown;
  const slide = slides[at];
  if (slide === undefined) return null;
  return (
    <div className={styles['wall']}>
      <div aria-live="polite" className={styles['wallText']} lang={language}>
        <h2>{slide.title}</h2>
        <GuideText guide={shown} text={slide.body} apart />
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
export function WholeWindow({ onLeave, ...turning }: Turning & { readonly onLeave: () => void }) {
  const { t } = useLanguage();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} className={styles['whole']} aria-label={t('learning.guide.part.slides')} onClose={onLeave}>
      <SlideWall {...turning}>
        <Button onClick={() => box.current?.close()}>{t('learning.guide.back')}</Button>
      </SlideWall>
    </dialog>
  );
}

/** Slides on paper, one in each frame; on the screen they are shown one at a time. */
export function PrintedSlides({ shown }: Pick<Turning, 'shown'>) {
  return (
    <ol className={styles['printedSlides']} aria-hidden>
      {shown.slides.map((one) => (
        <li key={one.id} lang={shown.language}>
          <p className={styles['printedTitle']}>{one.title}</p>
          <GuideText guide={shown} text={one.body} apart />
        </li>
      ))}
    </ol>
  );
}

/** Which slide is shown, and the keys that turn: arrows, page up and down, first and last. */
export function useSlide(count: number): readonly [number, (to: number) => void] {
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
