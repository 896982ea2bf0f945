/** Whether an address in a file leads into its repository: it names no scheme and no host, and some path. */
export function isRepositoryAddress(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2}|[?#]|$)/i.test(address);
}

/**
 * The path, from the root, that such an address leads to from a file, as a forge follows it: `/` begins
 * at the root, a query or a fragment names no file, and escapes are decoded. Null where it leads out of
 * the repository, or to no file.
 */
export function repositoryPath(address: string, file: string): string | null {
  const written = decoded(address.replace(/[?#][^]*$/, ''));
  const parts = written.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
