/** What is wrong with a file's text, at an offset of it. */
export interface Problem {
  readonly rule: 'front-matter' | 'faq-unsupported';
  readonly offset: number;
  readonly message: string;
  readonly remedy: string;
}
