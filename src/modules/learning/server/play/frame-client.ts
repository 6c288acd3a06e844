/** What a page of a package is, as far as its client needs it. */
export interface FramePage {
  parent: unknown;
  addEventListener(kind: 'message', hear: (event: { readonly source: unknown; readonly data: unknown }) => void): void;
}

/** What the client begins with; comes with the page, so that the first question is answered at once. */
export interface FrameSeed {
  readonly kind: 'scorm12' | 'scorm2004';
  readonly mark: string;
  /** Names this opening: what a page before this one set in the same frame is gone on with. */
  readonly opening: string;
  readonly values: Readonly<Record<string, string>>;
  readonly fixed: Readonly<Record<string, string>>;
}

/** The window above, as far as it is spoken to. */
interface Above {
  postMessage(message: unknown, origin: string): void;
}

type Codes = Readonly<Record<'state' | 'argument' | 'unknown' | 'empty' | 'fixed' | 'writeOnly' | 'type', string>>;

/**
 * The interface of SCORM as it stands in each page of a package. It is sent there as text (`frameScript`), so nothing outside of this
 * class may be used in it. It answers at once from its own copy and tells the page around what was said. It is in the hands of the
 * package: nothing it says is believed anywhere (learning design, 7.3).
 */
export class FrameClient {
  readonly page: FramePage;
  readonly seed: FrameSeed;
  readonly above: Above | null;
  readonly values: Map<string, string>;
  readonly fixed: ReadonlyMap<string, string>;
  readonly codes: Codes;
  state: 'new' | 'running' | 'over' = 'new';
  error = '0';

  constructor(page: FramePage, seed: FrameSeed) {
    this.page = page;
    this.seed = seed;
    // Whatever is above a page takes messages: every window does.
    this.above = page.parent === page ? null : (page.parent as Above);
    this.values = new Map(Object.entries({ ...seed.values, ...this.carried() }));
    this.fixed = new Map(Object.entries(seed.fixed));
    this.codes =
      seed.kind === 'scorm12'
        ? { state: '301', argument: '201', unknown: '401', empty: '0', fixed: '403', writeOnly: '404', type: '405' }
        : { state: '122', argument: '301', unknown: '401', empty: '403', fixed: '404', writeOnly: '405', type: '406' };
  }

  /** Puts the interface where packages look for it. */
  begin(): void {
    const prefix = this.seed.kind === 'scorm12' ? 'LMS' : '';
    const found = {
      [`${prefix}Initialize`]: (given: unknown) => this.initialize(given),
      [prefix === '' ? 'Terminate' : 'LMSFinish']: (given: unknown) => this.finish(given),
      [`${prefix}GetValue`]: (element: unknown) => this.get(String(element)),
      [`${prefix}SetValue`]: (element: unknown, value: unknown) => this.set(String(element), String(value)),
      [`${prefix}Commit`]: (given: unknown) => this.commit(given),
      [`${prefix}GetLastError`]: () => this.error,
      [`${prefix}GetErrorString`]: (code: unknown) => this.explain(String(code)),
      [`${prefix}GetDiagnostic`]: (code: unknown) => this.explain(String(code)),
    };
    const name = prefix === '' ? 'API_1484_11' : 'API';
    if (this.isBelow(name)) return;
    Reflect.set(this.page, name, found);
    this.page.addEventListener('message', ({ source, data }) => this.passOn(source, data));
    // Packages walk upwards until they find it, and a page of another origin may not even be looked at: so the way up ends here.
    Object.defineProperty(this.page, 'parent', { value: this.page, configurable: true });
  }

  /**
   * Whether a page above shows the interface already. Pages of one origin see each other: there the walk upwards finds it, and two of them
   * would each count for themselves. Without an origin even looking is refused.
   */
  isBelow(name: string): boolean {
    try {
      return this.above !== null && Reflect.get(this.above, name) !== undefined;
    } catch {
      return false;
    }
  }

  /** What the page before this one in the same frame has set; its name lasts as long as the frame. */
  carried(): Readonly<Record<string, string>> {
    try {
      const name: unknown = JSON.parse(String(Reflect.get(this.page, 'name')));
      if (typeof name !== 'object' || name === null || Reflect.get(name, 'opening') !== this.seed.opening) return {};
      // Written by `carry`; a package that writes something else there misleads only itself.
      return { ...(Reflect.get(name, 'values') as Readonly<Record<string, string>>) };
    } catch {
      return {};
    }
  }

  carry(): void {
    Reflect.set(
      this.page,
      'name',
      JSON.stringify({ opening: this.seed.opening, values: Object.fromEntries(this.values) }),
    );
  }

  /** Whoever is above is a page of ours, or one of the package that has no origin to be named by. */
  say(message: Readonly<Record<string, string>>): void {
    this.above?.postMessage({ mark: this.seed.mark, ...message }, '*');
  }

  /** Pages within this one speak through it, and what they set is known here too. */
  passOn(source: unknown, data: unknown): void {
    if (source === this.above || typeof data !== 'object' || data === null) return;
    if (Reflect.get(data, 'mark') !== this.seed.mark) return;
    const element: unknown = Reflect.get(data, 'element');
    const value: unknown = Reflect.get(data, 'value');
    if (typeof element === 'string' && typeof value === 'string') this.values.set(element, value);
    this.above?.postMessage(data, '*');
  }

  fail(code: string, answer: string): string {
    this.error = code;
    return answer;
  }

  initialize(given: unknown): string {
    if (given !== '' && given !== undefined && given !== null) return this.fail('201', 'false');
    if (this.state === 'running') return this.fail(this.seed.kind === 'scorm12' ? '101' : '103', 'false');
    this.state = 'running';
    this.say({ act: 'begin' });
    return this.fail('0', 'true');
  }

