import { docsAddress } from '../../model/version.ts';
import type { configValue } from './wish.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** What stands behind a key, so that its reader need not look it up. */
const remarks = {
  approval: 'whose yes counts',
  sources: 'only files are read',
  defaults: 'of a page that names none',
  ledger: 'which page became which post; for a trial at a terminal, without a remote',
} as const;

/** Writes a configuration: a line a key, with where an editor finds the schema of it. */
export function configText(value: ReturnType<typeof configValue>, schema: string): string {
  const lines = Object.entries(value).map(([key, part]) => {
    const remark = Object.entries(remarks).find(([name]) => name === key)?.[1];
    return `${key}: ${flow(part)}${remark === undefined ? '' : ` # ${remark}`}`;
  });
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# Every key: ${docsAddress}/configuration.md`,
    ...lines,
    ...('defaults' in value ? [] : ['# defaults: { tags: [TAG] } # a post has at least one tag']),
    '',
  ].join('\n');
}

/** A value in YAML's flow style, on one line. */
function flow(value: unknown): string {
  if (typeof value === 'string') return yamlScalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${key}: ${flow(member)}`);
  return `{ ${members.join(', ')} }`;
}
