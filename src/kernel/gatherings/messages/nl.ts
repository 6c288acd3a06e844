import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';

export const nl: Catalogue<typeof en> = {
  'gatherings.mail.title': 'Training',
  'gatherings.mail.when': '{day}, {from} tot {to} (tijd in Nederland)',
  'gatherings.mail.summerTime': '{time} zomertijd',
  'gatherings.mail.winterTime': '{time} wintertijd',
  'gatherings.mail.place.subject': 'Je hebt een plaats',
  'gatherings.mail.place.text': 'Je hebt een plaats. Hij staat ook in het agendabestand bij deze mail.',
  'gatherings.mail.offer.subject': 'Er is een plaats voor je vrij',
  'gatherings.mail.offer.text':
    'Er is een plaats vrijgekomen. Die blijft voor jou tot {day}, {time}. Neem hem op de pagina hieronder, of zeg daar dat iemand anders hem mag hebben.',
  'gatherings.mail.waiting.subject': 'Je staat op de wachtlijst',
  'gatherings.mail.waiting.text':
    'Er is nu geen plaats vrij. Je staat op de wachtlijst en hoort het als er een vrijkomt.',
  'gatherings.mail.left.subject': 'Je bent niet meer aangemeld',
  'gatherings.mail.left.text': 'Je bent niet meer aangemeld. Klopt dat niet, meld je dan opnieuw aan.',
  'gatherings.mail.let-pass.subject': 'De plaats is naar iemand anders gegaan',
  'gatherings.mail.let-pass.text':
    'De plaats die voor jou vrij was, is niet op tijd genomen en naar de volgende gegaan. Je kunt je opnieuw aanmelden.',
  'gatherings.mail.cancelled.subject': 'Het gaat niet door',
  'gatherings.mail.cancelled.text': 'Het is afgezegd en gaat niet door.',
  'gatherings.mail.reminder.subject': 'Er staat iets voor je klaar in Baken',
  'gatherings.mail.reminder.text': 'Er staat iets voor je op jouw pagina:',
  'gatherings.mail.page': 'Waar het is, wat er veranderd is, en hoe je je afmeldt:',
};
