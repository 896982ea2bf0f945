import type { Filled, Normalization } from '../model/ledger.ts';
import type { ArticleContent, Hole, Permissions, PostContent } from '../model/post.ts';
import type { SitePost } from '../ports/site.ts';
import { learnEncoding, matchingEncodings, viewField } from './encoding.ts';
import { filledAsRead, noAddresses, withHoles, type HoleAddresses } from './hole-addresses.ts';
import type { KnownEncodings } from './known-encodings.ts';
import { denormalized, textNormalizations } from './normalizations.ts';
import { mayBeSame } from './varying-encoding.ts';

/** The fields that a person can edit on the site and that we manage. */
export type Field = TextField | 'tags' | 'type' | 'permissions';
type TextField = 'title' | 'body' | 'answer';

export type Comparison =
  /** The site shows just this content, with these addresses in its holes. */
  | { readonly state: 'same'; readonly filled: Filled }
  /** It shows other content, decoded, in our own spelling, and with holes for addresses that are known. */
  | { readonly state: 'different'; readonly theirs: PostContent; readonly fields: readonly Field[] }
  /** It cannot be told what it shows: these fields differ, and the encoding of some is in doubt. */
  | { readonly state: 'unclear'; readonly fields: readonly Field[] };

/**
 * Holds a post as read against a content that we know, whose holes may hold these addresses. Fields that
 * are the same come back with our own bytes.
 * @throws never; a post of another kind is a caller's mistake and compares as different.
 */
export function comparePost(
  known: PostContent,
  post: SitePost,
  encodings: KnownEncodings,
  normalizations: readonly Normalization[],
  addresses: HoleAddresses = noAddresses,
): Comparison {
  const fields: Field[] = [];
  const holes: Hole[] = [];
  const read = { body: post.body, answer: post.answer?.body ?? '' };
  const { content: composed, filled } = filledAsRead(known, read, normalizations, addresses);
  let unclear = false;
  const text = (field: TextField, read: string, ours: string): string => {
    const view = viewField(read, ours, encodings[slotOf(field)], normalizations);
    if (view.state !== 'same') fields.push(field);
    if (view.state === 'unclear') unclear = true;
    if (view.state !== 'different') return ours;
    return denormalized(view.text, ours, normalizations);
  };
  const prose = (field: Hole['field'], written: string, ours: string): string => {
    const seen = text(field, read[field], written);
    const own = (known.holes ?? []).filter((hole) => hole.field === field);
    const theirs =
      seen === written
        ? { text: ours, holes: own }
        : withHoles(seen, field, written, known, addresses);
    holes.push(...theirs.holes);
    return theirs.text;
  };
  const { holes: _, ...rest } = known;
  let theirs: PostContent = {
    ...rest,
    title: text('title', post.title, known.title),
    body: prose('body', composed.body, known.body),
  };
  if (theirs.kind === 'question' && composed.kind === 'question')
    theirs = { ...theirs, answer: prose('answer', composed.answer, theirs.answer) };
  if (holes.length > 0) theirs = { ...theirs, holes };
  // The site sends tags without saying which of ours it replaced by a synonym's master.
  if (!normalizations.includes('tag-replaced') && !sameTags(known.tags, post.tags)) {
    fields.push('tags');
    theirs = { ...theirs, tags: [...post.tags] };
  }
  if (theirs.kind === 'article') {
    const settings = compareSettings(theirs, post);
    fields.push(...settings.fields);
    theirs = { ...theirs, ...settings.seen };
  }
  if (unclear) return { state: 'unclear', fields };
  return fields.length === 0 ? { state: 'same', filled } : { state: 'different', theirs, fields };
}

/** Whether two reads of a post show the same: what we manage of it, and its answer. */
export function showsTheSame(a: SitePost, b: SitePost, encodings: KnownEncodings): boolean {
  const same = (field: TextField, one: string, other: string) =>
    one === other || (encodings[slotOf(field)] === 'varying' && mayBeSame(one, other));
  return (
    same('title', a.title, b.title) &&
    same('body', a.body, b.body) &&
    a.answer?.id === b.answer?.id &&
    same('answer', a.answer?.body ?? '', b.answer?.body ?? '') &&
    sameTags(a.tags, b.tags) &&
    a.type === b.type
  );
}

