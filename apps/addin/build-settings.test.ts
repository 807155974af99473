import { describe, expect, it } from "vitest";
import { buildSettings } from "./build-settings.ts";

describe("build settings", () => {
  it("serve on this computer with Microsoft's office.js where nothing is set", () => {
    const defaults = {
      baseUrl: "https://localhost:5188",
      officeJs: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      isSelfHosted: false,
    };
    expect(buildSettings({})).toEqual(defaults);
    expect(buildSettings({ SEVENSTAR_BASE_URL: "", SEVENSTAR_OFFICE_JS: "" })).toEqual(defaults);
  });

  it("take the address without the slash at its end", () => {
    expect(buildSettings({ SEVENSTAR_BASE_URL: "https://excel.example.com/star/" })).toMatchObject({
      baseUrl: "https://excel.example.com/star",
    });
  });

  it("know the 21Vianet and the self-hosted office.js", () => {
    expect(buildSettings({ SEVENSTAR_OFFICE_JS: "21vianet" })).toMatchObject({
      officeJs: expect.stringContaining("partner.office365.cn"),
      isSelfHosted: false,
    });
    expect(buildSettings({ SEVENSTAR_OFFICE_JS: "self-hosted" })).toMatchObject({
      officeJs: "office-js/office.js",
      isSelfHosted: true,
    });
  });

  it.each([
    ["SEVENSTAR_BASE_URL", "http://excel.example.com"],
    ["SEVENSTAR_BASE_URL", "excel.example.com"],
    ["SEVENSTAR_BASE_URL", "https://excel.example.com/?a=1"],
    ["SEVENSTAR_OFFICE_JS", "CDN"],
  ])("refuse %s=%s with one Chinese sentence that names it", (name, value) => {
    expect(buildSettings({ [name]: value })).toEqual({
      problem: expect.stringMatching(new RegExp(`^${name} .*现为“${value.replace("?", "\\?")}”.*。$`, "u")),
    });
  });
});
