/** What is used of the library: its own types name a default export that its files do not have. */
declare module 'scorm-again/scorm12/min' {
  export class Scorm12API {
    constructor(settings: Readonly<Record<string, unknown>>);
    loadFromFlattenedJSON(values: Record<string, unknown>, under?: string): void;
    renderCommitCMI(ending: boolean, withTime?: boolean): unknown;
    lmsInitialize(): string;
    lmsSetValue(element: string, value: string): string;
  }
}

declare module 'scorm-again/scorm2004/min' {
  export class Scorm2004API {
    constructor(settings: Readonly<Record<string, unknown>>);
    loadFromFlattenedJSON(values: Record<string, unknown>, under?: string): void;
    renderCommitCMI(ending: boolean, withTime?: boolean): unknown;
    lmsInitialize(): string;
    lmsSetValue(element: string, value: string): string;
  }
}
