import {
  answerFault,
  openCiApi
} from "./adapters.ci-api.open-ci-api.js";
import {
  partOf
} from "./adapters.http.in-flight-pacer.js";
import {
  list,
  whole
} from "./adapters.shape.js";
import {
  isObject
} from "./model.is-object.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/gitlab/open-gitlab.ts
var gitLabApi = {
  name: "GitLab",
  token: "CI_JOB_TOKEN is good while its job runs; set GITLAB_TOKEN to a project token of this GitLab that has not expired.",
  address: "Check CI_API_V4_URL and the remote `origin`, which has to be the project's present address, and what a proxy may answer in between."
};
var perPage = 100;
var mostPages = 20;
function openGitLab({ apiUrl, token, spare, ...connection }) {
  const openAs = (as) => openCiApi(gitLabApi, { ...connection, base: apiUrl }, headersOf(as));
  const api = openAs(token);
  let other = null;
  const ask = async (asked, path) => {
    const request = { method: "GET", path };
    if (other) return other.ask(asked, request);
    const answer = await api.ask(asked, request);
    if (!spare || !isShortOfScope(answer)) return answer;
    other = openAs(spare);
    return other.ask(asked, request);
  };
  async function* walk(asked, path, item, {
    most = mostPages,
    ifServed = false
  }) {
    const mark = path.includes("?") ? "&" : "?";
    for (let page = 1; page <= most; page += 1) {
      const answer = await ask(asked, `${path}${mark}per_page=${perPage}&page=${page}`);
      if (ifServed && isNotServed(answer)) return yield null;
      const items = api.read(asked, answer, list(item));
      yield items;
      const next = answer.headers["x-next-page"];
      if (next === void 0 ? items.length < perPage : next.trim() === "") return;
    }
    throw endless(asked, most);
  }
  return {
    get: async (asked, path, shape) => api.read(asked, await ask(asked, path), shape),
    async find(asked, path, shape) {
      const answer = await ask(asked, path);
      const isDenied = (answer.status === 403 || answer.status === 404) && isObject(answer.json);
      return isDenied ? null : api.read(asked, answer, shape);
    },
    async findIfServed(asked, path, shape) {
      const answer = await ask(asked, path);
      return isNotServed(answer) ? null : api.read(asked, answer, shape);
    },
    async *pages(asked, path, item, most) {
      for await (const items of walk(asked, path, item, { most })) yield items ?? [];
    },
    async listIfServed(asked, path, item) {
      const all = [];
      for await (const items of walk(asked, path, item, { ifServed: true })) {
        if (items === null) return null;
        all.push(...items);
      }
      return all;
    },
    async findFile(asked, path) {
      const answer = await ask(asked, path);
      return answer.status === 404 ? null : api.read(asked, answer, (json) => ({ json }));
    },
    async write(asked, method, path, body) {
      api.read(asked, await api.ask(asked, { method, path, body }), partOf({ id: whole(1) }));
    },
    get requests() {
      const { total, writes } = api.requests;
      return { total: total + (other?.requests.total ?? 0), writes };
    },
    async close() {
      await Promise.all([api.close(), other?.close()]);
    }
  };
}
function headersOf(token) {
  if (token.kind === "none") return {};
  return { [token.kind === "job" ? "job-token" : "private-token"]: token.value };
}
function isShortOfScope({ status, json }) {
  return status === 403 && isObject(json) && json["error"] === "insufficient_scope";
}
function isNotServed({ status }) {
  return [401, 403, 404, 501].includes(status);
}
function otherAnswer(asked, seen) {
  return answerFault(seen, gitLabApi, asked);
}
function endless({ doing }, pages) {
  return new Fault(
    "forge",
    "forge-endless",
    `Cannot ${doing}: GitLab's list has no end after ${pages} pages.`,
    { remedy: "Run it again; start a new pipeline where this one is old." }
  );
}

export {
  openGitLab,
  otherAnswer
};
