import {
  githubPolicy,
  openGitHub,
  shaped,
  toFault,
  unexpectedAnswer
} from "./adapters.github.open-github.js";
import {
  partOf
} from "./adapters.http.in-flight-pacer.js";
import {
  anyObject,
  flag,
  nullable,
  text
} from "./adapters.shape.js";
import {
  createHttp
} from "./adapters.http.create-http.js";
import {
  HttpFailure
} from "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import {
  parseBase
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/github/shared-file.ts
async function readSharedFile(options) {
  const { token } = options;
  return token === null ? readAsAnyone(options) : readByQuery({ ...options, token });
}
var asking = ({ owner, name: name2 }) => ({
  doing: `read ${owner}/${name2}`,
  permissions: "contents: read"
});
var blob = nullable(partOf({ kind: text, oid: text }));
var blobText = partOf({ isTruncated: flag, text: nullable(text) });
var name = partOf({ nameWithOwner: text });
async function readByQuery(options) {
  const { repository, paths, ref } = options;
  const asked = asking(repository);
  const github = openGitHub(options);
  const fields = paths.map(
    (_, at) => `f${at}: object(expression: $f${at}) { kind: __typename oid ... on Blob { isTruncated text } }`
  );
  const query = `query SharedConfiguration($owner: String!, $name: String!, ${paths.map((_, at) => `$f${at}: String!`).join(", ")}) {
  repository(owner: $owner, name: $name) { nameWithOwner ${fields.join(" ")} }
}`;
  const expressions = paths.map((path, at) => [`f${at}`, `${ref ?? "HEAD"}:${path}`]);
  try {
    const variables = { ...repository, ...Object.fromEntries(expressions) };
    const isRepository = (path) => path.length === 1;
    const data = await github.graphql(asked, query, variables, isRepository);
    const found = shaped(nullable(anyObject), shaped(anyObject, data, asked)["repository"], asked);
    const { requests } = github;
    if (found === null) return { file: null, isSeen: false, requests };
    requireName(shaped(name, found, asked).nameWithOwner, repository, asked);
    for (const [at, path] of paths.entries()) {
      const value = found[`f${at}`] ?? null;
      const object = shaped(blob, value, asked);
      if (object?.kind !== "Blob") continue;
      const { isTruncated, text: content2 } = shaped(blobText, value, asked);
      if (content2 === null || isTruncated) throw noText(asked, path);
      return { file: { path, text: content2, revision: object.oid }, isSeen: true, requests };
    }
    return { file: null, isSeen: true, requests };
  } finally {
    await github.close();
  }
}
function requireName(seen, { owner, name: wanted }, { doing }) {
  if (seen.toLowerCase() === `${owner}/${wanted}`.toLowerCase()) return;
  throw new Fault("forge", "forge-refused", `Cannot ${doing}: it is named ${seen} now.`, {
    remedy: "Write the present name, after a look at who owns it."
  });
}
function noText({ doing }, path) {
  return new Fault("forge", "forge-refused", `Cannot ${doing}: ${path} is no short text.`, {
    remedy: "Name a YAML file of less than 256 KB."
  });
}
var content = partOf({ type: text, encoding: text, content: text, sha: text });
async function readAsAnyone(options) {
  const { repository, paths, ref, apiUrl, ...connection } = options;
  const asked = asking(repository);
  const api = parseBase(apiUrl);
  const http = createHttp({ ...connection, base: api.href, policy: githubPolicy("/graphql") });
  try {
    for (const path of paths) {
      const parts = [repository.owner, repository.name, "contents", ...path.split("/")];
      const query = ref === null ? "" : `?ref=${encodeURIComponent(ref)}`;
      const answer = await http.send({
        method: "GET",
        path: `/repos/${parts.map(encodeURIComponent).join("/")}${query}`,
        headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" }
      });
      if (answer.status === 404) continue;
      const { status, headers, body } = answer;
      if (status !== 200) throw toFault({ status, response: { headers } }, asked, at());
      const { type, encoding, ...found } = shaped(content, parsed(body), asked);
      if (type !== "file" || encoding !== "base64") throw noText(asked, path);
      const bytes = Buffer.from(found.content, "base64");
      const file = { path, text: bytes.toString("utf8"), revision: found.sha };
      return { file, isSeen: true, requests: http.requests };
    }
    return { file: null, isSeen: null, requests: http.requests };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw toFault(error, asked, at());
  } finally {
    await http.close();
  }
  function at() {
    return { host: api.host, now: options.clock.now() };
  }
  function parsed(body) {
    try {
      return JSON.parse(body.toString("utf8"));
    } catch {
      throw unexpectedAnswer(asked, api);
    }
  }
}
export {
  readSharedFile
};
