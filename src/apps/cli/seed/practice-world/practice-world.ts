import type { CivilDate } from '#platform/base';

/** Somebody of the fictional demo programme. */
export interface PracticeColleague {
  readonly handle: string;
  readonly name: string;
  readonly role: 'coordinator' | 'volunteer';
  /** Last day of the role; the training of one lead has ended on purpose. */
  readonly roleUntil: CivilDate | null;
}

/** A fact of a fictional case, exactly as the journey engine takes it. */
export interface PracticeFact {
  readonly fact: string;
  readonly on: CivilDate;
  readonly id?: string;
  readonly at?: string;
  readonly recorded?: CivilDate;
  readonly replaces?: string;
  readonly [field: string]: string | number | boolean | undefined;
}

/** A fictional person who is supported. Countries of origin are invented; languages and scripts are real. */
export interface PracticePerson {
  readonly given: string;
  readonly family: string;
  readonly called: string | null;
  readonly otherScripts: readonly { readonly script: string; readonly name: string }[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when not known. */
  readonly birth: string | null;
  readonly gender: 'woman' | 'man' | 'other';
  readonly nationality: string;
  readonly language: string;
  readonly aliensNumber: string | null;
}

/** How the fictional person can be reached without danger. */
export interface PracticeReach {
  readonly phone: string | null;
  readonly callDays: string;
  readonly from: string;
  readonly mayLeaveMessage: boolean;
  readonly coverStory: string;
  /** Days between contacts as agreed; null when nothing was. */
  readonly everyDays: number | null;
  /** Quiet that was agreed; null when none was. */
  readonly quietUntil: CivilDate | null;
  /** Names, signs, letters and what to do when nobody answers were agreed too. */
  readonly signs: boolean;
}

export interface PracticeContact {
  readonly on: CivilDate;
  readonly at: string;
  readonly minutes: 5 | 15 | 30 | 60 | 90;
  readonly kind: 'call' | 'message' | 'visit' | 'letter' | 'meeting' | 'accompaniment';
  readonly by: string;
  readonly reached: boolean;
  readonly words: string;
}

export interface PracticeConsent {
  readonly purpose: string;
  readonly recipient: string;
  readonly answer: 'given' | 'said-no' | 'withdrawn';
  readonly on: CivilDate;
  readonly until: CivilDate | null;
}

export interface PracticeTask {
  readonly title: string;
  readonly due: CivilDate;
  readonly kind: 'do' | 'go-along' | 'meet' | 'call';
  readonly assignee: string;
  readonly doneOn: CivilDate | null;
}

export interface PracticePaper {
  /** Document id of the procedure pack, or null for a paper of no requirement. */
  readonly document: string | null;
  readonly title: string;
  readonly on: CivilDate;
  readonly language: string;
  readonly form: 'original-seen' | 'copy' | 'translation';
  readonly pages: number;
}

/** The application that a fictional case is working on, or has handed in. */
export interface PracticeApplication {
  /** The fact that filing makes. */
  readonly step: string;
  readonly language: 'en' | 'nl';
  readonly reasons: string;
  readonly request: string;
  readonly papers: readonly PracticePaper[];
  /** Whether what is there was taken into the bundle already. */
  readonly taken: boolean;
  /** Whether the official form of the practice programme is used. */
  readonly withForm: boolean;
  /** Whether the person agreed that somebody hands in for them. */
  readonly consented: boolean;
  readonly without: readonly { readonly requirement: string; readonly what: string; readonly by: CivilDate }[];
  readonly filed: {
    readonly on: CivilDate;
    readonly receivedOn: CivilDate;
    readonly proved: boolean;
    readonly tracking: string | null;
    readonly how: 'registered-post' | 'desk' | 'lawyer';
  } | null;
}

/** An appointment of a fictional person; one that is past has an outcome unless it is still to be asked for. */
export interface PracticeAppointment {
  readonly on: CivilDate;
  readonly at: string;
  readonly kind: 'municipality' | 'lawyer' | 'police' | 'immigration' | 'court' | 'medical' | 'other';
  readonly place: string;
  readonly meetingPoint: string | null;
  /** Handle of who goes along; null when the person goes without company. */
  readonly goes: string | null;
  readonly outcome: string | null;
}

/** Somebody around a fictional person. */
export interface PracticeParty {
  readonly role: 'lawyer' | 'shelter' | 'doctor' | 'friend';
  readonly name: string;
  readonly phone: string;
  readonly safe: boolean | null;
  readonly knowsOfUs: boolean;
  readonly mayHear: string;
}

/** A fictional safety check; what was not asked stays not asked. */
export interface PracticeSafety {
  readonly on: CivilDate;
  readonly result: 'now' | 'soon' | 'steady';
  readonly homeAuthoritiesMayKnow: boolean | null;
  readonly fears: string;
  readonly helps: string;
}

/** Somebody of a fictional person's family; null where it was not asked. */
export interface PracticeRelative {
  readonly name: string;
  readonly tie: string;
  readonly where: string | null;
  readonly birth: string | null;
  readonly knows: boolean | null;
  readonly safe: boolean | null;
}

/** A piece of what happened to a fictional person; part dates. */
export interface PracticeEvent {
  readonly part: 'recruitment' | 'transit' | 'exploitation' | 'escape';
  readonly from: string;
  readonly to: string | null;
  readonly place: string;
  readonly means: string;
  readonly words: string;
}

export interface PracticeThreat {
  readonly who: string;
  readonly role: string | null;
  readonly where: string | null;
  readonly reach: string;
  readonly words: string;
}

/** What a fictional person told, and whether it was read back and agreed. */
export interface PracticeAccount {
  readonly words: string;
  readonly agreedOn: CivilDate | null;
}

export interface PracticeIncident {
  readonly on: CivilDate;
  readonly kind: 'seen-by-suspect' | 'threat' | 'leak';
  readonly words: string;
  readonly done: string;
  readonly coordinatorTold: boolean;
}

/** What colleagues wrote to each other about a fictional case. */
export interface PracticeTalk {
  readonly note: string | null;
  /** A question of the coordinator, and what the lead answered. */
  readonly asked: { readonly on: CivilDate; readonly words: string; readonly answer: string } | null;
  /** A question of the lead that nobody answered yet. */
  readonly waiting: string | null;
  /** What the coordinator answered to the newest contact. */
  readonly praise: string | null;
}

/** The parts of a fictional case that open last, and what colleagues said of it. */
export interface PracticeInner {
  readonly family: readonly PracticeRelative[];
  readonly events: readonly PracticeEvent[];
  readonly threats: readonly PracticeThreat[];
  readonly account: PracticeAccount | null;
  readonly incidents: readonly PracticeIncident[];
  readonly talk: PracticeTalk;
}

/** The part of the procedure a fictional case stands in. */
export type PracticeStage = 'start' | 'reflection' | 'awaiting' | 'permit' | 'extension';

/** One whole fictional case; everything in it happened on or before the day the world is built for. */
export interface PracticeCase {
  readonly stage: PracticeStage;
  readonly referredOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly coordinator: string;
  readonly lead: string | null;
  readonly second: string | null;
  readonly person: PracticePerson;
  readonly reach: PracticeReach;
  /** Which versions of the packs the case goes by: some began before the newest were released. */
  readonly rules: 'first' | 'newest';
  readonly parameters: Readonly<Record<string, string | boolean>>;
  readonly facts: readonly PracticeFact[];
  readonly contacts: readonly PracticeContact[];
  readonly consents: readonly PracticeConsent[];
  readonly tasks: readonly PracticeTask[];
  readonly papers: readonly PracticePaper[];
  readonly application: PracticeApplication | null;
  readonly parties: readonly PracticeParty[];
  readonly safety: readonly PracticeSafety[];
  /** What the person told of health; null when it was not asked. */
  readonly health: string | null;
  readonly appointments: readonly PracticeAppointment[];
  /** What opens last on the person's page, and what colleagues wrote to each other. */
  readonly inner: PracticeInner;
}

/** The whole fictional programme. */
export interface PracticeWorld {
  readonly on: CivilDate;
  readonly colleagues: readonly PracticeColleague[];
  readonly cases: readonly PracticeCase[];
}
