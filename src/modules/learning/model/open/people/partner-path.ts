/** The page of whoever looks after the people of a partner; the secret of a first visit stands behind its `#`. */
export const partnerPath = '/partner';
