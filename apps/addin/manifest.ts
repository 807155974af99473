import type { Words } from "@sevenstar/core/cells/words";

/** What differs between the two manifests: `=SEVENSTAR(…)`, and `=S1688.SEVENSTAR(…)` where names clash. */
export interface ManifestEdition {
  readonly file: string;
  readonly id: string;
  readonly displayName: Words;
  /** Stands before each function's name; left out, the names are bare. */
  readonly namespace?: string;
}

/** The manifest of each edition. Ids never change: Excel knows an installed add-in by them. */
export const manifestEditions: readonly ManifestEdition[] = [
  {
    file: "manifest.xml",
    id: "6d0c9f9e-2a3b-4c8e-9a55-7b1688a70001",
    displayName: { zh: "七星表格", en: "SevenStar" },
  },
  {
    file: "manifest.s1688.xml",
    id: "6d0c9f9e-2a3b-4c8e-9a55-7b1688a70002",
    displayName: { zh: "七星表格（S1688 前缀）", en: "SevenStar (S1688 prefix)" },
    namespace: "S1688",
  },
];

/** The addresses that a manifest names, all https. */
export interface ManifestAddresses {
  readonly origin: string;
  readonly pane: string;
  readonly functions: string;
  readonly metadata: Readonly<Record<"zh-CN" | "en-US", string>>;
  readonly docs: string;
  icon(size: number): string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** An element with a value per language: zh-CN stands as the default, en-US as its override. */
function localized(element: string, attributes: string, { zh, en }: Words): string {
  const name = element.split(":").at(-1) === element ? "Override" : "bt:Override";
  return `<${element}${attributes} DefaultValue="${escapeXml(zh)}"><${name} Locale="en-US" Value="${escapeXml(en)}"/></${element}>`;
}
const resource = (kind: "Url" | "String", id: string, words: Words) =>
  localized(`bt:${kind}`, ` id="${id}"`, words);
const address = (id: string, url: string) => `<bt:Url id="${id}" DefaultValue="${escapeXml(url)}"/>`;

/** The add-in-only XML manifest of one edition, for the shared runtime. */
export function manifest(edition: ManifestEdition, version: string, at: ManifestAddresses): string {
  const icons = [16, 32, 80];
  const iconList = `<Icon>${icons.map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join("")}</Icon>`;
  // The pane writes formulas, so its address tells it under which names its functions are registered.
  const pane = edition.namespace ? `${at.pane}?namespace=${edition.namespace}` : at.pane;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
  xsi:type="TaskPaneApp">
  <Id>${edition.id}</Id>
  <Version>${version}.0</Version>
  <ProviderName>SevenStar</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  ${localized("DisplayName", "", edition.displayName)}
  ${localized("Description", "", words.description)}
  <IconUrl DefaultValue="${escapeXml(at.icon(32))}"/>
  <HighResolutionIconUrl DefaultValue="${escapeXml(at.icon(64))}"/>
  <SupportUrl DefaultValue="${escapeXml(at.docs)}"/>
  <AppDomains>
    <AppDomain>${escapeXml(at.origin)}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
      <Set Name="CustomFunctionsRuntime" MinVersion="1.1"/>
      <Set Name="ExcelApi" MinVersion="1.12"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${escapeXml(pane)}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="Taskpane.Url" lifetime="long"/>
        </Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="Functions.Script.Url"/>
            </Script>
            <Page>
              <SourceLocation resid="Taskpane.Url"/>
            </Page>
            <Metadata>
              <SourceLocation resid="Functions.Metadata.Url"/>
            </Metadata>${edition.namespace ? '\n            <Namespace resid="Functions.Namespace"/>' : ""}
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="GetStarted.Title"/>
            <Description resid="GetStarted.Description"/>
            <LearnMoreUrl resid="GetStarted.LearnMore.Url"/>
          </GetStarted>
          <FunctionFile resid="Taskpane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="SevenStar.Group">
                <Label resid="Group.Label"/>
                ${iconList}
                <Control xsi:type="Button" id="SevenStar.ShowPane">
                  <Label resid="ShowPane.Label"/>
                  <Supertip>
                    <Title resid="ShowPane.Label"/>
                    <Description resid="ShowPane.Description"/>
                  </Supertip>
                  ${iconList}
                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>SevenStar.Pane</TaskpaneId>
                    <SourceLocation resid="Taskpane.Url"/>
                  </Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        ${icons.map((size) => `<bt:Image id="Icon.${size}" DefaultValue="${escapeXml(at.icon(size))}"/>`).join("\n        ")}
      </bt:Images>
      <bt:Urls>
        ${address("Taskpane.Url", pane)}
        ${address("Functions.Script.Url", at.functions)}
        ${resource("Url", "Functions.Metadata.Url", { zh: at.metadata["zh-CN"], en: at.metadata["en-US"] })}
        ${address("GetStarted.LearnMore.Url", at.docs)}
      </bt:Urls>
      <bt:ShortStrings>
        ${edition.namespace ? `<bt:String id="Functions.Namespace" DefaultValue="${edition.namespace}"/>\n        ` : ""}${resource("String", "Group.Label", edition.displayName)}
        ${resource("String", "ShowPane.Label", words.showPane)}
        ${resource("String", "GetStarted.Title", words.getStarted)}
      </bt:ShortStrings>
      <bt:LongStrings>
        ${resource("String", "ShowPane.Description", words.showPaneDescription)}
        ${resource("String", "GetStarted.Description", words.getStartedDescription)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

const words = {
  description: {
    zh: "给 1688 商家的 Excel 公式：商品七星体检、收款费用与到账、活动日历、市场与运营分析。",
    en: "Excel formulas for 1688.com merchants: listing quality, payment fees, activity calendar, market analysis.",
  },
  showPane: { zh: "七星工具", en: "SevenStar tools" },
  showPaneDescription: {
    zh: "打开任务窗格：查找函数，看参数和例子，把公式插入到单元格。",
    en: "Open the pane: find a function, see its parameters and example, insert the formula into a cell.",
  },
  getStarted: { zh: "七星表格已就绪", en: "SevenStar is ready" },
  getStartedDescription: {
    zh: "在“开始”选项卡点“七星工具”查找函数，或直接在单元格里输入公式。",
    en: "Choose “SevenStar tools” on the Home tab to find a function, or type a formula into a cell.",
  },
} as const satisfies Record<string, Words>;
