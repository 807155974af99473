import fc from "fast-check";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { addCustomXml, readCustomXml } from "./custom-xml.ts";

const workbook = () => writeXlsx({ sheets: [{ name: "费率", rows: [["信用卡", 0.006]] }] });

describe("custom XML parts of an .xlsx", () => {
  it("read back as they were added, and the sheets stay readable", async () => {
    const plain = await workbook();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 }), async (texts) => {
        const xmls = texts.map((text) => `<a>${encodeURIComponent(text)}中文</a>`);
        const xlsx = await addCustomXml(plain, xmls);
        expect(await readCustomXml(xlsx)).toEqual(xmls);
        expect((await readXlsx(xlsx)).sheets[0]?.rows).toEqual([["信用卡", 0.006]]);
      }),
      { numRuns: 20 },
    );
  });

  it("are none in a file that is cut off or no archive", async () => {
    const xlsx = await addCustomXml(await workbook(), ["<a/>"]);
    for (const length of [0, 1, 21, 22, 100, xlsx.length - 1]) {
      expect(await readCustomXml(xlsx.slice(0, length))).toEqual([]);
    }
    expect(await readCustomXml(new Uint8Array(5000).fill(0x50))).toEqual([]);
  });
});
