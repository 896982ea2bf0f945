import type { ImageUpload } from '../../ports/site.ts';
import type { HttpRequest } from '../http/http-request.ts';

/**
 * A form with one file in the field `file` (RFC 7578). Its name is made of what it holds: that of the
 * repository is nobody's business, and could be anything.
 */
export function multipartFile({ type, digest, bytes }: ImageUpload): Required<HttpRequest>['body'] {
  const hex = digest.slice('sha256:'.length);
  const name = `${hex.slice(0, 16)}.${type}`;
  // Nobody can put the digest of a file into that file. A boundary has at most 70 characters.
  const boundary = `stack-publish-${hex.slice(0, 48)}`;
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    `Content-Type: image/${type}`,
    '',
    '',
  ].join('\r\n');
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    content: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
