import { decode } from 'he';

interface Choice {
  readonly decision?: 'allow' | 'deny';
  /** One of the page's options; the first where left out. */
  readonly person?: string;
  readonly team?: string;
}

/**
 * Does what a person does in a browser: opens the address of a login, fills in the page's form and
 * sends it. Gives the address where the browser ends, or the page where there is no form.
 */
export async function visit(address: string, choice: Choice = {}) {
  const opened = await fetch(address);
  const page = await opened.text();
  const [, action] = /<form method="post" action="([^"]*)"/.exec(page) ?? [];
  if (action === undefined) return { address: opened.url, page, status: opened.status };
  const form = new URLSearchParams();
  for (const [input] of page.matchAll(/<input [^>]*>/g))
    form.append(attribute(input, 'name'), attribute(input, 'value'));
  for (const [select, name = ''] of page.matchAll(/<select [^>]*name="([^"]*)"[^]*?<\/select>/g)) {
    const options = [...select.matchAll(/<option [^>]*>/g)].map(([tag]) => attribute(tag, 'value'));
    const wished = choice[name as 'person' | 'team'] ?? options[0] ?? '';
    if (!options.includes(wished)) throw new Error(`no ${name} ${wished}, only ${options.join()}`);
    form.append(name, wished);
  }
  form.append('decision', choice.decision ?? 'allow');
  const sent = await fetch(new URL(action, address), { method: 'POST', body: form });
  return { address: sent.url, page: await sent.text(), status: sent.status };
}

function attribute(tag: string, name: string): string {
  return decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}
