// src/model/memoize.ts
function memoize(make) {
  let made = null;
  return () => (made ??= { value: make() }).value;
}

export {
  memoize
};
