// src/model/provenance.ts
function changeNoun(kind) {
  return kind === "pull-request" ? "pull request" : "merge request";
}
function changeSign(kind = "pull-request") {
  return kind === "pull-request" ? "#" : "!";
}
function provenanceText(provenance) {
  switch (provenance.kind) {
    case "file":
      return provenance.path;
    case "pull-request":
      return `pull/${provenance.number}`;
    case "merge-request":
      return `merge/${provenance.number}`;
    case "release":
      return `release/${provenance.tag}`;
  }
}
function changeNumber(from) {
  const isChange = from?.kind === "pull-request" || from?.kind === "merge-request";
  return isChange && from.number !== void 0 ? [from.number] : [];
}

export {
  changeNoun,
  changeSign,
  provenanceText,
  changeNumber
};
