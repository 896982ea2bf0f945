/** Whether an account calls itself a program: for forges that have no kind of account for these. */
export function isBotName(name: string): boolean {
  return /(?:^|[^a-z])bot\W*$/i.test(name);
}
