import type { AddressOf } from '../composing/fill-holes.ts';
import { digestOfBytes, type Digest } from '../model/digest.ts';
import { Fault } from '../model/error.ts';
import { imageDigest, type ImageFile } from '../model/image.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import type { UploadedImage } from '../model/uploaded-image.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { Log } from '../ports/log.ts';
import type { Site } from '../ports/site.ts';
import { isUnknown } from './unknown-outcome.ts';

/** A picture of the repository, as the plan's commit has it. */
export interface Picture {
  readonly file: ImageFile;
  readonly bytes: Uint8Array;
}

/** Reads the picture that a hole names; null where no source of the plan shows it. */
export type ReadPicture = (target: string) => Promise<Picture | null>;

interface UploadOptions {
  readonly site: Site;
  /** The digest of the approved plan. */
  readonly plan: Digest;
  readonly readPicture: ReadPicture;
  readonly log: Pick<Log, 'progress'>;
}

/** How many uploads are under way at once. */
const inFlight = 4;
/** How often an upload without an answer is sent: nothing comes of a picture that was uploaded twice. */
const mostTries = 2;

/** Uploads the pictures of a run, each once, and tells what was uploaded. */
export interface ImageUploads {
  /**
   * Uploads what steps show that has no address yet; once `mayGoOn` says no, nothing more is begun.
   * Returns the steps of which that failed.
   */
  provide(
    steps: readonly PlannedStep[],
    addressesOf: (step: PlannedStep) => AddressOf,
    mayGoOn: () => boolean,
  ): Promise<ReadonlyMap<PlannedStep, Fault>>;
  /** The address of what this run uploaded; null where it did not. */
  addressOf(target: string): string | null;
  /** A ledger with the addresses of what was uploaded. */
  readonly record: (index: LedgerIndex) => LedgerIndex;
}

export function openImageUploads({ site, plan, readPicture, log }: UploadOptions): ImageUploads {
  const uploaded = new Map<Digest, UploadedImage>();

  const upload = async (target: string): Promise<UploadedImage> => {
    const picture = await readPicture(target);
    const digest = imageDigest(target);
    if (!site.images || !picture || digest === null || digestOfBytes(picture.bytes) !== digest)
      throw new Fault(
        'internal',
        'internal',
        `Cannot upload ${target}: there is no such picture.`,
        {
          remedy: 'Report this as a bug.',
        },
      );
    const { file, bytes } = picture;
    for (let tries = 1; ; tries += 1)
      try {
        const url = await site.images.upload({ type: file.type, digest, bytes });
        return { url, plan, at: site.now() };
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        if (!isUnknown(error)) throw failed(file, error);
        if (tries >= mostTries) throw unanswered(file, error);
      }
  };

  return {
    async provide(steps, addressesOf, mayGoOn) {
      const lacking = new Map(
        steps.map((step) => {
          const addressOf = addressesOf(step);
          return [step, imagesOf(step).filter((target) => addressOf(target) === null)];
        }),
      );
      const faults = new Map<string, Fault>();
      const targets = new Set([...lacking.values()].flat());
      let done = 0;
      await mapConcurrent([...targets], inFlight, async (target) => {
        log.progress({ label: 'uploading images', done: done++, total: targets.size });
        const digest = imageDigest(target);
        if (digest === null || !mayGoOn()) return;
        try {
          uploaded.set(digest, await upload(target));
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          faults.set(target, error);
        }
      });
      return new Map(
        [...lacking].flatMap(([step, images]) => {
          const [fault] = images.flatMap((target) => faults.get(target) ?? []);
          return fault ? [[step, fault]] : [];
        }),
      );
    },
    addressOf(target) {
      const digest = imageDigest(target);
      return (digest && uploaded.get(digest)?.url) ?? null;
    },
    record(index) {
      const isNew = ([digest, { url }]: [Digest, UploadedImage]) =>
        index.images[digest]?.url !== url;
      const news = [...uploaded].filter(isNew);
      if (news.length === 0) return index;
      return { ...index, images: { ...index.images, ...Object.fromEntries(news) } };
    },
  };
}

/** The images that a step shows. An adopted post is not written. */
function imagesOf({ step }: PlannedStep): readonly string[] {
  if (step.action === 'adopt') return [];
  const targets = step.content.holes?.map(({ for: target }) => target) ?? [];
  return [...new Set(targets)].filter((target) => imageDigest(target) !== null);
}

function failed({ path }: ImageFile, cause: Fault): Fault {
  const { kind, code, message, remedy, forTeam } = cause;
  const seen = `Nothing was posted, as its image ${path} was not uploaded: ${message}`;
  const advice =
    code === 'site-rejected'
      ? 'Replace the image by one that the site takes, then plan again.'
      : remedy;
  return new Fault(kind, code, seen, { remedy: advice, forTeam, cause });
}

function unanswered({ path }: ImageFile, cause: Fault): Fault<'site'> {
  return new Fault(
    'site',
    'site-unavailable',
    `Nothing was posted, as no answer came when its image ${path} was uploaded.`,
    { remedy: 'Run it again: the image is uploaded again.', forTeam: cause.forTeam, cause },
  );
}
