/** The page of whoever signs up without an account; secrets stand behind its `#`, which browsers send to nobody. */
export const attendPath = '/attend';
