import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { compareAppointments, recordsOf, timeOf, type OpenedCase } from '#modules/casework/client';
import { Card } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import styles from '../shared/form.module.css';

/** The next appointment in two lines, and how many outcomes are still to be written down. Nothing when there is none. */
export function NextAppointment({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const appointments = recordsOf(opened, 'appointment').map(({ content }) => content);
  const [next] = appointments.filter((one) => timeOf(one, today) === 'coming').toSorted(compareAppointments);
  const toAsk = appointments.filter((one) => timeOf(one, today) === 'to-ask').length;
  if (!next && toAsk === 0) return null;
  return (
    <Card
      title={t('casework.appointment.next')}
      beside={
        <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'appointments' }}>
          {t('casework.contact.all', { count: appointments.length })}
        </Link>
      }
    >
      {next && (
        <>
          <div className={styles['head']}>
            <span>
              <strong>
                {formatShortDay(next.on, today)}
                {next.at ? `, ${next.at}` : ''}
              </strong>{' '}
              {t(`casework.appointmentKind.${next.kind}`)}
            </span>
            <DueMark date={next.on} today={today} />
          </div>
          <p className={styles['muted']}>
            {next.goes.length > 0
              ? t('casework.appointment.with', {
                  names: next.goes.map((user) => names.get(user) ?? t('casework.noName')).join(', '),
                })
              : t('casework.appointment.alone')}{' '}
            {next.meetingPoint && t('casework.appointment.meetAt', { place: next.meetingPoint })}
          </p>
        </>
      )}
      {toAsk > 0 && <p>{t('casework.appointment.toAskCount', { count: toAsk })}</p>}
    </Card>
  );
}
