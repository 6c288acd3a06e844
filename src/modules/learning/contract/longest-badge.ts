/** The longest file that is read as a badge, in signs; one of ours has about 3,000. */
export const longestBadge = 16_384;
