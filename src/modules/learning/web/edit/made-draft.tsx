import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import styles from '../play/play.module.css';

/** A draft that was made of a cartridge, and everything of it that was not taken over, by name. */
export interface MadeOfCartridge {
  readonly draft: DraftId;
  readonly left: readonly string[];
}

/** Says what was left out before anybody goes on: nothing is lost in silence. */
export function MadeDraft({ made: { draft, left } }: { readonly made: MadeOfCartridge }) {
  const { t } = useLanguage();
  return (
    <Notice>
      <p>{t('learning.edit.madeOfCartridge')}</p>
      <p>
        <Link to="/courses/$" params={{ _splat: `${draft}/scenes` }}>
          {t('learning.edit.goOn')}
        </Link>
      </p>
      <p>{t('learning.edit.leftOut', { count: left.length })}</p>
      <ul className={styles['problems']}>
        {left.map((name) => (
          <li key={name}>
            <bdi className={styles['where']}>{name}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
