/** A line of the table. `met` is null where no figure was set. */
export interface Row {
  readonly what: string;
  readonly sources: number | null;
  readonly measured: string;
  readonly figure: string;
  readonly met: boolean | null;
}

export const row = (
  what: string,
  sources: number | null,
  measured: string,
  figure = '',
  met: boolean | null = null,
): Row => ({ what, sources, measured, figure, met });
