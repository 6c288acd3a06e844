import type { Locator } from 'playwright-core';

/** A file as somebody picks it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** How things are done on a screen: with a mouse, or with keys alone. */
export interface Hands {
  press(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
  /** Chooses the option at a place of a list. */
  choose(target: Locator, option: number): Promise<void>;
  tick(target: Locator): Promise<void>;
  attach(target: Locator, file: PickedFile): Promise<void>;
}
