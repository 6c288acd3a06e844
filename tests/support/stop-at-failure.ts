import fc from 'fast-check';

/**
 * For runs that only ask whether a suite notices a change (`npm run mutation:figures`): the same examples are drawn every time, and nothing
 * is made smaller once one has failed.
 */
fc.configureGlobal({ endOnFailure: true, seed: 20_261_128 });
