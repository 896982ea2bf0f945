import * as z from 'zod/mini';
import { articleTypes, type ArticleType, type Editors } from '../model/draft.ts';
import { editorsSchema } from '../yaml/editors-schema.ts';
import { about, id, list, oneOf, setting, tag } from '../yaml/fields.ts';

const map = z.strictObject(
  {
    tags: setting(
      list(tag(), 'a list of tags').check(z.maxLength(5, 'a list of at most 5 tags')),
      [],
      'Tags of a source that names none. An Article takes up to 4, a question up to 5.',
    ),
    type: about(
      z.nullish(oneOf(articleTypes)),
      'The type of an Article that names none. Unless given: `announcement`, for docs files `knowledge-article`.',
    ),
    editors: about(
      z.nullish(editorsSchema(id)),
      'Who may edit an Article that does not say so. Unless given, a new Article is open to `everyone` and an existing one keeps what it has.',
    ),
  },
  'a map with tags, type and editors',
);

interface Defaults {
  readonly tags: readonly string[];
  readonly type?: ArticleType;
  readonly editors?: Editors;
}

/** Leaves out what was not given, so that it can be told from a given default. */
const given = z.transform(({ tags, type, editors }: z.output<typeof map>): Defaults => ({
  tags,
  ...(type && { type }),
  ...(editors && { editors }),
}));

/** What a source has that does not say otherwise. */
export const defaults = setting(
  z.pipe(map, given),
  {},
  'What a source has that does not say otherwise.',
);
