/** Places of the practice world. All are invented. */
export const appointmentPlaces = [
  { kind: 'municipality', place: 'Town hall, desk 4 (invented)', meetingPoint: 'Bench by the tram stop' },
  { kind: 'lawyer', place: 'Office at the Kanaal (invented)', meetingPoint: 'Library, by the newspapers' },
  { kind: 'medical', place: 'Practice Lindeplein (invented)', meetingPoint: 'Shelter, side door' },
  { kind: 'immigration', place: 'IND desk, Havenstad (invented)', meetingPoint: 'Station hall, under the clock' },
  { kind: 'police', place: 'Police office, quiet room (invented)', meetingPoint: 'Café across the street' },
  { kind: 'other', place: 'Our office, small room', meetingPoint: 'Front door' },
  { kind: 'court', place: 'Court of Havenstad (invented)', meetingPoint: 'Side entrance' },
] as const;

export const outcomeWords = [
  'It went as planned. The papers were taken in.',
  'The person spoke freely. A next day was agreed.',
  'Long wait, then a friendly talk. A letter follows.',
  'One paper was missing; it may be brought later.',
] as const;

export const fearWords = [
  'Being seen near the station.',
  'That the family is asked questions.',
  'Having to leave the shelter.',
  'A letter that is not understood.',
] as const;

export const helpWords = [
  'Knowing the day before what will happen.',
  'Walking together, without much talk.',
  'The same interpreter each time.',
  'Tea first, papers later.',
] as const;

export const healthWords = [
  'Sleeps badly, has asked for a doctor.',
  'Tooth ache; the dentist has time next week.',
  'Tired after the move. Would like to see a doctor.',
  'Sees a carer every other week and wants to go on.',
] as const;

/** Said of each appointment: how the person gets there and back. */
export const safeWayWords = 'By tram, not past the station. Back before dark.';
