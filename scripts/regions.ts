const marked = /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

/**
 * Replaces what stands between `<!-- generated:NAME -->` and `<!-- /generated -->` by the region of
 * that name. Throws where a name is unknown or a marker has no partner.
 */
export function replaceRegions(text: string, regions: Readonly<Record<string, string>>): string {
  const result = text.replace(marked, (_whole, open: string, name: string, close: string) => {
    const region = Object.hasOwn(regions, name) ? regions[name] : undefined;
    if (region === undefined) throw new Error(`Cannot generate the region ${name}: unknown name.`);
    return `${open}${region}${region.endsWith('\n') ? '' : '\n'}${close}`;
  });
  const markers = text.match(/<!-- \/?generated\b/g)?.length ?? 0;
  const regionsFound = text.match(marked)?.length ?? 0;
  if (markers !== 2 * regionsFound) {
    throw new Error('Cannot generate regions: a marker has no partner.');
  }
  return result;
}
