/** Texts of letters to people without an account: that there is something, and nothing of what it is. */
export const letters = {
  'learning.letter.subject': 'There is something for you in Baken',
  'learning.letter.invitation.text':
    'There is something for you in Baken. This link is for you alone and opens once; do not pass it on.',
  'learning.letter.ask.text':
    'Somebody asked Baken to remind them at this address. If that was you, open this link and say yes. If not, leave this mail: no other will come.',
  'learning.letter.remind.text': 'There is something for you in Baken. By the same link you can stop these letters.',
} as const;