  finish(given: unknown): string {
    if (given !== '' && given !== undefined && given !== null) return this.fail('201', 'false');
    if (this.state !== 'running') return this.fail(this.notRunning('112', '113'), 'false');
    this.state = 'over';
    this.say({ act: 'finish' });
    return this.fail('0', 'true');
  }

  commit(given: unknown): string {
    if (given !== '' && given !== undefined && given !== null) return this.fail('201', 'false');
    if (this.state !== 'running') return this.fail(this.notRunning('142', '143'), 'false');
    this.say({ act: 'commit' });
    return this.fail('0', 'true');
  }

  notRunning(before: string, after: string): string {
    return this.seed.kind === 'scorm12' ? '301' : this.state === 'new' ? before : after;
  }

  get(element: string): string {
    if (this.state !== 'running') return this.fail(this.notRunning('122', '123'), '');
    const known = this.fixed.get(element) ?? this.values.get(element);
    if (known !== undefined) return this.fail('0', known);
    if (element.endsWith('._count')) return this.fail('0', String(this.countOf(element.slice(0, -'._count'.length))));
    if (/(^|\.)(exit|session_time)$/.test(element)) return this.fail(this.codes.writeOnly, '');
    const [, list = '', index = ''] = /^(.+?)\.(\d+)\./.exec(element) ?? [];
    if (list !== '' && Number(index) >= this.countOf(list)) return this.fail(this.codes.argument, '');
    return this.fail(this.isKnown(element) ? this.codes.empty : this.codes.unknown, '');
  }

  set(element: string, value: string): string {
    if (this.state !== 'running') return this.fail(this.notRunning('132', '133'), 'false');
    if (/_(children|count|version)$/.test(element))
      return this.fail(this.seed.kind === 'scorm12' ? '402' : '404', 'false');
    if (this.fixed.has(element)) return this.fail(this.codes.fixed, 'false');
    if (!this.isKnown(element)) return this.fail(this.codes.unknown, 'false');
    const [, list = '', index = ''] = /^(.+?)\.(\d+)\./.exec(element) ?? [];
    if (list !== '' && Number(index) > this.countOf(list))
      return this.fail(this.seed.kind === 'scorm12' ? '201' : '351', 'false');
    if (!this.isOfType(element, value)) return this.fail(this.codes.type, 'false');
    this.values.set(element, value);
    this.carry();
    this.say({ act: 'set', element, value });
    return this.fail('0', 'true');
  }

  /** How many a list holds: one more than the highest number in it. */
  countOf(list: string): number {
    const numbers = [...this.values.keys()].flatMap((name) =>
      name.startsWith(`${list}.`) ? Number.parseInt(name.slice(list.length + 1), 10) : [],
    );
    return Math.max(-1, ...numbers.filter((one) => Number.isInteger(one))) + 1;
  }

  isKnown(element: string): boolean {
    return this.seed.kind === 'scorm12'
      ? /^cmi\.(core\.(lesson_location|lesson_status|exit|session_time|score\.(raw|min|max))|suspend_data|comments|student_preference\.(audio|language|speed|text)|objectives\.\d+\.(id|status|score\.(raw|min|max))|interactions\.\d+\.(id|time|type|weighting|student_response|result|latency|objectives\.\d+\.id|correct_responses\.\d+\.pattern))$/.test(
          element,
        )
      : /^(cmi\.(location|completion_status|success_status|exit|session_time|suspend_data|progress_measure|completion_threshold|scaled_passing_score|max_time_allowed|score\.(scaled|raw|min|max)|learner_preference\.(audio_level|language|delivery_speed|audio_captioning)|comments_from_learner\.\d+\.(comment|location|timestamp)|objectives\.\d+\.(id|success_status|completion_status|progress_measure|description|score\.(scaled|raw|min|max))|interactions\.\d+\.(id|type|timestamp|weighting|learner_response|result|latency|description|objectives\.\d+\.id|correct_responses\.\d+\.pattern))|adl\.nav\.request)$/.test(
          element,
        );
  }

  isOfType(element: string, value: string): boolean {
    if (/score\.(raw|min|max|scaled)$/.test(element))
      return value === '' ? this.seed.kind === 'scorm12' : /^-?\d+(\.\d+)?$/.test(value);
    const words = this.wordsOf(element);
    return words === null || words.split(' ').includes(value.replaceAll(' ', '_'));
  }

  wordsOf(element: string): string | null {
    if (element === 'cmi.core.lesson_status') return 'passed completed failed incomplete browsed not_attempted';
    if (element === 'cmi.core.exit') return ' time-out suspend logout';
    if (element === 'cmi.exit') return ' time-out suspend logout normal';
    if (/^cmi(\.objectives\.\d+)?\.completion_status$/.test(element))
      return 'completed incomplete not_attempted unknown';
    if (/^cmi(\.objectives\.\d+)?\.success_status$/.test(element)) return 'passed failed unknown';
    return null;
  }

  explain(code: string): string {
    const words: Readonly<Record<string, string>> = {
      '0': 'No error',
      '101': 'General exception',
      '201': 'Invalid argument',
      '301': 'Not initialized',
      '401': 'Not implemented',
      '402': 'Element is a keyword',
      '403': 'Element has no value, or is read only',
      '404': 'Element is read only, or write only',
      '405': 'Incorrect data type, or write only',
      '406': 'Incorrect data type',
    };
    return words[code] ?? 'Error';
  }
}

/** The script that opens the interface in a page, before any of the package runs. */
export function frameScript(seed: FrameSeed): string {
  // Nothing of a value may end the script, should it ever stand in a page.
  const given = JSON.stringify(seed).replaceAll('<', String.raw`\u003c`);
  return `new (${FrameClient.toString()})(window, ${given}).begin();`;
}
