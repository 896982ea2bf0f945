import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';

// Parses each page of docs/ as remark does with GitHub's Markdown: what `check` is compared with.

const parser = remark().use(remarkFrontmatter).use(remarkGfm).freeze();
for (const name of readdirSync('docs')) parser.parse(readFileSync(join('docs', name), 'utf8'));
