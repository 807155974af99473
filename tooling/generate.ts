import { writeFileSync } from "node:fs";
import { generatedFiles } from "./generated-files.ts";

const files = generatedFiles();
for (const { url, content } of files) writeFileSync(url, content);
for (const { path } of files) console.log(`已生成 ${path}`);
