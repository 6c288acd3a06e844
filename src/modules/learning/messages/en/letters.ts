/** Texts of letters to people without an account: that there is something, and nothing of what it is. */
export const letters = {
  'learning.letter.subject': 'There is something for you in Baken',
  'learning.letter.invitation.text':
    'There is something for you in Baken. This link is for you alone and opens once; do not pass it on.',
} as const;
