/**
 * No whole answer came. It never holds the request or the error of the library below, as these hold
 * the token.
 */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  /** The system's or the library's code: `ENOTFOUND`, `ECONNRESET`, `CERT_HAS_EXPIRED`, … */
  readonly code: string;
  /** Whether any byte of the request may have reached the server. */
  readonly sent: boolean;
  /** With the code `EQUOTA`: until when the server takes no request, by the clock; else, or where it does not tell, null. */
  readonly until: number | null;

  constructor(
    message: string,
    {
      code,
      sent,
      until = null,
    }: Pick<HttpFailure, 'code' | 'sent'> & { readonly until?: number | null },
  ) {
    super(message);
    this.code = code;
    this.sent = sent;
    this.until = until;
  }

  /** Whether the server's certificate was not accepted. */
  get certificate(): boolean {
    return /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH/.test(this.code);
  }

  /** Whether what answered does not speak TLS as we do. */
  get handshake(): boolean {
    return this.code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/.test(this.code);
  }

  /** Whether no second try can change it. */
  get lasting(): boolean {
    return this.certificate || ['ETOOLARGE', 'ETOOLATE', 'ESTALE', 'EQUOTA'].includes(this.code);
  }
}

/** What to do where a certificate was not accepted. */
export const certificateRemedy =
  "Set NODE_EXTRA_CA_CERTS to a file with your company's certificate authority; never turn the check off.";

/** Makes a failure of whatever was thrown below, with the most telling code in it. */
export function failureOf(error: unknown, sent: boolean): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const chain: Record<string, unknown>[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && chain.length < 5) {
    const link = next as Record<string, unknown>;
    chain.push(link);
    next = link['cause'] ?? (Array.isArray(link['errors']) ? link['errors'][0] : null);
  }
  const codes = chain.map((link) => link['code']).filter((code) => typeof code === 'string');
  const system = codes.find((code) => !code.startsWith('UND_ERR'));
  const messages = chain.map((link) => link['message']).filter((text) => typeof text === 'string');
  const message = messages.find((text) => text.trim() !== '') ?? 'unknown error';
  // Of TLS, the library's own line numbers come along, and a line end.
  const plain = message.replace(/^[0-9A-F]+:error:[0-9A-F]+:([^:]*):[^:]*:([^:]*):.*$/s, '$1: $2');
  return new HttpFailure(plain.replace(/\s+/g, ' ').trim().slice(0, 300), {
    code: system ?? codes[0] ?? 'UNKNOWN',
    sent,
  });
}
