import { rules } from '@secretlint/secretlint-rule-preset-recommend';

/** A secret by the name of its kind, and the offset at which it begins. The secret itself is left out. */
interface FoundSecret {
  readonly kind: string;
  readonly offset: number;
}

/** As much of the scanners' interface as they use themselves. */
interface Scanner {
  readonly meta: { readonly id: string };
  create(
    context: {
      createTranslator(messages: unknown): (id: string) => string;
      report(found: { readonly message: string; readonly range: readonly [number, number] }): void;
    },
    options: Readonly<Record<string, unknown>>,
  ): { file(source: Readonly<Record<string, string>>): unknown };
}

/** The one rule of the preset that is no scanner lets a comment in the text switch the others off. */
const scanners = (rules as unknown as readonly Scanner[]).filter(
  ({ meta }) => !meta.id.endsWith('-filter-comments'),
);

/** An account's number is no secret. */
const harmless = new Set(['AWSAccountID']);

/**
 * Finds private keys in PEM of every kind, also in a quote; the scanners know only some. A line of the
 * key itself tells it from an example.
 */
function privateKeys(text: string): FoundSecret[] {
  const begins = text.matchAll(/-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----/g);
  return [...begins].flatMap(({ index, 0: begin }) => {
    const start = index + begin.length;
    const [block = ''] = text.slice(start, start + 1000).split('-----', 1);
    const isKey = block.split('\n').some((line) => /^[\s>]*[A-Za-z0-9+/=]{40,}\s*$/.test(line));
    return isKey ? [{ kind: 'privatekey', offset: index }] : [];
  });
}

/** Finds tokens, keys and passwords by their known shapes. Nothing leaves the machine. */
export function findSecrets(text: string): readonly FoundSecret[] {
  const found = new Map<string, FoundSecret>(
    privateKeys(text).map((secret) => [`${secret.kind} ${secret.offset}`, secret]),
  );
  for (const scanner of scanners) {
    const kind = scanner.meta.id.replace('@secretlint/secretlint-rule-', '');
    const context = {
      createTranslator: () => (id: string) => id,
      report: ({ message, range }: { message: string; range: readonly [number, number] }) => {
        const secret = { kind, offset: range[0] };
        if (!harmless.has(message)) found.set(`${kind} ${secret.offset}`, secret);
      },
    };
    // The file's name and kind are those of a text: for others, some scanners read the disk.
    scanner
      .create(context, { enableIDScanRule: true })
      .file({ content: text, filePath: 'text.md', ext: '.md', contentType: 'text' });
  }
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}
