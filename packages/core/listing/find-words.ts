import { foldText } from "./fold-text.ts";

/** A word found in titles: folded, with the positions of the titles that hold it, rising. */
export interface FoundWord {
  readonly word: string;
  readonly holders: readonly number[];
}

/** The most characters of a word; longer ones are phrases. */
const LONGEST = 6;
/** A stretch that stands in one title only says nothing of its ends. */
const FEWEST_TITLES = 2;
/** Each part of a word stands beside the other at least every seventh time, in the geometric mean: 1/7² ≈ 0.02. */
const LEAST_COHESION = 0.02;
/** At either end of a word no one character stands in more than this share of its titles. */
const DOMINANT_NEIGHBOUR = 0.75;
/** A word is whole, not cut by more cohesive ones, in more than this share of its places. */
const WHOLE = 0.5;

/** ASCII words of two or more characters; else stretches of letters and digits, as in 瑜伽裤 and T恤. */
const RUNS = /[a-z0-9]{2,}|(?:(?![a-z0-9]{2}|[\u{10000}-\u{10ffff}])[\p{L}\p{N}])+/gu;
const ASCII_WORD = /^[a-z0-9]{2}/;
/** Numbers of one or two digits are sizes and counts, no words. */
const TELLING = /[a-z]|\d{3}/;

/** A stretch of characters that stands in the titles. */
interface Gram {
  /** Its number among the repeated grams of its length; -1 for one that stands in too few titles. */
  id: number;
  readonly length: number;
  /** The first place where it stands. */
  readonly place: number;
  /** How many titles hold it, and the last one counted. */
  holders: number;
  lastTitle: number;
  /** The most titles in which one and the same character stands before it or after it. */
  beside: number;
  /** 0 for what is no candidate. */
  cohesion: number;
  /** The places of a candidate. */
  places: number[];
}

/** What no candidate has; most grams are none. */
const NO_PLACES: number[] = [];

/** The grams by length, and within a length by the place where they start. */
type Grams = readonly (readonly (Gram | undefined)[])[];

/**
 * Finds the words of titles in the titles themselves: stretches that hold together (symmetric conditional
 * probability, Silva et al. 1999, the least over all splits) and stand freely at both ends (accessors, Feng et
 * al. 2004). Where two overlap, the more cohesive one stands; what stands only inside longer words is left out.
 * ASCII words are words as they are. The time grows with the length of the titles.
 */
export function findWords(titles: readonly string[]): FoundWord[] {
  const ascii = new Map<string, number[]>();
  const codes: number[] = new Array(LONGEST).fill(0);
  const titleAt: number[] = new Array(LONGEST).fill(0);
  for (const [title, text] of titles.entries()) {
    for (const [run] of foldText(text).matchAll(RUNS)) {
      if (ASCII_WORD.test(run)) {
        const holders = ascii.get(run);
        if (!holders) ascii.set(run, [title]);
        else if (holders.at(-1) !== title) holders.push(title);
      } else {
        for (let index = 0; index < run.length; index++) {
          codes.push(run.charCodeAt(index));
          titleAt.push(title);
        }
      }
      codes.push(0);
      titleAt.push(title);
    }
  }
  const found = Array.from(ascii, ([word, holders]) => ({ word, holders }));
  return found
    .filter(({ word }) => TELLING.test(word))
    .concat(
      freeWords(countGrams(codes, titleAt)).map(({ place, length, places }) => ({
        word: String.fromCharCode(...codes.slice(place, place + length)),
        holders: [...new Set(places.map((start) => titleAt[start] as number))],
      })),
    );
}

/**
 * Counts the titles of each gram up to one character longer than a word; 0 separates runs. A gram whose
 * beginning or end stands in too few titles does so itself and is not counted.
 */
