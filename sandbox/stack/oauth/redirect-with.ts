/** An address with parameters added, in their order; null is left out. */
export function redirectWith(
  address: string,
  parameters: Readonly<Record<string, string | null>>,
): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.append(name, value);
  return url.href;
}
