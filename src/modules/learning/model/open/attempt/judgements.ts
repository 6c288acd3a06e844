/** How a story may be judged, and how sure somebody may be of it: the words of its codes. */
export const judgements = ['usual', 'consult', 'urgent'] as const;
export const certainties = ['guess', 'fairly', 'sure'] as const;
