import { LineCounter, parseDocument, Schema, type Document, type YAMLError } from 'yaml';
import { visible } from './show-value.ts';
import { YamlTree, type YamlProblem } from './yaml-tree.ts';

/** A YAML file: what it holds, and what is wrong with it. */
export interface YamlFile {
  /** Null where the syntax is broken. */
  readonly tree: YamlTree | null;
  readonly problems: readonly YamlProblem[];
  /** Line and column of an offset, both from 1. */
  position(offset: number): { readonly line: number; readonly column: number };
}

const sentences: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'the key stands here a second time, expected each key once',
  MULTIPLE_DOCS: 'a second document, expected one',
  TAG_RESOLVE_FAILED: 'a YAML tag (!…), expected plain values',
};

const tooDeep = 'too many levels of nesting';

const core = new Schema({ schema: 'core' });

/** Numbers are text, as it is written: `1.0` is another tag than `1`. */
const numbersAsText = new Schema({
  schema: 'core',
  customTags: (tags) =>
    tags.filter((tag) => typeof tag === 'string' || !/:(?:int|float)$/.test(tag.tag)),
});

/** Cuts a sentence of the YAML parser, which may quote the file. */
function plainSentence(message: string): string {
  return message.includes('call stack') ? tooDeep : visible(message.slice(0, 200));
}

/** Tells whether the structure is whole, so that it can be validated beside what is wrong in it. */
function isSound({ errors }: Document.Parsed): boolean {
  return errors.every(({ code }) => code === 'DUPLICATE_KEY' || code === 'MULTIPLE_DOCS');
}

/**
 * Reads one YAML 1.2 document of plain data. Tags, keys that are not plain text, a second document
 * and duplicate keys are problems, never code or an endless loop; merge keys are keys like others.
 *
 * Where other tools write into the same map, `own` names the keys that are read: tags and other keys
 * are not looked at, and a number is text as it is written.
 */
export function readYaml(text: string, own: readonly string[] | null = null): YamlFile {
  const lineCounter = new LineCounter();
  const problems: YamlProblem[] = [];
  let tree: YamlTree | null = null;
  try {
    const document = parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: own === null ? core : numbersAsText,
      prettyErrors: false,
    });
    const remarks = own === null ? [...document.errors, ...document.warnings] : document.errors;
    for (const { code, message, pos } of remarks) {
      problems.push({ offset: pos[0], message: sentences[code] ?? plainSentence(message) });
    }
    if (isSound(document)) {
      tree = new YamlTree(document, own);
      problems.push(...tree.problems);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({ offset: 0, message: `${tooDeep}, expected a small file of plain values` });
  }
  return {
    tree,
    problems,
    position(offset) {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}
