/** The decoded segments of a path, or null where it cannot be decoded. */
export function pathSegments(pathname: string): string[] | null {
  try {
    return pathname
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
}
