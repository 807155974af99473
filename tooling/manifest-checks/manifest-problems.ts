import { DOMParser, type Document, type Element } from "@xmldom/xmldom";

/** What the checks ask of the build that the manifest belongs to. */
export interface ManifestBuild {
  readonly version: string;
  /** The width and height of the picture served under an address; undefined where there is none. */
  pictureSize(url: string): { readonly width: number; readonly height: number } | undefined;
}

/** What a resource of this kind may be used for, and how long its text may be. */
const KINDS = {
  "bt:Images": { users: ["bt:Image"], limit: 2048 },
  "bt:Urls": { users: ["SourceLocation", "FunctionFile", "LearnMoreUrl", "Runtime"], limit: 2048 },
  "bt:ShortStrings": { users: ["Label", "Title", "Namespace"], limit: 125 },
  "bt:LongStrings": { users: ["Description"], limit: 250 },
} as const;

const elements = (of: Document | Element, name: string): Element[] => [...of.getElementsByTagName(name)];
const children = (of: Element): Element[] =>
  [...of.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

/** The default of a setting and its overrides, by locale; the default's locale is "". */
const values = (setting: Element): [locale: string, value: string][] => [
  ["", setting.getAttribute("DefaultValue") ?? ""],
  ...children(setting).map((override): [string, string] => [
    override.getAttribute("Locale") ?? "",
    override.getAttribute("Value") ?? "",
  ]),
];

/**
 * What Excel would stumble over in a manifest although the XSD accepts it, a sentence each: addresses that
 * are not https, references that lead nowhere or to another kind of resource, pages that are not the shared
 * runtime's, pictures of another size, texts that are too long or only in one language, unversioned files.
 */
export function manifestProblems(xml: string, build: ManifestBuild): string[] {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  return [
    ...insecureAddresses(manifest),
    ...brokenReferences(manifest),
    ...longTexts(manifest),
    ...missingTranslations(manifest),
    ...wrongPictures(manifest, build),
    ...otherRuntimes(manifest),
    ...unversionedFiles(manifest),
    ...wrongRequirements(manifest),
    ...wrongVersion(manifest, build),
  ];
}

function insecureAddresses(manifest: Document): string[] {
  const settings = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "bt:Url", "bt:Image"]
    .flatMap((name) => elements(manifest, name))
    .filter((element) => element.hasAttribute("DefaultValue"))
    .flatMap((element) => values(element).map(([, value]) => value));
  const domains = elements(manifest, "AppDomain").map((element) => element.textContent ?? "");
  return [...settings, ...domains]
    .filter((address) => !address.startsWith("https://"))
    .map((address) => `“${address}” is not an https address`);
}

function resourceKinds(manifest: Document): Map<string, keyof typeof KINDS> {
  const kinds = new Map<string, keyof typeof KINDS>();
  for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    for (const resource of elements(manifest, kind).flatMap(children)) {
      kinds.set(resource.getAttribute("id") ?? "", kind);
    }
  }
  return kinds;
}

function brokenReferences(manifest: Document): string[] {
  const kinds = resourceKinds(manifest);
  const ids = elements(manifest, "Resources").flatMap(children).flatMap(children);
  const users = elements(manifest, "*").filter((element) => element.hasAttribute("resid"));
  return [
    ...users.flatMap((user) => {
      const id = user.getAttribute("resid") ?? "";
      const kind = kinds.get(id);
      if (!kind) return [`<${user.tagName}> refers to ${id}, which does not exist`];
      const fits = (KINDS[kind].users as readonly string[]).includes(user.tagName);
      return fits ? [] : [`<${user.tagName}> refers to ${id}, which stands in <${kind}>`];
    }),
    ...ids.flatMap((resource, index) => {
      const id = resource.getAttribute("id") ?? "";
      const isSecond = ids.slice(0, index).some((other) => other.getAttribute("id") === id);
      const isUsed = users.some((user) => user.getAttribute("resid") === id);
      return [
        ...(id.length > 32 ? [`the id ${id} is longer than 32 characters`] : []),
        ...(isSecond ? [`the id ${id} stands twice`] : []),
        ...(isUsed ? [] : [`nothing refers to ${id}`]),
      ];
    }),
  ];
}

function longTexts(manifest: Document): string[] {
  const resources = Object.entries(KINDS).flatMap(([kind, { limit }]) =>
    elements(manifest, kind)
      .flatMap(children)
      .map((resource) => ({ resource, limit })),
  );
  const head = children(manifest.documentElement as Element);
  const own = [
    ...head
      .filter((element) => element.tagName === "DisplayName")
      .map((resource) => ({ resource, limit: 125 })),
    ...head
      .filter((element) => element.tagName === "Description")
      .map((resource) => ({ resource, limit: 250 })),
  ];
  return [...resources, ...own].flatMap(({ resource, limit }) =>
    values(resource)
      .filter(([, value]) => value.length > limit || value.length === 0)
      .map(
        ([, value]) =>
          `${resource.getAttribute("id") ?? resource.tagName} has ${value.length} characters, allowed are 1 to ${limit}`,
      ),
  );
}

