/** What a proxy answers in the place of the site. */
export const signInPage =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n';
