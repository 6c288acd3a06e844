import { dayInAmsterdam } from '#platform/base';
import { localTimeText } from '#kernel/procedures';
import { createMessages, formatDay, formatTime, type Messages } from '#kernel/languages';
import type { Letter, Mailer } from '#platform/server/mail';
import { en } from '../../messages/en.ts';
import { nl } from '../../messages/nl.ts';
import { attendPath } from '../../model/attend-path.ts';
import { dueLetter } from '../../model/due-letter.ts';
import { isTwice } from '../../model/is-twice.ts';
import { gatheringZone, type Gathering, type Seat } from '../../model/roster.ts';
import { calendarInvitation } from '../calendar-invitation.ts';
import type { Way } from '../sealed-way.ts';

const catalogues = { en, nl } as const;

/** What a letter is written from. */
export interface ToTell {
  readonly gathering: Gathering;
  readonly seat: Seat;
  readonly way: Way;
  readonly language: 'en' | 'nl';
  /** Whether it stands in their calendar already. */
  readonly invited: boolean;
  readonly reference: string;
  readonly now: Date;
}

/** A letter that says how somebody stands who signed up, with a file for their calendar where it belongs into it. */
export function seatLetter(
  mail: Pick<Mailer, 'startPage' | 'from'>,
  { gathering, seat, way, language, invited, reference, now }: ToTell,
): Letter {
  const say = createMessages(language, [catalogues[language]]);
  const { kind, calendar } = dueLetter(gathering, seat, invited);
  const until = seat.state.kind === 'offered' ? seat.state.until : gathering.startsAt;
  const title = say('gatherings.mail.title');
  const lines = [
    `${title}, ${whenWords(say, gathering)}`,
    say(`gatherings.mail.${kind}.text`, {
      day: formatDay(dayInAmsterdam(until), language),
      time: formatTime(until, language),
    }),
    `${say('gatherings.mail.page')}\n${pageOf(mail.startPage, way)}`,
  ];
  const letter = {
    ...{ to: way.address, language, reference },
    subject: `${title}: ${say(`gatherings.mail.${kind}.subject`)}`,
    text: `${lines.join('\n\n')}\n`,
  };
  if (calendar === null) return letter;
  const content = calendarInvitation({
    ...{ method: calendar, sequence: seat.revision, title, at: gathering, now },
    uid: `${seat.id}@${new URL(mail.startPage).hostname}`,
    organiser: mail.from,
    attendee: way.address,
  });
  return { ...letter, calendar: { method: calendar, content } };
}

/** A letter that says that something is on somebody's page: neither what, nor when, nor where. */
export function reminderLetter(
  mail: Pick<Mailer, 'startPage'>,
  { way, language, reference }: Pick<ToTell, 'way' | 'language' | 'reference'>,
): Letter {
  const say = createMessages(language, [catalogues[language]]);
  return {
    ...{ to: way.address, language, reference, subject: say('gatherings.mail.reminder.subject') },
    text: `${say('gatherings.mail.reminder.text')}\n${pageOf(mail.startPage, way)}\n`,
  };
}

function whenWords(say: Messages, { startsAt, endsAt }: Gathering): string {
  return say('gatherings.mail.when', {
    day: formatDay(dayInAmsterdam(startsAt), say.language),
    from: timeWords(say, startsAt),
    to: timeWords(say, endsAt),
  });
}

/** A time as the clocks show it; where they show it twice, which of the two. */
function timeWords(say: Messages, instant: Date): string {
  const time = formatTime(instant, say.language);
  if (!isTwice(instant)) return time;
  const isSummer = localTimeText(instant.getTime(), gatheringZone).endsWith('+02:00');
  return say(isSummer ? 'gatherings.mail.summerTime' : 'gatherings.mail.winterTime', { time });
}

/** Behind the `#`, which browsers send to nobody. */
function pageOf(startPage: string, { pageSecret }: Way): string {
  return pageSecret === null ? startPage : `${startPage.replace(/\/$/, '')}${attendPath}#seat=${pageSecret}`;
}
