/** What somebody may be in a tenant; organisations need not use them all. */
export const roles = [
  'administrator',
  'dpo',
  'coordinator',
  'duty',
  'volunteer',
  'interpreter',
  'reader',
  'analyst',
  'editor',
] as const;
export type Role = (typeof roles)[number];

/** How somebody stands to one case or other sealed space. */
export const relations = ['lead', 'second', 'coordinator', 'reader', 'interpreter', 'former', 'none'] as const;
export type Relation = (typeof relations)[number];

/** True when the text is one of our roles. */
export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