function countGrams(codes: readonly number[], titleAt: readonly number[]): Grams {
  const grams: (Gram | undefined)[][] = [[]];
  let repeated = 0;
  for (let length = 1; length <= LONGEST + 1; length++) {
    const shorter = grams[length - 1] as (Gram | undefined)[];
    const here = new Array<Gram | undefined>(codes.length + 1);
    const known = new Map<number, Gram>();
    for (let place = 0; place < codes.length; place++) {
      let key = codes[place] as number;
      if (length > 1) {
        const start = shorter[place];
        const end = shorter[place + 1];
        if (!start || !end || start.id < 0 || end.id < 0) continue;
        key = start.id * repeated + end.id;
      } else if (key === 0) continue;
      let gram = known.get(key);
      if (!gram) {
        gram = {
          id: -1,
          length,
          place,
          holders: 0,
          lastTitle: -1,
          beside: 0,
          cohesion: 0,
          places: NO_PLACES,
        };
        known.set(key, gram);
      }
      here[place] = gram;
      const title = titleAt[place] as number;
      if (gram.lastTitle === title) continue;
      gram.lastTitle = title;
      gram.holders++;
    }
    repeated = 0;
    for (const gram of known.values()) {
      if (gram.holders >= FEWEST_TITLES) gram.id = repeated++;
      for (const inner of [shorter[gram.place], shorter[gram.place + 1]]) {
        if (inner) inner.beside = Math.max(inner.beside, gram.holders);
      }
    }
    grams.push(here);
  }
  return grams;
}

/** The least, over all splits, of p(whole | one part) × p(whole | other part). */
function cohesionOf({ place, length, holders }: Gram, grams: Grams): number {
  let cohesion = 1;
  for (let split = 1; split < length; split++) {
    const left = grams[split]?.[place]?.holders ?? holders;
    const right = grams[length - split]?.[place + split]?.holders ?? holders;
    cohesion = Math.min(cohesion, (holders * holders) / (left * right));
  }
  return cohesion;
}

/** The grams that are words. */
function freeWords(grams: Grams): Gram[] {
  const candidates: Gram[] = [];
  for (let length = 2; length <= LONGEST; length++) {
    const here = grams[length] ?? [];
    for (let place = 0; place < here.length; place++) {
      const gram = here[place];
      if (!gram || gram.id < 0) continue;
      if (gram.place === place && gram.beside <= gram.holders * DOMINANT_NEIGHBOUR) {
        const cohesion = cohesionOf(gram, grams);
        if (cohesion >= LEAST_COHESION) {
          gram.cohesion = cohesion;
          gram.places = [];
          candidates.push(gram);
        }
      }
      if (gram.cohesion > 0) gram.places.push(place);
    }
  }

  /** Where words start, a bit for each of their lengths. */
  const lengthsAt = new Uint8Array(grams[1]?.length ?? 0);
  const hasWord = (start: number, shortest: number, longest: number) =>
    ((lengthsAt[start] as number) & ((2 << longest) - 1)) >> shortest > 0;
  /** Whether a word holds one end of a stretch, and ends or starts inside it. */
  const isCut = (place: number, length: number) => {
    const end = place + length;
    for (let start = Math.max(0, place + 1 - LONGEST); start < end; start++) {
      if (start < place && hasWord(start, place - start + 1, end - start - 1)) return true;
      if (start > place && hasWord(start, end - start + 1, LONGEST)) return true;
    }
    return false;
  };
  /** Whether a longer word holds a stretch. */
  const isInside = (place: number, length: number) => {
    for (let start = Math.max(0, place + length - LONGEST); start <= place; start++) {
      if (hasWord(start, Math.max(place + length - start, length + 1), LONGEST)) return true;
    }
    return false;
  };

  candidates.sort((one, other) => other.cohesion - one.cohesion);
  const found: Gram[] = [];
  let first = 0;
  for (let next = 1; next <= candidates.length; next++) {
    // Equally cohesive candidates are judged together: neither cuts the other.
    if (candidates[next]?.cohesion === candidates[first]?.cohesion) continue;
    const words = candidates.slice(first, next).filter(({ places, length }) => {
      const whole = places.filter((place) => !isCut(place, length));
      return whole.length > places.length * WHOLE;
    });
    for (const word of words) {
      found.push(word);
      for (const place of word.places) lengthsAt[place] = (lengthsAt[place] as number) | (1 << word.length);
    }
    first = next;
  }
  return found.filter(({ places, length }) => places.some((place) => !isInside(place, length)));
}
