import { Fault } from '../../model/error.ts';
import { Misfit, type Shape } from '../shape.ts';
import type { Asked } from './to-fault.ts';

/** Takes a value of GitHub's where it has the expected shape, and throws a `Fault` where not. */
export function shaped<T>(shape: Shape<T>, value: unknown, { doing }: Asked): T {
  try {
    return shape(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const place = error.place === '' ? '' : ` at ${error.place}`;
    throw new Fault(
      'forge',
      'forge-unreachable',
      `Cannot ${doing}: expected ${error.expected}${place} in GitHub's answer, got ${error.seen}.`,
      { remedy: 'Check that GITHUB_API_URL and GITHUB_GRAPHQL_URL are those of a GitHub.' },
    );
  }
}
