import type { PackageItem, ScormKind } from './package-item.ts';
import type { ScormValues } from './scorm-values.ts';

/** What a part finds when it asks: what it may change, and what it may not. */
export interface BeginValues {
  readonly values: ScormValues;
  readonly fixed: ScormValues;
}

/** How a standard names what is asked and kept between two openings. */
const names = {
  scorm12: {
    exit: 'cmi.core.exit',
    entry: 'cmi.core.entry',
    learner: 'cmi.core.student_id',
    launchData: 'cmi.launch_data',
    mastery: 'cmi.student_data.mastery_score',
    session: 'cmi.core.session_time',
  },
  scorm2004: {
    exit: 'cmi.exit',
    entry: 'cmi.entry',
    learner: 'cmi.learner_id',
    launchData: 'cmi.launch_data',
    mastery: 'cmi.scaled_passing_score',
    session: 'cmi.session_time',
  },
} as const;

const children12 = {
  'cmi.core._children':
    'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score._children': 'raw,min,max',
  'cmi.objectives._children': 'id,score,status',
  'cmi.student_data._children': 'mastery_score,max_time_allowed,time_limit_action',
  'cmi.student_preference._children': 'audio,language,speed,text',
  'cmi.interactions._children': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
};
const children2004 = {
  'cmi._version': '1.0',
  'cmi.score._children': 'scaled,raw,min,max',
  'cmi.objectives._children': 'id,score,success_status,completion_status,description,progress_measure',
  'cmi.learner_preference._children': 'audio_level,language,delivery_speed,audio_captioning',
  'cmi.interactions._children':
    'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
  'cmi.comments_from_learner._children': 'comment,location,timestamp',
  'cmi.comments_from_lms._children': 'comment,location,timestamp',
};

const fixed12 = {
  'cmi.core.student_name': '',
  'cmi.core.credit': 'credit',
  'cmi.core.lesson_mode': 'normal',
  'cmi.comments_from_lms': '',
  'cmi.student_data.max_time_allowed': '',
  'cmi.student_data.time_limit_action': '',
};
const fixed2004 = {
  'cmi.learner_name': '',
  'cmi.credit': 'credit',
  'cmi.mode': 'normal',
  'cmi.time_limit_action': 'continue,no message',
};

const values12 = {
  'cmi.core.lesson_location': '',
  'cmi.core.lesson_status': 'not attempted',
  'cmi.core.score.raw': '',
  'cmi.core.score.min': '',
  'cmi.core.score.max': '',
  'cmi.suspend_data': '',
  'cmi.comments': '',
  'cmi.student_preference.audio': '0',
  'cmi.student_preference.language': '',
  'cmi.student_preference.speed': '0',
  'cmi.student_preference.text': '0',
};
const values2004 = {
  'cmi.completion_status': 'unknown',
  'cmi.success_status': 'unknown',
  'cmi.learner_preference.audio_level': '1',
  'cmi.learner_preference.language': '',
  'cmi.learner_preference.delivery_speed': '1',
  'cmi.learner_preference.audio_captioning': '0',
};

/**
 * What a part finds when somebody opens it, from what was kept of it before (null for nothing). A part left with `suspend` goes on; one
 * that was never opened begins. The learner has no name here, and a number that stands for them in this package alone.
 */
export function beginValues(
  kind: ScormKind,
  item: PackageItem,
  kept: ScormValues | null,
  learner: string,
): BeginValues {
  const name = names[kind];
  const left = kept?.[name.exit] ?? '';
  const entry = kept === null ? 'ab-initio' : left === 'suspend' ? 'resume' : '';
  const total = kind === 'scorm12' ? 'cmi.core.total_time' : 'cmi.total_time';
  const fixed: Record<string, string> = {
    ...(kind === 'scorm12' ? { ...children12, ...fixed12 } : { ...children2004, ...fixed2004 }),
    [name.entry]: entry,
    [name.learner]: learner,
    [name.launchData]: item.launchData,
    [total]: kept?.[total] ?? (kind === 'scorm12' ? '0000:00:00.00' : 'PT0H0M0S'),
  };
  if (item.masteryScore !== '' || kind === 'scorm12') fixed[name.mastery] = item.masteryScore;
  const writeOnly: readonly string[] = [name.exit, name.session];
  const own = Object.entries(kept ?? {}).filter(
    ([element, value]) => value !== '' && !(element in fixed) && !writeOnly.includes(element),
  );
  return { values: { ...(kind === 'scorm12' ? values12 : values2004), ...Object.fromEntries(own) }, fixed };
}
