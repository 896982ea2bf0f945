import type { TypeName } from './fields.ts';

/** A page whose fields are chosen and whose texts are encoded: what an identical read may get again. */
export interface RenderedPage {
  readonly type: TypeName;
  readonly items: readonly object[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}
