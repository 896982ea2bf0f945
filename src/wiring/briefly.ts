/** How what is a courtesy is asked: nobody waits long for it. */
export const briefly = {
  retry: false,
  timeouts: { connectMs: 5000, headersMs: 10_000, bodyMs: 10_000 },
} as const;
