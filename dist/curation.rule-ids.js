// src/curation/source-rules.ts
var errors = {
  "front-matter": "A front matter with `stack:` is valid YAML, and each of its values is understood.",
  "not-utf8": "A marked file is UTF-8 text without NUL bytes.",
  unparsable: "A FAQ and a description of a pull request are not nested hundreds of levels deep.",
  "no-questions": "A FAQ has at least one heading of the level of its questions.",
  "duplicate-heading": "No two questions without an id have one heading in a FAQ; none of them is published.",
  "question-id": "The comment that pins the key of a question stands right under its heading and names letters, digits, `.`, `_` or `-`.",
  "two-labels": "A pull request has one of the two labels that mark it, not both.",
  "open-note": "The block of a pull request's note is closed, and not by the marks of a code block in it."
};
var warnings = {
  "pattern-without-file": "Each pattern of `sources.docs` names a file.",
  symlink: "A symbolic link is not followed.",
  "numbered-anchor": "A question's key does not depend on the order of headings, as an anchor with a number does.",
  "unused-setting": "A FAQ sets no `title`, `type` or `editors` under `stack:`, which questions do not have.",
  "no-note": "A marked pull request has a text for readers.",
  "note-none": "A marked pull request has a note other than `NONE`, which publishes nothing."
};
var sourceRules = [
  ...Object.entries(errors).map(
    ([id, about]) => ({ id, severity: "error", fixed: true, about })
  ),
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
  "body-too-short",
  "duplicate-title",
  "machine-title",
  "mention",
  "only-heading",
  "placeholder",
  "recurring-text",
  "relative-image",
  "relative-link",
  "secret",
  "similar-text",
  "title-too-short",
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
