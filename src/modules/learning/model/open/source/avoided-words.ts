/** Words of one language that a check looks for, each as the beginning of a word; colours as whole words. */
export interface AvoidedWords {
  /** Rescuers, slaves and types of people (learning design, 3.5): say what happens, and to whom. */
  readonly tone: readonly string[];
  /** What should have a notice before it: violence, sexual exploitation told in detail, death. */
  readonly heavy: readonly string[];
  /** Colours, where they might be the only thing that tells something apart. */
  readonly colours: readonly string[];
}

/** By language; of others nothing is known, and only people can look. */
export const avoidedWords: Readonly<Record<string, AvoidedWords>> = {
  en: {
    tone: [
      'slave',
      'rescu',
      'victims are',
      'typical',
      'illegals',
      'illegal migrant',
      'prostitute',
      'pimp',
      'vulnerable people',
    ],
    heavy: [
      'rape',
      'raping',
      'suicid',
      'murder',
      'kill',
      'dead',
      'died',
      'corpse',
      'beaten',
      'beating',
      'tortur',
      'blood',
      'sexual violence',
      'abused',
    ],
    colours: ['red', 'green', 'blue', 'yellow', 'orange', 'purple'],
  },
  nl: {
    tone: [
      'slaaf',
      'slaven',
      'gered',
      'redden',
      'slachtoffers zijn',
      'typisch',
      'illegalen',
      'prostituee',
      'pooier',
      'loverboy',
      'kwetsbare mensen',
    ],
    heavy: [
      'verkracht',
      'zelfmoord',
      'zelfdoding',
      'vermoord',
      'gedood',
      'dood',
      'geslagen',
      'mishandel',
      'martel',
      'bloed',
      'seksueel geweld',
      'misbruikt',
    ],
    colours: ['rode', 'rood', 'groen', 'blauw', 'geel', 'gele', 'oranje', 'paars'],
  },
};

/** Those of the words that a text says, as they are listed; `whole` ones are no beginnings of longer words. */
export function wordsSaid(text: string, words: readonly string[], whole = false): readonly string[] {
  const plain = text.toLowerCase();
  const end = whole ? String.raw`(?!\p{L})` : '';
  return words.filter(
    (word) => plain.includes(word) && new RegExp(String.raw`(?<!\p{L})${word}${end}`, 'u').test(plain),
  );
}
