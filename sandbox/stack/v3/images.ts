import { imageTypeOf, mostImageBytes, type ImageType } from '../../../src/model/image.ts';
import { imagePath } from '../image-store.ts';
import { domainProblem, modelProblem, StackProblem } from '../problem.ts';
import type { Call, Operation } from './call.ts';
import { writeOperation } from './write-operation.ts';

/** Media types that are taken as they are, with the vendor's own spelling of most. */
const raw = /^(?:image\/jpeg|img\/(?:png|gif|bmp|webp))$/;

export const images: readonly Operation[] = [
  writeOperation('POST', 'images/upload', bindFile, checkFile, ({ stack }, bytes) => {
    const image = stack.images.add(typeOf(bytes), bytes);
    const url = stack.pages + imagePath(image);
    return { status: 200, json: () => ({ id: image.id, url }) };
  }),
  {
    method: 'GET',
    path: 'images/*',
    run: ({ stack, params }) => {
      const image = stack.images.get(params[0] ?? '');
      if (image === null) throw new StackProblem(404, null);
      return { status: 200, bytes: { type: `image/${image.type}`, content: image.bytes } };
    },
  },
];

/** What was sent as the file of a form, or as the whole body. Another type is refused. */
function bindFile({ contentType, body, file }: Call): Uint8Array {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (raw.test(type)) return body;
  if (type !== 'multipart/form-data') throw new StackProblem(415, null);
  if (file === null) throw modelProblem({ File: ['The File field is required.'] });
  return file;
}

function checkFile(_call: Call, bytes: Uint8Array): void {
  typeOf(bytes);
  if (bytes.length > mostImageBytes)
    throw domainProblem(
      400,
      'images/ValidationErrors',
      'Image not uploaded',
      'The image is larger than 2 MiB.',
    );
}

/** By its first bytes, whatever the request says of it. */
function typeOf(bytes: Uint8Array): ImageType {
  const type = imageTypeOf(bytes);
  if (type === null) throw new StackProblem(415, null);
  return type;
}
