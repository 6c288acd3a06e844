import { refuse } from '#platform/base';

/** Why a question of statistics is not answered. The codes are promised to programs (diplomacy, 9). */
export const disclosureMessages = {
  'json-malformed': 'This is no JSON object with a question.',
  'field-unknown': 'No question has this field.',
  'field-missing': 'A required field is missing.',
  'field-malformed': 'This field does not hold what it must.',
  'count-malformed': 'A count is a whole number from 0, within what this field allows.',
  'table-ragged': 'A table has rows of equal length, at least one, each with at least one cell.',
  'rule-unknown': 'The rule is 10-5, threshold, exact or interval.',
  'kind-unknown': 'The kind is table, sequence, percent or records.',
  'atom-unknown': 'A group is not among the atoms.',
  'method-unknown': 'There is no such method.',
  'list-unknown': 'A list is not in the table.',
  contradiction: 'No table fits these figures: one of them is wrong.',
  'not-checked': 'It could not be checked, so it is not answered.',
  'too-large': 'The table is larger than can be checked.',
  'dimensions-differ': 'Two tables of one population divide it by other categories under one name.',
  'category-unknown': 'A category is not among those that its dimension was divided into.',
  'table-released': 'This table of this population was released before: figures in its place are a correction.',
  'floor-lowered': 'A floor may be raised, never lowered.',
  'state-differs': 'The counts are not those of the release before: figures from other counts are a correction.',
} as const;

export type DisclosureCode = keyof typeof disclosureMessages;

/** A question that is not answered; `path` names the field or cell. */
export interface DisclosureRefusal {
  readonly type: 'DisclosureRefused';
  readonly code: DisclosureCode;
  readonly message: string;
  readonly path?: string;
}

/** Refuses a question. */
export function refuseDisclosure(
  code: DisclosureCode,
  path?: string,
): { readonly ok: false; readonly refusal: DisclosureRefusal } {
  const message = disclosureMessages[code];
  return refuse<DisclosureRefusal>({
    type: 'DisclosureRefused',
    code,
    message,
    ...(path === undefined ? {} : { path }),
  });
}
