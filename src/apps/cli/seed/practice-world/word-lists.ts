/** Names written for the practice world. No list of real people was used. */
export const givenNames = {
  woman: [
    'Amaresi',
    'Belqira',
    'Chidanwe',
    'Doriselle',
    'Efrataya',
    'Fenmila',
    'Gulmira',
    'Hoasen',
    'Ilvane',
    'Jomaris',
    'Kebrata',
    'Luminda',
    'Mirsade',
    'Nhatrin',
    'Olunike',
    'Pelagra',
    'Quenby',
    'Rosalva',
    'Selamte',
    'Thuydan',
    'Urbiga',
    'Veresha',
    'Wanjeru',
    'Xiomelle',
    'Yodannes',
    'Zarifet',
  ],
  man: [
    'Abrehem',
    'Bektaro',
    'Cosmadin',
    'Dagnaw',
    'Emekari',
    'Farhadun',
    'Goranel',
    'Habtesil',
    'Ismedo',
    'Jovanar',
    'Kwamede',
    'Lidijan',
    'Munirat',
    'Nasserin',
    'Obinnaya',
    'Pavelko',
    'Rafiqel',
    'Samokir',
    'Tesfaro',
    'Vanhuu',
  ],
} as const;

export const familyNames = [
  'Adwatey',
  'Barsenko',
  'Cadenillo',
  'Dembraoui',
  'Ekwenze',
  'Fessahar',
  'Garimond',
  'Hoangtran',
  'Ibrelaye',
  'Jakovesc',
  'Kiflemar',
  'Lomaresi',
  'Mwendala',
  'Nabirov',
  'Okparinde',
  'Petrulesc',
  'Quispando',
  'Rahimzor',
  'Solomari',
  'Teweldan',
  'Umarhanov',
  'Valdenko',
  'Woldegar',
  'Yilmadan',
  'Zerihunde',
] as const;

/** Invented countries of origin with a real language that is spoken there in the practice world. */
export const origins = [
  { country: 'Eastmarch (invented)', language: 'Tigrinya' },
  { country: 'Lower Sava (invented)', language: 'Serbian' },
  { country: 'Port Amena (invented)', language: 'French' },
  { country: 'Highlands of Tarim (invented)', language: 'Arabic' },
  { country: 'Rio Verano (invented)', language: 'Spanish' },
  { country: 'South Delta (invented)', language: 'Vietnamese' },
  { country: 'Gold Lagoon (invented)', language: 'English' },
] as const;

/** Cover stories that were agreed for calls in the practice world. */
export const coverStories = [
  'say you call about the library card',
  'say you call about the language lesson',
  'say you call about the bicycle course',
  'say you call from the sewing group',
  'say nothing and call again later',
] as const;

export const callDays = [
  'Monday to Wednesday',
  'Tuesday to Thursday',
  'Wednesday and Friday',
  'weekdays',
  'Saturday morning',
] as const;

/** What was talked about, by kind. Plain, short and without details of harm. */
export const contactWords = {
  call: [
    'Went through the letter together. The person wants to go on and asked what comes next.',
    'Asked about sleep and the noise in the shelter. Will ask for another room.',
    'The lawyer has time on Thursday. The person prefers that I come along.',
    'Spoke about the language lesson. It starts next week and the bus card is there.',
    'The person asked when the answer from IND can come. Explained the date and why it is so.',
    'Short call. All is well, the next talk stays as planned.',
  ],
  message: [
    'Sent the time of the appointment. The person answered with yes.',
    'Asked by text whether the letter arrived. It did not yet.',
    'The person sent a text: running late, will call tonight.',
  ],
  visit: [
    'Visited in the shelter. Looked at all papers and made a list of what is missing.',
    'Drank tea with the person and a contact of the shelter. Agreed on the plan for the next month.',
    'Read the information sheet aloud with the interpreter and asked to say it back. It was clear.',
  ],
  letter: [
    'Letter of IND received and put with the papers.',
    'Sent a letter to the prosecution office to ask for a note on the state of the case.',
  ],
  meeting: [
    'Meeting at the office with the lawyer. Agreed who collects which document.',
    'Met in the library. Filled in the address form together.',
  ],
  accompaniment: [
    'Went along to the municipality. The registration is done.',
    'Went along to the doctor and waited outside, as agreed.',
    'Went along to the police for the talk. The interpreter was good.',
  ],
} as const;

export const attemptWords = [
  'No answer. Left no message, as agreed.',
  'Number not in use at this hour. Try again on a call day.',
  'Visit did not happen, nobody was in.',
] as const;

/** Work of a volunteer, by what the case waits for. */
export const taskTitles = {
  start: [
    'Ask the shelter for a quiet room to talk',
    'Book an interpreter for the first talk',
    'Bring the information sheet',
  ],
  reflection: [
    'Talk through the choice before the period ends',
    'Ask for the Rvb allowance',
    'Ask the police for a talk without obligation',
  ],
  awaiting: [
    'Ask IND whether the M55 arrived',
    'Check the Rvb payments with the shelter',
    'Explain the next steps in the own language',
  ],
  permit: [
    'Go along to the tuberculosis check',
    'Keep the address at the municipality current',
    'Look for a Dutch lesson',
    'Put the permit copy with the papers',
  ],
  extension: [
    'Ask the prosecution office for a note that the case runs',
    'Ask the lawyer to read the cover letter',
    'Collect proof of address',
  ],
} as const;
