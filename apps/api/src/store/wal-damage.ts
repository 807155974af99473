import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { endianness } from "node:os";

/** No more of a write-ahead log than this is read; a checkpoint keeps it far below. */
const MOST_BYTES = 268_435_456;

const HEADER = 32;
const FRAME_HEADER = 24;

/** A write-ahead log as SQLite's file format describes it (sqlite.org/fileformat2.html#walformat). */
interface Log {
  readonly salt: string;
  /** How many frames from the first on are as they were written. */
  readonly whole: number;
  /** How many of the other frames end a transaction of this same log. */
  readonly commitsAfter: number;
}

/**
 * What is wrong with the write-ahead log of a SQLite file that SQLite would pass over in silence, in Chinese words;
 * undefined where nothing is seen.
 *
 * SQLite reads a log up to the first frame whose checksum does not fit. That is a commit that the power cut short,
 * which nobody was told of, unless more than one transaction ends from there on, as each is on disk before the next
 * begins; or unless the index beside the log, where it has survived, knows of more frames.
 */
export function walDamage(file: string): string | undefined {
  const first = damageOnce(file);
  // Another process may be writing: a fault is one that stays.
  return first && damageOnce(file) === first ? first : undefined;
}

function damageOnce(file: string): string | undefined {
  const index = indexOf(`${file}-shm`);
  const log = logOf(`${file}-wal`);
  if (!log) return undefined;
  if (log.commitsAfter > 1)
    return `其中第 ${log.whole + 1} 页损坏，后面的 ${log.commitsAfter} 次写入读不出来`;
  if (index && index.salt === log.salt && index.frames > log.whole) {
    return `应有 ${index.frames} 页，只读得出 ${log.whole} 页，最后的写入读不出来`;
  }
  return undefined;
}

/** How far the index of the log says that it goes; undefined where there is none or it is being written. */
function indexOf(path: string): { salt: string; frames: number } | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path).subarray(0, 96);
  if (bytes.length < 96 || !bytes.subarray(0, 48).equals(bytes.subarray(48))) return undefined;
  const frames = endianness() === "LE" ? bytes.readUInt32LE(16) : bytes.readUInt32BE(16);
  return { salt: bytes.toString("hex", 32, 40), frames };
}

function logOf(path: string): Log | undefined {
  if (!existsSync(path)) return undefined;
  const descriptor = openSync(path, "r");
  try {
    return readLog(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function readLog(descriptor: number): Log | undefined {
  const header = Buffer.alloc(HEADER);
  if (readSync(descriptor, header, 0, HEADER, 0) < HEADER) return undefined;
  const magic = header.readUInt32BE(0);
  const pageSize = header.readUInt32BE(8);
  if ((magic & ~1) >>> 0 !== 0x377f0682 || pageSize < 512 || pageSize > 65_536) return undefined;
  const checksum = new Checksum(magic === 0x377f0682);
  checksum.add(header.subarray(0, 24));
  if (!checksum.is(header.subarray(24))) return undefined;
  const salt = header.toString("hex", 16, 24);
  const frame = Buffer.alloc(FRAME_HEADER + pageSize);
  let whole = 0;
  let commitsAfter = 0;
  let isWhole = true;
  for (let at = HEADER; at < MOST_BYTES; at += frame.length) {
    if (readSync(descriptor, frame, 0, frame.length, at) < frame.length) break;
    const isOfThisLog = frame.toString("hex", 8, 16) === salt;
    if (isWhole) {
      checksum.add(frame.subarray(0, 8));
      checksum.add(frame.subarray(FRAME_HEADER));
      isWhole = isOfThisLog && checksum.is(frame.subarray(16, 24));
      if (isWhole) whole++;
    }
    if (!isWhole && isOfThisLog && frame.readUInt32BE(4) !== 0) commitsAfter++;
  }
  return { salt, whole, commitsAfter };
}

/** The running checksum of a log over 32-bit words. */
class Checksum {
  readonly #isLittle: boolean;
  #one = 0;
  #other = 0;

  constructor(isLittle: boolean) {
    this.#isLittle = isLittle;
  }

  add(bytes: Buffer): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < bytes.length; at += 8) {
      this.#one = (this.#one + view.getUint32(at, this.#isLittle) + this.#other) | 0;
      this.#other = (this.#other + view.getUint32(at + 4, this.#isLittle) + this.#one) | 0;
    }
  }

  /** Whether it is this one, which is stored with its highest byte first. */
  is(stored: Buffer): boolean {
    return stored.readInt32BE(0) === this.#one && stored.readInt32BE(4) === this.#other;
  }
}
