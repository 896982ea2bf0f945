import type { Encoding, FieldEncodings, Normalization } from '../model/ledger.ts';
import type { PostContent } from '../model/post.ts';
import type { SitePost } from '../ports/site.ts';
import { learnEncoding, matchingEncodings, viewField, type FieldView } from './encoding.ts';
import { denormalized, textNormalizations } from './normalizations.ts';

/** The fields that a person can edit on the site and that we manage. */
export type Field = 'title' | 'body' | 'answer' | 'tags' | 'type' | 'permissions';

export type Comparison =
  /** The site shows just this content. */
  | { readonly state: 'same' }
  /** It shows other content, decoded and in our own spelling. */
  | { readonly state: 'different'; readonly theirs: PostContent; readonly fields: readonly Field[] }
  /** It cannot be told what it shows: the encoding of these fields is in doubt. */
  | { readonly state: 'unclear'; readonly fields: readonly Field[] };

/**
 * Holds a post as read against a content that we know. Fields that are the same come back with our
 * own bytes.
 * @throws never; a post of another kind is a caller's mistake and compares as different.
 */
export function comparePost(
  known: PostContent,
  post: SitePost,
  encodings: FieldEncodings,
  normalizations: readonly Normalization[],
): Comparison {
  const title = viewField(post.title, known.title, encodings.title, normalizations);
  const body = viewField(post.body, known.body, encodings.body, normalizations);
  const texts: [Field, FieldView][] = [
    ['title', title],
    ['body', body],
  ];
  // The site sends tags without saying which of ours it replaced by a synonym's master.
  const tagsDiffer = !normalizations.includes('tag-replaced') && !sameTags(known.tags, post.tags);
  const fields: Field[] = tagsDiffer ? ['tags'] : [];
  const tags = tagsDiffer ? [...post.tags] : known.tags;

  let theirs: PostContent;
  if (known.kind === 'article') {
    const type = post.type ?? known.type;
    const permissions = known.permissions && (post.permissions ?? known.permissions);
    if (type !== known.type) fields.push('type');
    if (!samePermissions(permissions, known.permissions)) fields.push('permissions');
    theirs = {
      ...known,
      title: textOf(title, known.title, normalizations),
      body: textOf(body, known.body, normalizations),
      tags,
      type,
      permissions,
    };
  } else {
    const answer = viewField(post.answer?.body ?? '', known.answer, encodings.body, normalizations);
    texts.push(['answer', answer]);
    theirs = {
      ...known,
      title: textOf(title, known.title, normalizations),
      body: textOf(body, known.body, normalizations),
      answer: textOf(answer, known.answer, normalizations),
      tags,
    };
  }

  const unclear = texts.filter(([, view]) => view.state === 'unclear').map(([field]) => field);
  if (unclear.length > 0) return { state: 'unclear', fields: unclear };
  const different = texts.filter(([, view]) => view.state === 'different').map(([field]) => field);
  fields.unshift(...different);
  return fields.length === 0 ? { state: 'same' } : { state: 'different', theirs, fields };
}

function textOf(view: FieldView, known: string, normalizations: readonly Normalization[]): string {
  return view.state === 'different' ? denormalized(view.text, known, normalizations) : known;
}

/** Tags are a set: the site may answer them in another order. */
function sameTags(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((tag) => left.has(tag));
}

type PermissionsOrNull = Extract<PostContent, { kind: 'article' }>['permissions'];

function samePermissions(a: PermissionsOrNull, b: PermissionsOrNull): boolean {
  if (a === null || b === null) return a === b;
  const sorted = (ids: readonly number[]) => ids.toSorted((x, y) => x - y).join();
  return (
    a.editableBy === b.editableBy &&
    sorted(a.users) === sorted(b.users) &&
    sorted(a.groups) === sorted(b.groups)
  );
}

/** What the answer to our own write teaches. */
export interface WriteLesson {
  readonly encodings: FieldEncodings;
  readonly normalizations: readonly Normalization[];
  /** The fields that the site did not keep as they were sent. */
  readonly changed: readonly Field[];
}

/**
 * Verifies a write against its own answer: finds the encoding and the form under which the site shows
 * what was sent, and names the fields for which there are none. An answer to our own write is the one
 * read of which we know the text, so it also corrects what was learned before.
 */
export function verifyWrite(sent: PostContent, post: SitePost, known: FieldEncodings): WriteLesson {
  const normalizations = new Set<Normalization>();
  const changed: Field[] = [];
  const learned = { ...known };

  const check = (field: 'title' | 'body' | 'answer', written: string, read: string) => {
    const slot = field === 'title' ? 'title' : 'body';
    const reading = explainRead(written, read, learned[slot]);
    if (reading === null) {
      changed.push(field);
      return;
    }
    for (const rule of reading.normalizations) normalizations.add(rule);
    learned[slot] = reading.encoding ?? learned[slot];
  };
  check('title', sent.title, post.title);
  check('body', sent.body, post.body);
  if (sent.kind === 'question' && post.answer) check('answer', sent.answer, post.answer.body);

  if (!sameTags(sent.tags, post.tags)) normalizations.add('tag-replaced');
  if (sent.kind === 'article') {
    if (post.type !== null && post.type !== sent.type) changed.push('type');
    if (
      sent.permissions &&
      post.permissions &&
      !samePermissions(sent.permissions, post.permissions)
    )
      changed.push('permissions');
  }
  return { encodings: learned, normalizations: [...normalizations].sort(), changed };
}

/** Verifies the write of an answer alone, in the same way. */
export function verifyAnswer(
  written: string,
  read: string,
  known: FieldEncodings,
): Pick<WriteLesson, 'encodings' | 'normalizations'> {
  const reading = explainRead(written, read, known.body);
  return reading
    ? { encodings: { ...known, body: reading.encoding }, normalizations: reading.normalizations }
    : { encodings: known, normalizations: [] };
}

/** The mildest form, and what it teaches of the encoding, under which a read shows what was written. */
function explainRead(
  written: string,
  read: string,
  known: Encoding | null,
): {
  readonly normalizations: readonly Normalization[];
  readonly encoding: Encoding | null;
} | null {
  for (const normalizations of textNormalizations) {
    if (matchingEncodings(read, written, normalizations).length === 0) continue;
    return { normalizations, encoding: learnEncoding(read, written, normalizations) ?? known };
  }
  return null;
}
