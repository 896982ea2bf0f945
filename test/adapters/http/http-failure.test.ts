import { expect, test } from 'vitest';
import { failureOf, HttpFailure } from '../../../src/adapters/http/http-failure.ts';

const coded = (code: string, message: string, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { code });

test.each<[string, unknown, string, string]>([
  ['a plain error', new Error('no'), 'UNKNOWN', 'no'],
  ['a text', 'no', 'UNKNOWN', 'unknown error'],
  ["the library's code", coded('UND_ERR_SOCKET', 'closed'), 'UND_ERR_SOCKET', 'closed'],
  [
    "the system's code below the library's",
    coded('UND_ERR_SOCKET', 'closed', coded('ECONNRESET', 'reset')),
    'ECONNRESET',
    'closed',
  ],
  [
    'the first of several tries',
    new AggregateError([coded('ECONNREFUSED', 'refused')], ''),
    'ECONNREFUSED',
    'refused',
  ],
  [
    'a server without TLS',
    coded(
      'ERR_SSL_WRONG_VERSION_NUMBER',
      '40DD:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/openssl/ssl/record/methods/tlsany_meth.c:77:\n',
    ),
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'SSL routines: wrong version number',
  ],
  ['several lines', coded('EPROTO', 'one\n  two\n'), 'EPROTO', 'one two'],
])('the most telling code of %s', (_, error, code, message) => {
  const failure = failureOf(error, true);
  expect(failure).toMatchObject({ code, message, sent: true });
  expect(failure.cause).toBeUndefined();
});

test('a failure stays what it is, and an error that is its own cause ends', () => {
  const failure = new HttpFailure('x', { code: 'ETIMEDOUT', sent: false });
  expect(failureOf(failure, true)).toBe(failure);
  const ring = new Error('ring');
  ring.cause = ring;
  expect(failureOf(ring, false)).toMatchObject({ message: 'ring', sent: false });
});

test.each([
  ['CERT_HAS_EXPIRED', true, true],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', true, true],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', true, true],
  ['ETOOLARGE', false, true],
  ['ETOOLATE', false, true],
  ['ECONNRESET', false, false],
])('%s: of the certificate %s, lasting %s', (code, certificate, lasting) => {
  expect(new HttpFailure('x', { code, sent: false })).toMatchObject({ certificate, lasting });
});
