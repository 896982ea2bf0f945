import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.ts';

// Writes schema/*.json, action.yml, docs/configuration.md, and the generated regions of README.md,
// docs/architecture.md and docs/markdown.md.

const root = new URL('../', import.meta.url);
const files = generatedFiles(root);

for (const [path, text] of files) {
  const file = new URL(path, root);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  mkdirSync(new URL('./', file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}
for (const name of readdirSync(new URL('schema/', root))) {
  if (!files.has(`schema/${name}`)) rmSync(new URL(`schema/${name}`, root));
}
