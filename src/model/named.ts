/** Somebody or a group, as the site names them. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

/** People, and groups of them. */
export interface NamedPeople {
  readonly users: readonly Named[];
  readonly groups: readonly Named[];
}
