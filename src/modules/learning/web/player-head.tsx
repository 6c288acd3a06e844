import { DoorOpen, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, ProgressBar } from '#platform/web/ui';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { Words } from './course-words.tsx';
import styles from './player.module.css';
import { Said } from './said.tsx';
import type { Keeping } from './save-queue.ts';
import type { AwaitedLanguage } from './use-course.ts';

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
const names: Readonly<Record<string, string>> = { en: 'English', nl: 'Nederlands' };

/** Above every scene: what this is, how far one is, whether it is kept, help, the language, and the quick way out. */
export function PlayerHead({
  course,
  at,
  keeping,
  waiting,
  awaited,
  onLanguage,
  onLeave,
  keptBy,
}: {
  readonly course: ReleasedCourse;
  /** The place of the scene, from 0; null after the last one. */
  readonly at: number | null;
  readonly keeping: Keeping;
  /** Steps that still have to be sent; null where nothing is sent. */
  readonly waiting: number | null;
  readonly awaited: AwaitedLanguage | null;
  readonly onLanguage: (language: string) => void;
  readonly onLeave: () => void;
  /** Who keeps how far one is in a package; null where there is no package; nobody where it is only tried out, within another page. */
  readonly keptBy: 'system' | 'device' | 'nobody' | null;
}) {
  const { t } = useLanguage();
  const [helping, setHelping] = useState(false);
  const of = course.scenes.length;
  const where = at === null ? t('learning.head.through') : t('learning.head.scene', { number: at + 1, of });
  const Head = keptBy === 'nobody' ? 'div' : 'header';
  return (
    <Head className={styles['head']}>
      <div className={styles['bar']}>
        <strong className={styles['course']}>{course.title}</strong>
        <span className={styles['acts']}>
          {course.languages.length > 1 &&
            course.languages.map((language) => (
              <button
                key={language}
                type="button"
                lang={language}
                className={styles['language']}
                aria-pressed={language === course.language}
                onClick={() => onLanguage(language)}
              >
                {nameOf(language)}
              </button>
            ))}
          <Button
            kind="quiet"
            icon={<LifeBuoy {...icon} />}
            aria-expanded={helping}
            aria-controls="learning-help"
            onClick={() => setHelping(!helping)}
          >
            {t('learning.head.help')}
          </Button>
          {keptBy !== 'nobody' && (
            <Button icon={<DoorOpen {...icon} />} onClick={onLeave}>
              {t(keptBy === null ? 'learning.head.leave' : 'learning.head.saveAndLeave')}
            </Button>
          )}
        </span>
      </div>
      <Said
        className={awaited?.at === 'failed' ? styles['notKept'] : styles['small']}
        words={
          awaited === null
            ? ''
            : t(`learning.language.${awaited.at}`, { wanted: nameOf(awaited.language), now: nameOf(course.language) })
        }
      />
      <div id="learning-help" hidden={!helping} className={styles['help']}>
        <Words text={course.help} />
      </div>
      <ProgressBar done={at ?? of} of={of} label={where} />
      {keptBy !== 'nobody' && <Kept keeping={keeping} waiting={waiting} where={where} bySystem={keptBy === 'system'} />}
    </Head>
  );
}

function nameOf(language: string): string {
  return names[language] ?? language;
}

function Kept({
  keeping,
  waiting,
  where,
  bySystem,
}: {
  readonly keeping: Keeping;
  readonly waiting: number | null;
  readonly where: string;
  readonly bySystem: boolean;
}) {
  const { t, formatTime } = useLanguage();
  const failed = keeping.at === 'failed';
  return (
    <>
      {/* There before its words, so that they are read out; that something is kept is not. */}
      <Said words={failed ? t('learning.kept.failed') : ''} className={failed ? styles['notKept'] : undefined} />
      {!failed && (
        <p className={styles['small']}>
          <span aria-hidden>{where}. </span>
          {keeping.at === 'kept'
            ? t(bySystem ? 'learning.kept.bySystem' : 'learning.kept.at', { time: formatTime(keeping.when) })
            : t(bySystem ? 'learning.kept.inSystem' : 'learning.kept.here')}
          {waiting !== null && ` ${t(waiting === 0 ? 'learning.kept.sent' : 'learning.kept.waiting')}`}
        </p>
      )}
    </>
  );
}
