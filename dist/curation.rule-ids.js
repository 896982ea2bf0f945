// src/curation/source-rules.ts
var errors = {
  "front-matter": "A front matter with `stack:` is valid YAML, and each of its values is understood.",
  "not-utf8": "A marked file is UTF-8 text without NUL bytes.",
  unparsable: "A FAQ and a description of a pull request can be parsed in time: they are not nested hundreds of levels deep, nor cut up into tens of thousands of lists or cells.",
  "no-questions": "A FAQ has at least one heading of the level of its questions.",
  "duplicate-heading": "No two questions without an id have one heading in a FAQ; none of them is published.",
  "same-anchor": "No two questions without an id have one anchor in a FAQ, its number aside, and a question has no key under which another one was published; none of them is published.",
  "question-id": "The comment that pins the key of a question stands right under its heading and names letters, digits, `.`, `_` or `-`.",
  "two-labels": "A pull request has one of the two labels that mark it, not both.",
  "release-file": "The file `.github/release.yml` can be read: each of its categories has a title and labels.",
  "release-override": "A file in `.stack-publish/notes` is UTF-8 text.",
  "release-tag": "The tag of a release, and one that `previous:` names, is a tag of the remote.",
  "open-note": "The block of a pull request's note is closed, and not by the marks of a code block in it."
};
var lighter = {
  "heading-in-html": "No heading of the level of the questions stands in an HTML element of a FAQ.",
  "unclosed-html": "An HTML element is closed within the text of its question, or of a pull request's section."
};
var warnings = {
  "pattern-without-file": "Each pattern of `sources.docs` names a file.",
  "name-not-utf8": "The name of a docs file is UTF-8; one that is not is left out.",
  "not-checked-out": "All docs files that git tracks are there to be checked: a sparse checkout leaves none of them out.",
  "other-bytes": "A marked file has the bytes on disk that a commit has: no `filter` of `.gitattributes` makes others, and no `working-tree-encoding` that cannot be undone.",
  "image-unavailable": "Where the site's API takes no images (v2.3), an image of the repository has an address of the forge that every reader can open: the repository is public.",
  "title-on-site": "No post of the site that no record names has the title of a new source, as far as the last hundred posts of a kind tell: `adopt` goes on with it, `adopt --all` with all such.",
  symlink: "A symbolic link is not followed.",
  "numbered-anchor": "A question's key does not depend on the order of headings, as an anchor with a number does.",
  "section-runs-on": "The section of a pull request's note ends with a heading: it goes on behind a rule, a line that is bold alone, or the opening comment of a tool that nothing closes.",
  "heading-attributes": "The heading that becomes a title has no attributes behind it, as `{#id}` or `{.class}`: they are cut off.",
  "mark-not-read": "A front matter that names `stack` is one that is read: YAML in UTF-8, between `---` lines, at the very start of the file, with `stack` in lower case; and no docs file is a pointer of Git LFS.",
  "marked-as-draft": "A marked front matter has no `draft: true`, `unlisted: true`, `published: false` or `publish: false`, and no `date` or `publishDate` in the future.",
  "unopened-html": "An HTML element that ends in the text of a question, or of a pull request's section, begins in it, such as `</details>`: the section ends there.",
  "unused-setting": "A FAQ sets no `title`, `type` or `editors` under `stack:`, which questions do not have.",
  "release-empty": "A release says something to readers.",
  "release-excluded": "The note of a checked pull request is not excluded from its release.",
  "release-file-key": "The file `.github/release.yml` has no key but those that GitHub reads.",
  "release-reverted": "The pull request of a note was not reverted in the same release.",
  "release-tag-moved": "The tag of a published release stays where it is.",
  "release-uncategorised": "Each note of a release fits a section; what fits nowhere stands last.",
  superseded: "A note that was published on its own is in no release; its post is no longer updated.",
  "unlabelled-note": "A checked pull request that has a note for readers has one of the labels that mark it.",
  "no-note": "A marked pull request has a text for readers.",
  "note-none": "A marked pull request has a note other than `NONE`, `N/A` and their like, which publish nothing."
};
var sourceRules = [
  ...Object.entries(errors).map(
    ([id, about]) => ({ id, severity: "error", fixed: true, about })
  ),
  ...Object.entries(lighter).map(([id, about]) => ({ id, severity: "error", about })),
  ...Object.entries(warnings).map(([id, about]) => ({ id, severity: "warning", about }))
];

// src/curation/rule-ids.ts
var fixedOfDrafts = [
  "body-too-long",
  "duplicate-id",
  "empty-body",
  "empty-title",
  "no-tags",
  "title-too-long",
  "too-many-tags"
];
var othersOfDrafts = [
  "bad-tag",
  "admonition",
  "body-too-short",
  "data-image",
  "diagram",
  "emoji-picture",
  "disable-comment",
  "duplicate-title",
  "foreign-syntax",
  "hidden-text",
  "html-element",
  "html-table",
  "image-host",
  "image-missing",
  "image-too-big",
  "image-type",
  "internal-address",
  "link-missing",
  "link-refused",
  "machine-title",
  "math",
  "mention",
  "only-heading",
  "page-anchor",
  "placeholder",
  "recurring-text",
  "relative-image",
  "relative-link",
  "secret",
  "similar-text",
  "title-too-short",
  "unknown-tag",
  "unreadable-markdown"
];
var fixedRuleIds = [
  ...fixedOfDrafts,
  ...sourceRules.flatMap(({ id, fixed }) => fixed ? [id] : [])
].sort();
var ruleIds = [
  ...fixedOfDrafts,
  ...othersOfDrafts,
  ...sourceRules.map(({ id }) => id)
].sort();

export {
  sourceRules,
  fixedRuleIds,
  ruleIds
};
