/** The page of the own learning: going on elsewhere, what is kept, and taking it back. */
export const ownPath = '/mine';
