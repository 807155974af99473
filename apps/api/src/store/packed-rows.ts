import { promisify } from "node:util";
import { constants, type ZstdOptions, zstdCompressSync, zstdDecompress } from "node:zlib";

/** Shorter rows stay as they are: to pack them takes longer than it saves. */
export const PACK_FROM = 8_192;

/** A revision is read through at most so many others (T20). */
export const MOST_DEPENDENTS = 9;

/** What unpacked rows may take: a body's mebibyte, some of whose characters JSON writes longer. */
const MOST_BYTES = 8_388_608;

const { ZSTD_c_checksumFlag, ZSTD_c_compressionLevel, ZSTD_c_windowLog, ZSTD_d_windowLogMax } = constants;
const LEVEL: ZstdOptions = {
  // The window holds the dictionary and the text, so that the whole of the other revision is found again.
  params: { [ZSTD_c_compressionLevel]: 3, [ZSTD_c_windowLog]: 22, [ZSTD_c_checksumFlag]: 1 },
};
const inflate = promisify(zstdDecompress);

/** Packs rows; as a difference from another revision's, where one is given. */
export const packRows = (rows: string, against?: string): Uint8Array =>
  zstdCompressSync(rows, against === undefined ? LEVEL : { ...LEVEL, dictionary: Buffer.from(against) });

/** Unpacks rows, off the event loop; fails where they are damaged. */
export async function unpackRows(packed: Uint8Array, against?: string): Promise<string> {
  const text = await inflate(packed, {
    maxOutputLength: MOST_BYTES,
    params: { [ZSTD_d_windowLogMax]: 23 },
    ...(against === undefined ? {} : { dictionary: Buffer.from(against) }),
  });
  return text.toString();
}
