/** The number of the pull request that a record or a draft comes from; null where from a file. */
export function pullRequestOf({ file }: { readonly file: string | null }): number | null {
  const found = /^pull\/([1-9]\d{0,9})$/.exec(file ?? '');
  return found ? Number(found[1]) : null;
}
