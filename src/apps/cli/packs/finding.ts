import type { Place } from './pack-sources.ts';

/** Something `pack check` found: where, a stable code, and a sentence. */
export interface Finding extends Place {
  readonly code: FindingCode;
  readonly text: string;
}

export type FindingCode =
  | 'shape-malformed'
  | 'rule-without-source'
  | 'rule-without-date'
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
  | 'term-malformed'
  | 'release-differs';
