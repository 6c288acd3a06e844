/** Teksten van brieven aan mensen zonder account: dat er iets is, en niets over wat. */
export const letters = {
  'learning.letter.subject': 'Er staat iets voor je klaar in Baken',
  'learning.letter.invitation.text':
    'Er staat iets voor je klaar in Baken. Deze link is alleen voor jou en gaat één keer open; geef hem niet door.',
  'learning.letter.ask.text':
    'Iemand vroeg Baken om een herinnering op dit adres. Was jij dat, open dan deze link en zeg ja. Zo niet, laat deze mail liggen: er komt geen andere.',
  'learning.letter.remind.text': 'Er staat iets voor je klaar in Baken. Via dezelfde link kun je deze brieven stoppen.',
} as const;
