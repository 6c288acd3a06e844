import { ok, refuse, type Result } from '#platform/base';

/** A value of JSON and where the members of its object, or of the objects in its list, stand in the text. */
export interface JsonText {
  readonly value: unknown;
  /** One for each object; null for what is no object. */
  readonly objects: readonly (readonly Member[] | null)[];
}

/** A member of an object: its name and the text of both, exactly as it was sent. */
export interface Member {
  readonly key: string;
  readonly text: string;
}

/** Why a text is not taken: no JSON, the same name twice in one object, or too deep. */
export interface JsonRefusal {
  readonly type: 'NotJson' | 'TwiceNamed' | 'TooDeep';
}

/**
 * Reads JSON and keeps how it was written, so that what came can go out again as it came: numbers keep their digits. `JSON.parse`
 * decides what is JSON; the walk over the text after it only finds places, and may therefore be simple.
 */
export function readJson(text: string, maxDepth: number): Result<JsonText, JsonRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse({ type: 'NotJson' });
  }
  const walk = new Walk(text, maxDepth, Array.isArray(value) ? 2 : 1);
  const broken = walk.run();
  if (broken !== null) return refuse({ type: broken });
  return ok({ value, objects: Array.isArray(value) ? walk.inList(value) : [walk.objects[0] ?? null] });
}

interface Level {
  /** Names so far; null in a list. */
  readonly names: Names | null;
  readonly members: Member[] | null;
  /** Where the name began that is being read, and the name. */
  from: number;
  key: string | null;
}

/** So many names are faster looked through than kept in a set. */
const fewNames = 12;

/** The names of an object: mostly a handful, but whoever sends a hundred thousand keeps nobody waiting. */
class Names {
  private readonly few: string[] = [];
  private many: Set<string> | null = null;

  /** False when the name is there already. */
  add(name: string): boolean {
    if (this.many === null) {
      if (this.few.includes(name)) return false;
      this.few.push(name);
      if (this.few.length > fewNames) this.many = new Set(this.few);
      return true;
    }
    if (this.many.has(name)) return false;
    this.many.add(name);
    return true;
  }
}

const quote = 34;
const backslash = 92;

class Walk {
  readonly objects: (readonly Member[])[] = [];
  private readonly levels: Level[] = [];
  private readonly text: string;
  private readonly maxDepth: number;
  /** The depth of the objects whose members are wanted. */
  private readonly wanted: number;

  constructor(text: string, maxDepth: number, wanted: number) {
    this.text = text;
    this.maxDepth = maxDepth;
    this.wanted = wanted;
  }

  run(): 'TwiceNamed' | 'TooDeep' | null {
    const { text } = this;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign === quote) {
        const end = endOfText(text, at);
        if (!this.name(at, end)) return 'TwiceNamed';
        at = end;
      } else if (sign === 123 || sign === 91) {
        if (this.levels.length === this.maxDepth) return 'TooDeep';
        this.open(sign === 123);
      } else if (sign === 125 || sign === 93) this.close(at);
      else if (sign === 44) this.endMember(at);
    }
    return null;
  }

  /** The members by the places of a list; what is no object in it has none. */
  inList(list: readonly unknown[]): readonly (readonly Member[] | null)[] {
    let next = 0;
    return list.map((one) => {
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return null;
      next += 1;
      return this.objects[next - 1] ?? null;
    });
  }

  private open(isObject: boolean): void {
    const wanted = isObject && this.levels.length === this.wanted - 1;
    this.levels.push({ names: isObject ? new Names() : null, members: wanted ? [] : null, from: -1, key: null });
  }

  private close(at: number): void {
    this.endMember(at);
    const level = this.levels.pop();
    if (level?.members) this.objects.push(level.members);
  }

  private endMember(at: number): void {
    const level = this.levels.at(-1);
    if (!level || level.key === null) return;
    level.members?.push({ key: level.key, text: this.text.slice(level.from, at).trimEnd() });
    level.key = null;
  }

  /** A text is a name where an object waits for one. False when the object has that name already. */
  private name(start: number, end: number): boolean {
    const level = this.levels.at(-1);
    if (!level?.names || level.key !== null) return true;
    const raw = this.text.slice(start + 1, end);
    const key = raw.includes('\\') ? String(JSON.parse(this.text.slice(start, end + 1))) : raw;
    if (!level.names.add(key)) return false;
    level.key = key;
    level.from = start;
    return true;
  }
}

/** The place of the quote that ends the text begun at `start`. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}
