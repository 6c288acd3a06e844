import type { Place } from './pack-sources.ts';

/** Something `pack check` found: where, a stable code, and a sentence. */
export interface Finding extends Place {
  readonly code: FindingCode;
  readonly text: string;
}

export type FindingCode =
  | 'yaml-malformed'
  | 'shape-malformed'
  | 'rule-without-source'
  | 'rule-without-date'
  | 'checked-long-ago'
  | 'validity-overlaps'
  | 'validity-empty'
  | 'source-unknown'
  | 'source-uncited'
  | 'fact-unknown'
  | 'field-unknown'
  | 'stage-unknown'
  | 'parameter-unknown'
  | 'document-unknown'
  | 'guard-unknown'
  | 'deadline-unknown'
  | 'stage-unreachable'
  | 'stage-without-exit'
  | 'transition-twice'
  | 'deadline-never-ends'
  | 'unverified-hard'
  | 'message-missing'
  | 'message-unlike'
  | 'term-malformed'
  | 'release-differs';
