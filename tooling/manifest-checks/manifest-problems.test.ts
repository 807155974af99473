import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { OfficeAddinManifest } from "office-addin-manifest";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { addinDist } from "../excel-runtime/addin-dist.ts";
import { type ManifestBuild, manifestProblems } from "./manifest-problems.ts";
import { pngSize } from "./png-size.ts";

const built = (file: string) => {
  const url = new URL(file, addinDist);
  if (!existsSync(url)) throw new Error(`${file} 还没有构建，请先执行 pnpm build。`);
  return readFileSync(url);
};
const bare = built("manifest.xml").toString("utf8");
const namespaced = built("manifest.s1688.xml").toString("utf8");
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const build: ManifestBuild = {
  version,
  pictureSize(url) {
    const file = url.split("/addin/")[1] ?? "";
    return existsSync(new URL(file, addinDist)) ? pngSize(built(file)) : undefined;
  },
};

/** The bare manifest with one thing changed. */
function broken(was: string | RegExp, is: string): string[] {
  const xml = bare.replace(was, is);
  if (xml === bare) throw new Error(`the manifest has no ${was} to break`);
  return manifestProblems(xml, build);
}

describe.each([
  ["manifest.xml", bare],
  ["manifest.s1688.xml", namespaced],
])("%s", (file, xml) => {
  it("has nothing that Excel stumbles over", () => expect(manifestProblems(xml, build)).toEqual([]));

  it("is read by Microsoft's own tool", async () => {
    const info = await OfficeAddinManifest.readManifestFile(fileURLToPath(new URL(file, addinDist)));
    expect(info).toMatchObject({
      version: `${version}.0`,
      defaultLocale: "zh-CN",
      hosts: ["Workbook"],
      officeAppType: "TaskPaneApp",
      permissions: "ReadWriteDocument",
    });
    expect(info.displayName).toContain("七星表格");
  });

  it("is valid by the XSD", async ({ skip }) => {
    const folder = new URL("../../../shared/schemas/manifest-xsd/", import.meta.url);
    skip(!existsSync(folder), "the XSD set is other people's material and not here (../shared/schemas)");
    const contents = (name: string) => ({
      fileName: name,
      contents: readFileSync(new URL(name, folder), "utf8"),
    });
    const imported = [
      "OfficeAppBasicTypesV1_0.xsd",
      "TaskPaneAppVersionOverridesV1_0.xsd",
      "ContentAppVersionOverridesV1_0.xsd",
      "MailAppVersionOverridesV1_0.xsd",
      "MailAppVersionOverridesV1_1.xsd",
    ].map(contents);
    const validate = (contentsOfManifest: string) =>
      validateXML({
        xml: { fileName: file, contents: contentsOfManifest },
        schema: [contents("OfficeAppManifestV1_1.xsd")],
        preload: imported,
      });
    expect((await validate(xml)).errors).toEqual([]);
    expect((await validate(xml.replace("<Metadata>", "<Metadat>"))).valid).toBe(false);
    expect((await validate(xml.replace('lifetime="long"', 'lifetime="ever"'))).valid).toBe(false);
  });
});

it("has two manifests that differ in namespace, id and display name only (G1)", () => {
  const unified = (xml: string) =>
    xml
      .replace(/<Id>[^<]*<\/Id>/, "")
      .replace(/<DisplayName[\s\S]*?<\/DisplayName>/, "")
      .replace(/\s*<bt:String id="Group\.Label"[\s\S]*?<\/bt:String>/, "")
      .replaceAll("?namespace=S1688", "")
      .replace(/\s*<Namespace [^>]*>/, "")
      .replace(/\s*<bt:String id="Functions\.Namespace" DefaultValue="S1688"\/>/, "");
  expect(bare).not.toContain("amespace");
  expect(namespaced).toContain('<Namespace resid="Functions.Namespace"/>');
  expect(unified(namespaced)).toBe(unified(bare));
  const id = (xml: string) => xml.match(/<Id>(.*)<\/Id>/)?.[1];
  expect(id(namespaced)).not.toBe(id(bare));
});

