/** Shared door of diplomacy. Nothing of it is for others yet: what it knows of tables stands in `#kernel/disclosure`. */
export type { PastedRefusal } from './model/open/read-pasted-table.ts';
