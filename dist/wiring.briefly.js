// src/wiring/briefly.ts
var briefly = {
  retry: false,
  timeouts: { connectMs: 5e3, headersMs: 1e4, bodyMs: 1e4 }
};

export {
  briefly
};
