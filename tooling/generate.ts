import { writeFileSync } from "node:fs";
import { generatedFiles } from "./generated-files.ts";

for (const file of generatedFiles()) {
  writeFileSync(file.url, file.content);
  console.log(`已生成 ${file.path}`);
}
