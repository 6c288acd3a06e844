/** Teksten van brieven aan mensen zonder account: dat er iets is, en niets over wat. */
export const letters = {
  'learning.letter.subject': 'Er staat iets voor je klaar in Baken',
  'learning.letter.invitation.text':
    'Er staat iets voor je klaar in Baken. Deze link is alleen voor jou en gaat één keer open; geef hem niet door.',
} as const;
