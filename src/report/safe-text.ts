/** What makes texts harmless before they stand in a page. Nothing that goes through it holds a secret. */
export interface SafeText {
  /** One line, in which everything is seen. */
  readonly line: (text: string) => string;
  /** A text that is rendered, and stays what it is. */
  readonly rendered: (text: string) => string;
}
