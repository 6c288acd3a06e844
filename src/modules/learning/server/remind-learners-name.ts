/** Asks at new addresses, and reminds who agreed. */
export const remindLearnersName = 'learning.remind-learners';
