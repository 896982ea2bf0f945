import { domainToASCII, domainToUnicode } from 'node:url';

const host = /^(?:(?:https?:)?\/\/(?:[^/?#@]*@)?|mailto:[^/?#@]*@)([^/?#:@]+)/i;

/** Spells an address as it stands in a link: all but ASCII percent-encoded, and the host as in DNS. */
export function toAddress(url: string): string {
  return recodeHost(url.trim(), domainToASCII, /[^\0-\x7f]/).replace(
    /%[\da-f]{2}|[\ud800-\udbff][\udc00-\udfff]|[^a-z\d;/?:@&=+$,\-_.!~*'()#]/gi,
    (part) => (/^%[\da-f]{2}$/i.test(part) ? part : encodeURIComponent(part.toWellFormed())),
  );
}

/** Spells an address as people read it, where a bare one stands in a text. */
export function toReadable(url: string): string {
  return recodeHost(url.trim(), domainToUnicode, /xn--/i).replace(/(?:%[\da-f]{2})+/gi, (run) => {
    const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
    // What would read as another part of the address stays encoded.
    return bytes.toString().replace(/[;/?:@&=+$,#%]/g, encodeURIComponent);
  });
}

function recodeHost(url: string, recode: (name: string) => string, when: RegExp): string {
  const name = host.exec(url);
  if (name?.[1] === undefined || !when.test(name[1])) return url;
  const recoded = recode(name[1]);
  if (recoded === '') return url;
  return name[0].slice(0, -name[1].length) + recoded + url.slice(name[0].length);
}

/** Whether Stack makes a link or an image of an address, which is spelt as `toAddress` does. */
export function isLinkable(address: string): boolean {
  return (
    /^(?:(?:https?|ftp):\/\/|\/)[-a-z0-9+&@#/%?=~_|!:,.;()*[\]$]+$/i.test(address) ||
    /^mailto:[#-.\w]+@[-a-z0-9]+(?:\.[-a-z0-9]+)*\.[a-z]+$/i.test(address)
  );
}
