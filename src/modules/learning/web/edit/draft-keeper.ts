import type { Result } from '#platform/base';
import { applyEdit } from '../../model/open/edit/apply-edit.ts';
import type { CourseDraft } from '../../model/open/edit/course-draft.ts';
import type { CourseEdit, EditRefusal } from '../../model/open/edit/course-edit.ts';
import { isSigned } from '../../model/open/edit/is-signed.ts';
import type { Keeping } from '../save-queue.ts';

/** What is sent: files that changed, null where one went. */
export type ChangedFiles = Readonly<Record<string, string | null>>;

/** A draft as somebody works on it, how it is kept, and whether somebody else came between. */
export interface KeeperState {
  readonly draft: CourseDraft;
  readonly canUndo: boolean;
  readonly keeping: Keeping;
  readonly refused: string | null;
  readonly lost: number | null;
}

type Send = (
  version: number,
  files: ChangedFiles,
  draft: CourseDraft,
) => Promise<Result<{ readonly version: number }, { readonly type: string }>>;

/** So many steps can be taken back. */
const remembered = 50;

/** Keeps a draft step by step, one sending at a time. What could not be sent stays, and goes with the next. */
export class DraftKeeper {
  #draft: CourseDraft;
  #version: number;
  /** What the server has. */
  #saved: CourseDraft;
  #past: CourseDraft[] = [];
  /** Steps that the server does not have yet; null stands for one that was taken back. */
  #unsaved: (CourseEdit | null)[] = [];
  /** How many of those are on their way. */
  #sending = 0;
  /** What is being sent; null where nothing is. */
  #round: Promise<void> | null = null;
  #keeping: Keeping = { at: 'nothing' };
  #refused: string | null = null;
  #lost: number | null = null;
  readonly #send: Send;
  readonly #tell: (state: KeeperState) => void;
  readonly #now: () => Date;

  constructor(
    opened: { readonly draft: CourseDraft; readonly version: number },
    { send, tell, now }: { readonly send: Send; readonly tell: (state: KeeperState) => void; readonly now: () => Date },
  ) {
    this.#draft = opened.draft;
    this.#saved = opened.draft;
    this.#version = opened.version;
    this.#send = send;
    this.#tell = tell;
    this.#now = now;
  }

  get state(): KeeperState {
    return {
      draft: this.#draft,
      canUndo: this.#past.length > 0,
      keeping: this.#keeping,
      refused: this.#refused,
      lost: this.#lost,
    };
  }

  /** Does a step; says why it was not done. */
  edit(edit: CourseEdit): EditRefusal['type'] | null {
    const done = applyEdit(this.#draft, edit);
    if (!done.ok) return done.refusal.type;
    // Whoever raised the number of a signed version does not come back to it.
    this.#past = isSigned(this.#draft.source) ? [] : [...this.#past, this.#draft].slice(-remembered);
    this.#unsaved.push(edit);
    this.#draft = done.value;
    this.#lost = null;
    void this.keep();
    return null;
  }

  /** Takes the last step back. Pictures are not files of text: they stay as they are. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    const media = this.#draft.folder.media;
    this.#draft = { folder: { ...before.folder, media }, source: { ...before.source, mediaThere: media } };
    // A step that was never sent is as if it had not been.
    if (this.#unsaved.length > this.#sending && this.#unsaved.at(-1) !== null) this.#unsaved.pop();
    else this.#unsaved.push(null);
    void this.keep();
  }

  /** Sends what changed until the server has all of it, or refuses. */
  async keep(): Promise<void> {
    if (this.#refused === 'DraftChanged') return this.#say();
    const joined = this.#round;
    if (joined === null) return this.#begin(() => this.#sendAll());
    await joined;
    // What was done as that one ended.
    if (this.#refused === null && this.#changed() !== null) await this.keep();
    return undefined;
  }

  /** One round at a time; it is over before anybody who waited for it goes on. */
  #begin(act: () => Promise<void>): Promise<void> {
    const round = Promise.resolve()
      .then(act)
      .finally(() => (this.#round = null));
    this.#round = round;
    return round;
  }

  /**
   * Does something to the draft on the server that is no step here, after all that was done before is kept, and with nothing else on its
   * way meanwhile. What is refused is told, and nothing of it is done.
   */
  async alone(act: (version: number) => ReturnType<Send>): Promise<string | null> {
    await this.keep();
    while (this.#round !== null) await this.#round;
    if (this.#refused !== null) return this.#refused;
    let refused: string | null = null;
    const once = async (): Promise<void> => {
      const answer = await act(this.#version);
      refused = answer.ok ? null : answer.refusal.type;
      if (answer.ok) this.#version = answer.value.version;
      if (refused === 'DraftChanged') this.#fail(refused);
    };
    await this.#begin(once);
    // What was done meanwhile waited.
    void this.keep();
    return refused;
  }

  async #sendAll(): Promise<void> {
    for (let files = this.#changed(); files !== null; files = this.#changed()) {
      this.#keeping = { at: 'keeping' };
      this.#say();
      const [sent, steps] = [this.#draft, this.#unsaved.length];
      this.#sending = steps;
      const answer = await this.#send(this.#version, files, sent);
      this.#sending = 0;
      this.#refused = null;
      if (!answer.ok) {
        this.#fail(answer.refusal.type);
        break;
      }
      this.#version = answer.value.version;
      this.#saved = sent;
      this.#unsaved = this.#unsaved.slice(steps);
      this.#keeping = { at: 'kept', when: this.#now() };
    }
    this.#say();
  }

  #fail(refused: string): void {
    this.#refused = refused;
    this.#keeping = { at: 'failed' };
    this.#say();
  }

  /** Goes on from what somebody else saved, with what was not saved yet done anew on it. */
  takeTheirs({ draft, version }: { readonly draft: CourseDraft; readonly version: number }): void {
    let lost = 0;
    this.#saved = draft;
    this.#draft = draft;
    this.#version = version;
    this.#past = [];
    for (const edit of this.#unsaved) {
      const done = edit === null ? null : applyEdit(this.#draft, edit);
      if (done?.ok) this.#draft = done.value;
      else lost += 1;
    }
    this.#lost = this.#unsaved.length === 0 ? null : lost;
    this.#refused = null;
    void this.keep();
  }

  /** Files that differ from what the server has; null where none does. */
  #changed(): ChangedFiles | null {
    const [old, now] = [this.#saved.folder.files, this.#draft.folder.files];
    const differ = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
    return differ.length === 0 ? null : Object.fromEntries(differ.map((path) => [path, now.get(path) ?? null]));
  }

  #say(): void {
    this.#tell(this.state);
  }
}
