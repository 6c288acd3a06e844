import type { Place } from './pack-sources.ts';

/** Something `pack check` found: where, a stable code, and a sentence. */
export interface Finding extends Place {
  readonly code: FindingCode;
  readonly text: string;
}

/** A finding with its line. */
export interface LinedFinding extends Finding {
  readonly line: number;
}

export type FindingCode =
  | 'yaml-malformed'
  | 'shape-malformed'
  | 'rule-without-source'
  | 'rule-without-date'
  | 'checked-long-ago'
  | 'validity-overlaps'
  | 'validity-empty'
  | 'validity-gap'
  | 'source-unknown'
  | 'source-uncited'
  | 'source-without-address'
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
  | 'rule-twice'
  | 'deadline-never-ends'
  | 'unverified-hard'
  | 'message-missing'
  | 'message-unused'
  | 'message-unlike'
  | 'term-malformed'
  | 'line-too-long'
  | 'release-differs';
