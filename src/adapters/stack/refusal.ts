import type { Fault } from '../../model/error.ts';

/** Why a site refuses a text, as far as its sentence tells. */
export interface Refusal {
  readonly code: Fault<'site'>['code'];
  readonly seen: string;
  readonly remedy: string;
}

/** A post that somebody deleted while it was about to be changed. */
export const gone: Refusal = {
  code: 'post-gone',
  seen: 'the post is not there any more',
  remedy: 'Plan again: the plan then asks what is to become of it.',
};

const known: readonly (Refusal & { readonly says: RegExp })[] = [
  {
    says: /\bduplicate\b|already exists/i,
    code: 'duplicate-post',
    seen: 'the site takes it for a duplicate of another post',
    remedy: 'Give it another title, or link the post that is there with `stack-publish adopt`.',
  },
  {
    says: /\blocked\b/i,
    code: 'post-locked',
    seen: 'the post is locked',
    remedy: 'Unlock it on the site, or run `stack-publish resolve SOURCE forget`.',
  },
  {
    says: /\b(?:already|been|is|was) (?:deleted|removed)\b/i,
    ...gone,
  },
  {
    says: /\bquality\b|\bstandards\b|\bmostly code\b/i,
    code: 'quality-refused',
    seen: "the site's quality check refuses it",
    remedy: 'Write more, and better; or let an administrator of the site lower its threshold.',
  },
  {
    says: /\btags?\b/i,
    code: 'tag-refused',
    seen: 'the site does not take its tags',
    remedy:
      'Use tags that the site has, or let somebody create them who may; see what it asks of a tag.',
  },
];

const other: Refusal = {
  code: 'site-rejected',
  seen: 'the site refuses it',
  remedy: 'Change the text as the site asks, then plan again.',
};

/** Tells the reasons of a refusal apart by the site's own sentence, which itself is told to nobody here. */
export function refusalOf(sentence: string): Refusal {
  return knownRefusalOf(sentence) ?? other;
}

/** The same; null where the sentence tells none of them. */
export function knownRefusalOf(sentence: string): Refusal | null {
  return known.find(({ says }) => says.test(sentence)) ?? null;
}
