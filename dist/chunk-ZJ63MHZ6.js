import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
function environmentFlaw(rules){return rules?rules.reviewers<1?"has no required reviewers":rules.limitsBranches?null:"is open to every branch":"does not exist, or the token may not see it"}export{environmentFlaw};
