import type { PracticeEvent, PracticeRelative, PracticeThreat } from './practice-world.ts';

/** Relatives of the practice world. All are invented; ages are years before the day the world is built for. */
export const relatives: readonly (Omit<PracticeRelative, 'birth'> & { readonly age: number | null })[] = [
  { name: 'Mother (invented)', tie: 'mother', where: 'Village near Port Amena', age: 58, knows: false, safe: true },
  { name: 'Younger sister (invented)', tie: 'sister', where: 'Port Amena', age: 17, knows: true, safe: false },
  { name: 'Son (invented)', tie: 'son', where: 'With the grandmother', age: 8, knows: null, safe: true },
  { name: 'Uncle (invented)', tie: 'uncle', where: null, age: null, knows: null, safe: null },
  {
    name: 'Brother (invented)',
    tie: 'brother',
    where: 'Another country of the union',
    age: 26,
    knows: true,
    safe: true,
  },
];

/** Pieces of what happened, without details of harm; years are before the day the world is built for. */
export const pieces: readonly (Omit<PracticeEvent, 'from' | 'to'> & {
  readonly ago: number;
  readonly months: number;
})[] = [
  {
    part: 'recruitment',
    place: 'Port Amena (invented)',
    means: 'A promise of work in a kitchen, and a debt for the journey.',
    words: 'Met a woman at the market who knew somebody with work abroad. She arranged the papers.',
    ago: 26,
    months: 1,
  },
  {
    part: 'transit',
    place: 'By bus and boat, two countries (invented)',
    means: 'The passport was kept by the driver.',
    words: 'Travelled with four others. Nobody knew the next stop.',
    ago: 25,
    months: 0,
  },
  {
    part: 'exploitation',
    place: 'A greenhouse near Havenstad (invented)',
    means: 'The debt grew each week; the telephone was taken.',
    words: 'Long days, paid in food and a bed. Somebody always went along to the shop.',
    ago: 24,
    months: 10,
  },
  {
    part: 'escape',
    place: 'Havenstad (invented)',
    means: 'A neighbour called the police.',
    words: 'Left with a bag at night and waited at the bakery until somebody came.',
    ago: 13,
    months: 0,
  },
];

/** Who is dangerous, as the person told it. */
export const dangers: readonly PracticeThreat[] = [
  {
    who: 'The man called Uncle (invented)',
    role: 'arranged the journey',
    where: 'Havenstad and around',
    reach: 'Knows the old telephone number and two friends.',
    words: 'Sent word that the debt still stands. Has not been seen since summer.',
  },
  {
    who: 'Owner of the greenhouse (invented)',
    role: 'employer',
    where: null,
    reach: 'Does not know of the shelter.',
    words: 'Asked others where the person went.',
  },
  {
    who: 'A cousin of the driver (invented)',
    role: null,
    where: 'Port Amena',
    reach: 'Knows where the mother lives.',
    words: 'Came to the house once and asked for an address.',
  },
];

export const accountWords = [
  'I came because of the kitchen. When I arrived there was no kitchen. I want them to know that I asked for my passport every week.',
  'It began with the debt. I wrote each sum in a small book, which I still have.',
  'I do not remember each month. I remember the winter, and the neighbour with the dog.',
] as const;

/** Things that went wrong, and what was done. */
export const incidents = [
  {
    kind: 'seen-by-suspect',
    words: 'The person thinks that somebody from before stood at the tram stop.',
    done: 'Went home by another way. The shelter was told at once.',
    coordinatorTold: true,
  },
  {
    kind: 'threat',
    words: 'A message came from an unknown number: "we know where you are".',
    done: 'Did not answer, kept the message, called the coordinator.',
    coordinatorTold: true,
  },
  {
    kind: 'leak',
    words: 'A letter with the sender on the envelope lay open in the hall of the shelter.',
    done: 'Asked the lawyer for plain envelopes.',
    coordinatorTold: false,
  },
] as const;

export const noteWords = [
  'Likes to plan on paper. Bring the calendar.',
  'The interpreter of last time was a good match; ask for her again.',
  'Wants to speak about the language lesson before anything else.',
] as const;

/** Questions of a coordinator with the answer of the lead, and questions of a lead that wait. */
export const talks = {
  asked: ['How are things going since the move?', 'Does the person still want to come to the lawyer?'],
  answered: ['Calm. She sleeps better and has found the library.', 'Yes, if somebody goes along. I can on Thursday.'],
  waiting: [
    'May I go along to the embassy, or does the lawyer go first?',
    'The person asks for a copy of the file. How do we do that?',
    'The bus card ends this month. Who pays the next one?',
  ],
  praise: ['Clear and kind. Shall we talk on Wednesday?', 'Good that you waited. Call me when the letter comes.'],
} as const;
