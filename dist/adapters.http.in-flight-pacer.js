import {
  Misfit,
  anyObject,
  object
} from "./adapters.shape.js";

// src/adapters/loose-shape.ts
function partOf(members) {
  const shape = object(members);
  return (value) => {
    const part = Object.entries(anyObject(value)).filter(([name]) => Object.hasOwn(members, name));
    return shape(Object.fromEntries(part));
  };
}
function withDefaults(defaults, shape) {
  return (value) => shape(typeof value === "object" && value !== null ? { ...defaults, ...value } : value);
}
function withDefaultsForNull(defaults, shape) {
  return (value) => {
    if (typeof value !== "object" || value === null) return shape(value);
    const told = Object.entries(value).filter(([, each]) => each !== null);
    return shape({ ...value, ...defaults, ...Object.fromEntries(told) });
  };
}
var instant = (value) => {
  const at = typeof value === "string" && /^(?:19[7-9]|20\d)\d-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new Misfit("a date", value);
  return at;
};

// src/adapters/http/in-flight-pacer.ts
function inFlightPacer(most) {
  let inFlight = 0;
  let pausedUntil = 0;
  return {
    next: (now) => inFlight < most ? Math.max(now, pausedUntil) : Infinity,
    start() {
      inFlight += 1;
      return () => {
        inFlight -= 1;
      };
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    }
  };
}

export {
  partOf,
  withDefaults,
  withDefaultsForNull,
  instant,
  inFlightPacer
};
