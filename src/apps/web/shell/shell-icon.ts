/** How icons of the frame are drawn; words stand beside them. */
export const shellIcon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
