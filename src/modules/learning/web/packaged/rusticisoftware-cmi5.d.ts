/** What of the cmi5 library is used here; it brings no declarations of its own. */
declare module '@rusticisoftware/cmi5' {
  /** A statement that it has put together. */
  type Prepared = Readonly<Record<string, unknown>> & { readonly id: string };

  interface Score {
    readonly scaled: number;
  }

  export default class Cmi5 {
    /** Throws where the address is not that of a launch. */
    constructor(launchAddress: string);
    /** Gets the token and what the system laid ready, and says that the session has begun. */
    start(): Promise<void>;
    /** Whether statements name the library itself. */
    includeSourceActivity(on: boolean): void;
    getLaunchMode(): 'Normal' | 'Browse' | 'Review';
    getReturnURL(): string | null;
    getEndpoint(): string;
    getAuth(): string;
    getActor(): Readonly<Record<string, unknown>>;
    getActivityId(): string;
    getRegistration(): string;
    completedStatement(): Prepared;
    passedStatement(score?: Score): Prepared;
    terminatedStatement(): Prepared;
  }
}
