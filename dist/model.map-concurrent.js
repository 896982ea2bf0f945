// src/model/map-concurrent.ts
async function mapConcurrent(items, limit, map) {
  const results = [];
  const queue = items.entries();
  const work = async () => {
    for (const [place, item] of queue) results[place] = await map(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

export {
  mapConcurrent
};
