import type { Fault } from '../../model/error.ts';

/** Why a site refuses a text, as far as its sentence tells. */
interface Refusal {
  readonly code: Fault<'site'>['code'];
  readonly seen: string;
  readonly remedy: string;
}

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
    says: /\bquality\b/i,
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
  return known.find(({ says }) => says.test(sentence)) ?? other;
}