describe("a manifest is refused", () => {
  it.each([
    ["an address without https", /https(:\/\/[^"]*functions\.json)/, "http$1", "is not an https address"],
    ["an AppDomain without https", "<AppDomain>https", "<AppDomain>http", "is not an https address"],
    [
      "a reference that leads nowhere",
      'Label resid="Group.Label"',
      'Label resid="X"',
      "X, which does not exist",
    ],
    [
      "a reference to another kind",
      'Label resid="Group.Label"',
      'Label resid="Icon.16"',
      "stands in <bt:Images>",
    ],
    ["an id of more than 32", /Group\.Label/g, "G".repeat(33), "longer than 32 characters"],
    [
      "an id that stands twice",
      '<bt:Url id="GetStarted.LearnMore.Url"',
      '<bt:Url id="Taskpane.Url"',
      "stands twice",
    ],
    [
      "a resource that nothing uses",
      'Label resid="Group.Label"',
      'Label resid="ShowPane.Label"',
      "nothing refers to",
    ],
    [
      "a short text of more than 125",
      /Value="SevenStar is ready"/,
      `Value="${"x".repeat(126)}"`,
      "has 126 characters",
    ],
    ["an empty text", /Value="SevenStar is ready"/, 'Value=""', "has 0 characters"],
    ["a text in Chinese only", /<bt:Override Locale="en-US" Value="SevenStar tools"\/>/, "", "has no en-US"],
    [
      "a title in Chinese only",
      /<Override Locale="en-US" Value="SevenStar"\/>/,
      "",
      "DisplayName has no en-US",
    ],
    [
      "metadata in Chinese only",
      /<bt:Override Locale="en-US" Value="[^"]*functions[^"]*"\/>/,
      "",
      "has no en-US",
    ],
    [
      "another default language",
      "zh-CN</DefaultLocale>",
      "en-US</DefaultLocale>",
      "default locale is not zh-CN",
    ],
    ["a picture that is not there", /icon-80\.png/, "icon-81.png", "icon-81.png does not exist"],
    ["a picture of another size", /icon-80\.png/, "icon-64.png", "64 × 64 px, not 80"],
    ["a missing picture", /<bt:Image size="80" resid="Icon.80"\/>/, "", "no picture of 80 px"],
    ["no shared runtime", /<Runtimes>[\s\S]*<\/Runtimes>/, "", "not the first child of <Host>"],
    ["a short-lived runtime", 'lifetime="long"', 'lifetime="short"', "lifetime=long"],
    [
      "another page for the functions",
      /(<Page>\s*<SourceLocation resid=")[^"]*/,
      "$1GetStarted.LearnMore.Url",
      "<Page> is",
    ],
    [
      "another function file",
      'FunctionFile resid="Taskpane.Url"',
      'FunctionFile resid="GetStarted.LearnMore.Url"',
      "<FunctionFile> is",
    ],
    [
      "another page for the button",
      /(<TaskpaneId>.*\s*<SourceLocation resid=")[^"]*/,
      "$1GetStarted.LearnMore.Url",
      "<ShowTaskpane> is",
    ],
    [
      "another first page",
      /(<DefaultSettings>\s*<SourceLocation DefaultValue="[^"]*)"/,
      '$1x"',
      "<DefaultSettings> opens",
    ],
    ["a script without version", /functions\.js\?v=\w+/, "functions.js", "may be cached for a day"],
    [
      "English metadata without version",
      /functions\.en-US\.json\?v=\w+/,
      "functions.en-US.json",
      "may be cached",
    ],
    ["no SharedRuntime", '<Set Name="SharedRuntime" MinVersion="1.1"/>', "", "SharedRuntime 1.1"],
    [
      "too new an ExcelApi",
      'Name="ExcelApi" MinVersion="1.12"',
      'Name="ExcelApi" MinVersion="1.17"',
      "ExcelApi is not",
    ],
    ["another version", /<Version>.*<\/Version>/, "<Version>0.9.0.0</Version>", "the version is 0.9.0.0"],
  ] as const)("for %s", (_, was, is, problem) => {
    expect(broken(was, is).join("\n")).toContain(problem);
  });
});

it("reads the size of PNG files only", () => {
  expect(pngSize(built("icons/icon-16.png"))).toEqual({ width: 16, height: 16 });
  expect(pngSize(Buffer.from("<svg/>".padEnd(40)))).toBeUndefined();
});
