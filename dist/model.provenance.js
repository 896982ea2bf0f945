// src/model/provenance.ts
function provenanceText(provenance) {
  switch (provenance.kind) {
    case "file":
      return provenance.path;
    case "pull-request":
      return `pull/${provenance.number}`;
    case "release":
      return `release/${provenance.tag}`;
  }
}

export {
  provenanceText
};
