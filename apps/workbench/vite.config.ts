import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

// JSX and React would follow a test runner into its own mode.
process.env["NODE_ENV"] = "production";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

export default defineConfig({
  base: "./",
  mode: "production",
  define: {
    "process.env.NODE_ENV": JSON.stringify("production"),
    SEVENSTAR_VERSION: JSON.stringify(version),
  },
  worker: { format: "es" },
  build: {
    target: "es2023",
    chunkSizeWarningLimit: 8000,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: { fileName: "third-party-licenses.md" },
  },
});
