import type { Named, NamedPeople } from '../model/named.ts';

/** A tag of the site's. */
export interface KnownTag extends Named {
  /** How many people are its experts; null where the site has none, or does not tell. */
  readonly experts: number | null;
}

/**
 * Who and what the site knows that a post can name. It is only read. All methods throw a `Fault` of
 * kind `site`; `site-forbidden` where the token may not look it up.
 */
export interface Directory {
  /** The user with this e-mail address, or null. Needs a token of an administrator. */
  userByEmail(email: string): Promise<Named | null>;
  /** The user with this id, or null. */
  user(id: number): Promise<Named | null>;
  /** All user groups. */
  groups(): Promise<readonly Named[]>;
  /**
   * Tags by their names, in at most so many requests: none for those of posts that were read before,
   * and one where the site has a hundred tags or less. Null: there is none of this name, though it may be a synonym, which the API does not
   * tell. What could not be looked up within the requests is not in it.
   */
  tags(
    names: readonly string[],
    mostRequests: number,
  ): Promise<ReadonlyMap<string, KnownTag | null>>;
  /** The subject matter experts of a tag, by its id. */
  expertsOf(tag: number): Promise<NamedPeople>;
}
