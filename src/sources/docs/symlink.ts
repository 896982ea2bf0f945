import type { Finding } from '../../model/finding.ts';

/** Makes the finding for a symlink that matches the pattern of the docs files. */
export function symlinkFinding(path: string): Finding {
  return {
    rule: 'symlink',
    severity: 'warning',
    source: path,
    provenance: { kind: 'file', path },
    place: { file: path, line: null, column: null },
    message: 'The file is a symbolic link and is not followed, expected a regular file.',
    remedy: 'Mark the file that it points to, or exclude the link in `sources.docs.exclude`.',
  };
}
