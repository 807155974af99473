import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import { excelMetadata } from "@sevenstar/core/catalogue/metadata";
import { functionCard } from "@sevenstar/pane/functions/function-card.ts";
import { build, type InlineConfig, type Plugin } from "vite";
import { buildSettings } from "./build-settings.ts";
import { drawIcon, ICON_SIZES } from "./icons/draw-icon.ts";
import { manifest, manifestEditions } from "./manifest.ts";
import { officeJsFiles } from "./office-js-files.ts";

const settings = buildSettings(process.env);
if ("problem" in settings) {
  console.error(settings.problem);
  process.exit(1);
}
const { baseUrl, officeJs, isSelfHosted } = settings;
// Else a caller's own setting, such as a test runner's, would decide which React is built in.
process.env["NODE_ENV"] = "production";
const root = fileURLToPath(new URL(".", import.meta.url));
/** The folder to build into: dist, or the one given on the command line. */
const dist = pathToFileURL(`${resolve(root, process.argv[2] ?? "dist")}/`);
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(new URL("icons/", dist), { recursive: true });

const shared: InlineConfig = { root, configFile: false, base: "./", logLevel: "warn" };
const output = { outDir: fileURLToPath(dist), emptyOutDir: false, target: "es2022" } as const;

/** A file of the build with its content's hash, so that no cache keeps an old one (office.md: up to 24 h). */
function versioned(file: string): string {
  const hash = createHash("sha256").update(readFileSync(new URL(file, dist)));
  return `${file}?v=${hash.digest("hex").slice(0, 10)}`;
}

await build({
  ...shared,
  build: {
    ...output,
    rolldownOptions: {
      input: "src/functions.ts",
      output: { format: "iife", entryFileNames: "functions.js" },
    },
  },
});

const docs = `${baseUrl}/docs`;
const metadataFiles = { "zh-CN": "functions.json", "en-US": "functions.en-US.json" } as const;
for (const locale of ["zh-CN", "en-US"] as const) {
  const metadata = excelMetadata(describedCatalogue, locale, docs);
  writeFileSync(new URL(metadataFiles[locale], dist), `${JSON.stringify(metadata, null, 2)}\n`);
}

const iconFile = (size: number) => `icons/icon-${size}.png`;
for (const size of ICON_SIZES) writeFileSync(new URL(iconFile(size), dist), drawIcon(size));

/** Puts the scripts that must not be bundled before all others: office.js, then the functions. */
const firstScripts: Plugin = {
  name: "first-scripts",
  transformIndexHtml: {
    order: "post",
    handler: () => [
      { tag: "script", attrs: { src: officeJs }, injectTo: "body" },
      { tag: "script", attrs: { src: versioned("functions.js") }, injectTo: "body" },
      { tag: "link", attrs: { rel: "icon", href: iconFile(128) }, injectTo: "head" },
    ],
  },
};
await build({
  ...shared,
  plugins: [firstScripts],
  define: {
    SEVENSTAR_VERSION: JSON.stringify(version),
    SEVENSTAR_DOCS_URL: JSON.stringify(docs),
    SEVENSTAR_FUNCTION_CARDS: JSON.stringify(describedCatalogue.map(functionCard)),
  },
  build: {
    ...output,
    modulePreload: {
      polyfill: false,
      // The first view's files are fetched at once; those of the other views would only be named in it.
      resolveDependencies: (file, files) => (/\b(?:show-pane|planner)-/.test(file) ? files : []),
    },
    // Fluent UI marks each of its files for a server that this page does not have.
    rolldownOptions: { input: "taskpane.html", checks: { moduleLevelDirective: false } },
  },
});

if (isSelfHosted) {
  const source = new URL("../", import.meta.resolve("@microsoft/office-js/dist/office.js"));
  for (const file of officeJsFiles) {
    cpSync(new URL(`dist/${file}`, source), new URL(`office-js/${file}`, dist));
  }
  cpSync(new URL("LICENSE.md", source), new URL("office-js/LICENSE.md", dist));
}

const at = (file: string) => `${baseUrl}/addin/${file}`;
for (const edition of manifestEditions) {
  const xml = manifest(edition, version, {
    origin: new URL(baseUrl).origin,
    pane: at("taskpane.html"),
    functions: at(versioned("functions.js")),
    metadata: {
      "zh-CN": at(versioned(metadataFiles["zh-CN"])),
      "en-US": at(versioned(metadataFiles["en-US"])),
    },
    docs,
    icon: (size) => at(iconFile(size)),
  });
  writeFileSync(new URL(edition.file, dist), xml);
}
