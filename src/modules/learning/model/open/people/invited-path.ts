/** The page of whoever was invited; the secret stands behind its `#`, which browsers send to nobody. */
export const invitedPath = '/invited';