function missingTranslations(manifest: Document): string[] {
  const head = children(manifest.documentElement as Element);
  const texts = [
    ...head.filter((element) => ["DisplayName", "Description"].includes(element.tagName)),
    ...["bt:ShortStrings", "bt:LongStrings"].flatMap((kind) => elements(manifest, kind).flatMap(children)),
    ...metadataUrls(manifest),
  ].filter((element) => element.getAttribute("id") !== namespaceId(manifest));
  const isChinese = elements(manifest, "DefaultLocale")[0]?.textContent === "zh-CN";
  return [
    ...(isChinese ? [] : ["the default locale is not zh-CN"]),
    ...texts
      .filter((element) => !values(element).some(([locale]) => locale === "en-US"))
      .map((element) => `${element.getAttribute("id") ?? element.tagName} has no en-US`),
  ];
}

const namespaceId = (manifest: Document) => elements(manifest, "Namespace")[0]?.getAttribute("resid");

function urlOf(manifest: Document, id: string | null | undefined): Element | undefined {
  return elements(manifest, "bt:Url").find((element) => element.getAttribute("id") === id);
}

/** The resid of the source location inside the first element of this name. */
const locationOf = (of: Document, name: string) =>
  elements(of, name)
    .flatMap((element) => elements(element, "SourceLocation"))[0]
    ?.getAttribute("resid");

function metadataUrls(manifest: Document): Element[] {
  const url = urlOf(manifest, locationOf(manifest, "Metadata"));
  return url ? [url] : [];
}

function wrongPictures(manifest: Document, build: ManifestBuild): string[] {
  const urls = new Map(
    elements(manifest, "bt:Image").map((element) => [
      element.getAttribute("id"),
      element.getAttribute("DefaultValue") ?? "",
    ]),
  );
  const uses = [
    ...elements(manifest, "IconUrl").map((element) => [element.getAttribute("DefaultValue"), 32] as const),
    ...elements(manifest, "HighResolutionIconUrl").map(
      (element) => [element.getAttribute("DefaultValue"), 64] as const,
    ),
    ...elements(manifest, "bt:Image")
      .filter((element) => element.hasAttribute("size"))
      .map(
        (element) => [urls.get(element.getAttribute("resid")), Number(element.getAttribute("size"))] as const,
      ),
  ];
  const missing = elements(manifest, "Icon").flatMap((icon) =>
    ["16", "32", "80"]
      .filter((size) => !children(icon).some((image) => image.getAttribute("size") === size))
      .map((size) => `an <Icon> has no picture of ${size} px`),
  );
  return [
    ...missing,
    ...uses.flatMap(([url, size]) => {
      const found = build.pictureSize(url ?? "");
      if (!found) return [`the picture ${url} does not exist`];
      return found.width === size && found.height === size
        ? []
        : [`the picture ${url} is ${found.width} × ${found.height} px, not ${size}`];
    }),
  ];
}

function otherRuntimes(manifest: Document): string[] {
  const host = elements(manifest, "Host").find((element) => element.hasAttribute("xsi:type"));
  const runtime = host && children(host)[0];
  if (runtime?.tagName !== "Runtimes") return ["<Runtimes> is not the first child of <Host>"];
  const [only, second] = children(runtime);
  if (second || only?.getAttribute("lifetime") !== "long") return ["not exactly one <Runtime lifetime=long>"];
  const page = only.getAttribute("resid");
  const pages = {
    Page: locationOf(manifest, "Page"),
    FunctionFile: elements(manifest, "FunctionFile")[0]?.getAttribute("resid"),
    ShowTaskpane: locationOf(manifest, "Action"),
  };
  const settings = elements(manifest, "DefaultSettings").flatMap(children)[0]?.getAttribute("DefaultValue");
  return [
    ...Object.entries(pages)
      .filter(([, resid]) => resid !== page)
      .map(([name, resid]) => `<${name}> is ${resid}, the shared runtime is ${page}`),
    ...(settings === urlOf(manifest, page)?.getAttribute("DefaultValue")
      ? []
      : [`<DefaultSettings> opens ${settings}, which is not the shared runtime's page`]),
  ];
}

function unversionedFiles(manifest: Document): string[] {
  const script = urlOf(manifest, locationOf(manifest, "Script"));
  return [...(script ? [script] : []), ...metadataUrls(manifest)]
    .flatMap((element) => values(element).map(([, value]) => value))
    .filter((address) => !URL.canParse(address) || !new URL(address).searchParams.get("v"))
    .map((address) => `${address} has no version and may be cached for a day`);
}

function wrongRequirements(manifest: Document): string[] {
  const sets = new Map(
    elements(manifest, "Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")]),
  );
  const [, minor = 0] = (sets.get("ExcelApi") ?? "").split(".").map(Number);
  return [
    ...(sets.get("SharedRuntime") === "1.1" ? [] : ["SharedRuntime 1.1 is not required"]),
    ...(minor >= 12 && minor <= 14 ? [] : ["ExcelApi is not 1.12 to 1.14 (Excel LTSC 2021 stops at 1.14)"]),
  ];
}

function wrongVersion(manifest: Document, { version }: ManifestBuild): string[] {
  const stated = elements(manifest, "Version")[0]?.textContent;
  return stated === `${version}.0` ? [] : [`the version is ${stated}, the package's is ${version}`];
}
