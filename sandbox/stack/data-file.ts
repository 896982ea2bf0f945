import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { Fault } from '../../src/model/error.ts';
import { imageTypes } from '../../src/model/image.ts';
import { apiArticleTypes, editableByValues } from './post.ts';

const instant = z.int();
const id = z.int().check(z.positive());
const common = {
  id,
  body: z.string(),
  owner: z.int(),
  lastEditor: z.nullable(z.int()),
  created: instant,
  activity: instant,
  edited: z.nullable(instant),
  deleted: z.nullable(instant),
  locked: z.boolean(),
};
const dataSchema = z.strictObject({
  schema: z.literal(1),
  clock: z.strictObject({ offset: z.number(), last: z.number() }),
  nextPost: id,
  nextTag: id,
  posts: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('article'),
        ...common,
        title: z.string(),
        tags: z.array(z.string()),
        type: z.enum(apiArticleTypes),
        permissions: z.strictObject({
          editableBy: z.enum(editableByValues),
          users: z.array(z.int()),
          groups: z.array(z.int()),
        }),
        expires: z.nullable(z.string()),
      }),
      z.strictObject({
        kind: z.literal('question'),
        ...common,
        title: z.string(),
        tags: z.array(z.string()),
        answers: z.array(id),
        accepted: z.nullable(id),
      }),
      z.strictObject({ kind: z.literal('answer'), ...common, question: id }),
    ]),
  ),
  tags: z.array(z.strictObject({ id, name: z.string(), created: instant, posts: z.int() })),
  images: z.optional(
    z.array(z.strictObject({ id: z.string(), type: z.enum(imageTypes), base64: z.string() })),
  ),
});
type SandboxData = z.infer<typeof dataSchema>;

interface Snapshot {
  readonly state: object;
  readonly stamp: string;
}

/** The file that keeps a sandbox's posts over a restart. */
export class DataFile {
  readonly initial: SandboxData | null;
  readonly #path: string;
  #running: Promise<string> = Promise.resolve('');
  #queued: Promise<string> | null = null;

  private constructor(path: string, initial: SandboxData | null) {
    this.#path = path;
    this.initial = initial;
  }

  /** Opens the file; one that is not there yet is an empty site. Throws a `Fault` (usage). */
  static async open(path: string): Promise<DataFile> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new DataFile(path, null);
      throw broken(path, (error as Error).message, error);
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw broken(path, 'it is not JSON', error);
    }
    const result = dataSchema.safeParse(value);
    if (result.success) return new DataFile(path, result.data);
    const where = result.error.issues[0]?.path.join('.') ?? '';
    throw broken(
      path,
      `${where === '' ? 'the whole file' : where} is not as expected`,
      result.error,
    );
  }

  /** Writes the state of now, and returns its stamp. Callers that wait meanwhile share a write. */
  save(snapshot: () => Snapshot): Promise<string> {
    this.#queued ??= this.#running
      .catch(() => '')
      .then(() => {
        this.#queued = null;
        this.#running = this.#write(snapshot());
        return this.#running;
      });
    return this.#queued;
  }

  async #write({ state, stamp }: Snapshot): Promise<string> {
    const temporary = `${this.#path}.${process.pid}.tmp`;
    try {
      await writeFile(temporary, JSON.stringify(state), { mode: 0o600, flush: true });
      await rename(temporary, this.#path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return stamp;
  }

  /** Waits for a write under way. */
  async finish(): Promise<void> {
    await (this.#queued ?? this.#running).catch(() => '');
  }
}

function broken(path: string, seen: string, cause: unknown): Fault {
  return new Fault('usage', 'usage', `Cannot read the sandbox's data file ${path}: ${seen}.`, {
    remedy: 'Name a file that a sandbox wrote, or one that does not exist yet.',
    cause,
  });
}
