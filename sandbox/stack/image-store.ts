import { randomUUID } from 'node:crypto';
import type { ImageType } from '../../src/model/image.ts';

/** A picture that was uploaded. Nothing changes it, and nothing takes it away. */
export interface StoredImage {
  /** A GUID. */
  readonly id: string;
  readonly type: ImageType;
  readonly bytes: Uint8Array;
}

/** The same as JSON keeps it. */
export interface KeptImage extends Omit<StoredImage, 'bytes'> {
  readonly base64: string;
}

/** Every picture of the team. */
export class ImageStore {
  readonly #images = new Map<string, StoredImage>();

  get size(): number {
    return this.#images.size;
  }

  add(type: ImageType, bytes: Uint8Array): StoredImage {
    const image = { id: randomUUID(), type, bytes };
    this.#images.set(image.id, image);
    return image;
  }

  get(id: string): StoredImage | null {
    return this.#images.get(id.toLowerCase()) ?? null;
  }

  snapshot(): readonly KeptImage[] {
    return [...this.#images.values()].map(({ bytes, ...image }) => ({
      ...image,
      base64: Buffer.from(bytes).toString('base64'),
    }));
  }

  restore(images: readonly KeptImage[]): void {
    this.#images.clear();
    for (const { base64, ...image } of images)
      this.#images.set(image.id, { ...image, bytes: Buffer.from(base64, 'base64') });
  }
}

/** The path of a picture for browsers, below what people read. */
export function imagePath({ id, type }: Pick<StoredImage, 'id' | 'type'>): string {
  return `/images/s/${id}.${type}`;
}
