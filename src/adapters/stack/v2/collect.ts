interface Asked<Found> {
  readonly id: number;
  readonly resolve: (found: Found | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes a function that finds something by its id, and collects what is asked for at the same time:
 * `find` is given up to `most` different ids at once, and returns what there is of them.
 */
export function collected<Found>(
  most: number,
  find: (ids: readonly number[]) => Promise<ReadonlyMap<number, Found>>,
): (id: number) => Promise<Found | null> {
  let waiting: Asked<Found>[] = [];

  async function answer(ids: readonly number[], asked: readonly Asked<Found>[]): Promise<void> {
    try {
      const found = await find(ids);
      for (const { id, resolve } of asked) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  function send(): void {
    const byId = Map.groupBy(waiting, ({ id }) => id);
    waiting = [];
    const ids = [...byId.keys()];
    for (let start = 0; start < ids.length; start += most) {
      const part = ids.slice(start, start + most);
      void answer(
        part,
        part.flatMap((id) => byId.get(id) ?? []),
      );
    }
  }

  return (id) =>
    new Promise((resolve, reject) => {
      // After all that runs now, which may ask for more: so that one request takes all of it.
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ id, resolve, reject });
    });
}
