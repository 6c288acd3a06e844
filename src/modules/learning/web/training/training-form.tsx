import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Stack, TakesFocus } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import type { useChange } from './use-change.ts';

/** A form that opens in place and takes the focus: what it does, its fields, why it was refused, and the way out. */
export function TrainingForm({
  title,
  lead,
  change: { busy, refused },
  onSend,
  onLeave,
  children,
}: {
  /** What the form does; on its button too. */
  readonly title: string;
  readonly lead: string;
  readonly change: Pick<ReturnType<typeof useChange>, 'busy' | 'refused'>;
  readonly onSend: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <TakesFocus label={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <Stack>
          <p>{lead}</p>
          {children}
          {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
          <p>
            <Button kind="main" type="submit" busy={busy && t('learning.organise.saving')}>
              {title}
            </Button>{' '}
            <Button onClick={onLeave}>{t('learning.training.leave')}</Button>
          </p>
        </Stack>
      </form>
    </TakesFocus>
  );
}