/** An answer is encoded as its question's body is. */
function slotOf(field: TextField): keyof KnownEncodings {
  return field === 'title' ? 'title' : 'body';
}

/**
 * What was learned of how the site shows `base`, as far as it tells of another content: that tags were
 * replaced is known of these tags alone, and must not hide that others were never sent.
 */
export function learnedFor(
  content: PostContent,
  base: PostContent | null,
  learned: readonly Normalization[],
): readonly Normalization[] {
  if (base && sameTags(base.tags, content.tags)) return learned;
  return learned.filter((rule) => rule !== 'tag-replaced');
}

/** Tags of ours that the site shows others in the place of. */
export interface ReplacedTags {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** Which tags of a content the site replaced; null where it is not known to do that, or replaced none. */
export function replacedTags(
  known: PostContent | null,
  { tags }: Pick<SitePost, 'tags'>,
  learned: readonly Normalization[],
): ReplacedTags | null {
  if (!known || !learned.includes('tag-replaced')) return null;
  const ours = known.tags.filter((tag) => !tags.includes(tag));
  const theirs = tags.filter((tag) => !known.tags.includes(tag));
  return ours.length + theirs.length === 0 ? null : { ours, theirs };
}

/** Tags are a set: the site may answer them in another order. */
export function sameTags(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((tag) => left.has(tag));
}

/** What a post shows of an article beside its text and tags, and what of it differs. */
function compareSettings(
  known: ArticleContent,
  post: SitePost,
): { readonly seen: Pick<ArticleContent, 'type' | 'permissions'>; readonly fields: Field[] } {
  const type = post.type ?? known.type;
  // Null where they are not managed.
  const permissions = known.permissions && (post.permissions ?? known.permissions);
  const fields: Field[] = type === known.type ? [] : ['type'];
  if (permissions && known.permissions && !samePermissions(permissions, known.permissions))
    fields.push('permissions');
  return { seen: { type, permissions }, fields };
}

function samePermissions(a: Permissions, b: Permissions): boolean {
  const sorted = (ids: readonly number[]) => ids.toSorted((x, y) => x - y).join();
  return (
    a.editableBy === b.editableBy &&
    sorted(a.users) === sorted(b.users) &&
    sorted(a.groups) === sorted(b.groups)
  );
}

/** What the answer to our own write teaches. */
export interface WriteLesson {
  readonly encodings: KnownEncodings;
  readonly normalizations: readonly Normalization[];
  /** The fields that the site did not keep as they were sent. */
  readonly changed: readonly Field[];
}

/**
 * Verifies a write against its own answer: finds the encoding and the form under which the site shows
 * what was sent, and names the fields for which there are none. An answer to our own write is the one
 * read of which we know the text, so it also corrects what was learned before.
 */
export function verifyWrite(sent: PostContent, post: SitePost, known: KnownEncodings): WriteLesson {
  const normalizations = new Set<Normalization>();
  const changed: Field[] = [];
  let encodings = known;
  const check = (field: TextField, written: string, read: string) => {
    const lesson = verifyText(field, written, read, encodings);
    encodings = lesson.encodings;
    for (const rule of lesson.normalizations) normalizations.add(rule);
    changed.push(...lesson.changed);
  };
  check('title', sent.title, post.title);
  check('body', sent.body, post.body);
  if (sent.kind === 'question' && post.answer) check('answer', sent.answer, post.answer.body);

  if (!sameTags(sent.tags, post.tags)) normalizations.add('tag-replaced');
  if (sent.kind === 'article') changed.push(...compareSettings(sent, post).fields);
  return { encodings, normalizations: [...normalizations].sort(), changed };
}

/** Verifies the write of one text in the same way, by the mildest form that explains its read. */
export function verifyText(
  field: TextField,
  written: string,
  read: string,
  known: KnownEncodings,
): WriteLesson {
  const slot = slotOf(field);
  const normalizations = textNormalizations.find(
    (rules) => matchingEncodings(read, written, rules).length > 0,
  );
  if (!normalizations) return { encodings: known, normalizations: [], changed: [field] };
  const learned = known[slot] !== 'varying' && learnEncoding(read, written, normalizations);
  const encoding = learned || known[slot];
  return { encodings: { ...known, [slot]: encoding }, normalizations, changed: [] };
}
