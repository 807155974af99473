const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const LENGTH = { local: 30, central: 46, end: 22 } as const;
const DEFLATED = 8;
const RELATIONS = "xl/_rels/workbook.xml.rels";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
const PART = /^customXml\/item\d+\.xml$/;

/** A file within an .xlsx, which is a ZIP archive. */
interface Entry {
  readonly name: string;
  /** Its record in the archive's directory. */
  readonly record: Uint8Array;
  /** Its own header and content. */
  readonly content: Uint8Array;
}

/** Puts custom XML parts into an .xlsx, where Excel and its add-ins look for them. */
export async function addCustomXml(xlsx: Uint8Array, xmls: readonly string[]): Promise<Uint8Array> {
  if (xmls.length === 0) return xlsx;
  const entries = readEntries(xlsx);
  const relations = entries.find(({ name }) => name === RELATIONS);
  if (!relations) throw new Error(`no ${RELATIONS}`);
  const parts = xmls.map((xml, index) => ({ name: `customXml/item${index + 1}.xml`, text: xml }));
  const added = parts
    .map(({ name }, index) => `<Relationship Id="sevenstar${index}" Type="${RELATION}" Target="../${name}"/>`)
    .join("");
  const text = (await textOf(relations)).replace("</Relationships>", `${added}</Relationships>`);
  return archive([
    ...entries.filter((entry) => entry !== relations),
    storedEntry(RELATIONS, text),
    ...parts.map((part) => storedEntry(part.name, part.text)),
  ]);
}

/** Reads the custom XML parts of an .xlsx; none where the archive is not understood. */
export async function readCustomXml(xlsx: Uint8Array): Promise<string[]> {
  try {
    return await Promise.all(
      readEntries(xlsx)
        .filter(({ name }) => PART.test(name))
        .map(textOf),
    );
  } catch {
    return [];
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readEntries(zip: Uint8Array): Entry[] {
  const view = viewOf(zip);
  let end = zip.length - LENGTH.end;
  while (end >= 0 && view.getUint32(end, true) !== SIGNATURE.end) end -= 1;
  if (end < 0) throw new Error("no directory");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(at, true) !== SIGNATURE.central) throw new Error("no record");
    const sizes = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + LENGTH.central + sizes.reduce((sum, size) => sum + size, 0);
    const name = new TextDecoder().decode(
      zip.subarray(at + LENGTH.central, at + LENGTH.central + (sizes[0] ?? 0)),
    );
    const from = view.getUint32(at + 42, true);
    const header = LENGTH.local + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
    const to = from + header + view.getUint32(at + 20, true);
    entries.push({ name, record: zip.slice(at, next), content: zip.slice(from, to) });
    at = next;
  }
  return entries;
}

async function textOf({ record, content }: Entry): Promise<string> {
  const view = viewOf(content);
  const packed = content.slice(LENGTH.local + view.getUint16(26, true) + view.getUint16(28, true));
  const stream = new Blob([packed]).stream();
  const isDeflated = viewOf(record).getUint16(10, true) === DEFLATED;
  return new Response(
    isDeflated ? stream.pipeThrough(new DecompressionStream("deflate-raw")) : stream,
  ).text();
}

function storedEntry(name: string, text: string): Entry {
  const nameBytes = new TextEncoder().encode(name);
  const body = new TextEncoder().encode(text);
  /** The fields that both headers have, from the version needed to the length of the name. */
  const common = new Uint8Array(26);
  const fields = viewOf(common);
  fields.setUint16(0, 20, true);
  // The name is UTF-8; the date is the earliest that the format knows, 1980-01-01.
  fields.setUint16(2, 0x0800, true);
  fields.setUint16(8, 0x21, true);
  fields.setUint32(10, checksum(body), true);
  fields.setUint32(14, body.length, true);
  fields.setUint32(18, body.length, true);
  fields.setUint16(22, nameBytes.length, true);
  const content = new Uint8Array(LENGTH.local + nameBytes.length + body.length);
  viewOf(content).setUint32(0, SIGNATURE.local, true);
  content.set(common, 4);
  content.set(nameBytes, LENGTH.local);
  content.set(body, LENGTH.local + nameBytes.length);
  const record = new Uint8Array(LENGTH.central + nameBytes.length);
  viewOf(record).setUint32(0, SIGNATURE.central, true);
  viewOf(record).setUint16(4, 20, true);
  record.set(common, 6);
  record.set(nameBytes, LENGTH.central);
  return { name, record, content };
}

function archive(entries: readonly Entry[]): Uint8Array {
  const sizes = entries.map(({ record, content }) => record.length + content.length);
  const size = sizes.reduce((sum, each) => sum + each, 0) + LENGTH.end;
  const zip = new Uint8Array(size);
  let at = 0;
  const records = entries.map(({ record, content }) => {
    const placed = record.slice();
    viewOf(placed).setUint32(42, at, true);
    zip.set(content, at);
    at += content.length;
    return placed;
  });
  const directory = at;
  for (const record of records) {
    zip.set(record, at);
    at += record.length;
  }
  const end = viewOf(zip.subarray(at));
  end.setUint32(0, SIGNATURE.end, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, at - directory, true);
  end.setUint32(16, directory, true);
  return zip;
}

/** The CRC-32 that ZIP asks for. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
