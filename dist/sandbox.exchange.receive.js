// sandbox/exchange/receive.ts
var most = 8 * 1024 * 1024;
async function receive(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  if (!request.complete) throw new Error("The client went away before its request was whole.");
  return Buffer.concat(chunks);
}

// sandbox/github/rate-limit.ts
var hour = 36e5;
function limitOf(caller) {
  if (caller.user === null) return 60;
  return caller.name.startsWith("job") ? 1e3 : 5e3;
}
var RateLimit = class {
  #windows = /* @__PURE__ */ new Map();
  #window(caller, resource, now) {
    const key = `${caller.name} ${resource}`;
    const known = this.#windows.get(key);
    if (known !== void 0 && known.ends > now) return known;
    const fresh = { used: 0, ends: now + hour };
    this.#windows.set(key, fresh);
    return fresh;
  }
  peek(caller, resource, now) {
    const limit = limitOf(caller);
    const { used, ends } = this.#window(caller, resource, now);
    const remaining = Math.max(0, limit - used);
    return {
      limit,
      used: Math.min(used, limit),
      remaining,
      reset: Math.ceil(ends / 1e3),
      resource
    };
  }
  /** Counts a request. Null: there was none left. */
  take(caller, resource, now) {
    const window = this.#window(caller, resource, now);
    window.used += 1;
    return window.used <= limitOf(caller);
  }
  setRemaining(caller, remaining, now) {
    for (const resource of ["core", "graphql"])
      this.#window(caller, resource, now).used = limitOf(caller) - remaining;
  }
  clear() {
    this.#windows.clear();
  }
};
function rateHeaders(rate) {
  return {
    "X-RateLimit-Limit": String(rate.limit),
    "X-RateLimit-Remaining": String(rate.remaining),
    "X-RateLimit-Used": String(rate.used),
    "X-RateLimit-Reset": String(rate.reset),
    "X-RateLimit-Resource": rate.resource
  };
}

// sandbox/exchange/wait.ts
async function wait(milliseconds, signal) {
  if (milliseconds <= 0 || signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers();
  const timer = setTimeout(resolve, milliseconds);
  const stop = () => resolve();
  signal.addEventListener("abort", stop);
  await promise;
  clearTimeout(timer);
  signal.removeEventListener("abort", stop);
}

export {
  receive,
  wait,
  RateLimit,
  rateHeaders
};
