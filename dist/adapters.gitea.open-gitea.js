import {
  isBotName
} from "./model.bot-name.js";
import {
  answerFault,
  openCiApi
} from "./adapters.ci-api.open-ci-api.js";
import {
  partOf
} from "./adapters.http.in-flight-pacer.js";
import {
  list,
  nullable,
  text,
  whole
} from "./adapters.shape.js";
import {
  isObject
} from "./model.is-object.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/gitea/open-gitea.ts
var api = {
  name: "Gitea",
  token: "A job's own token is good while its job runs; elsewhere set GITHUB_TOKEN to a token of this server that has not expired.",
  address: "Check GITHUB_API_URL and the remote `origin`, which has to be the repository's present address, and what a proxy may answer in between."
};
var mostPages = 2e3;
function openGitea({ apiUrl, token, ...options }) {
  const { repository: _, ...connection } = options;
  const { clock } = connection;
  const headers = { authorization: `token ${token}` };
  const opened = openCiApi(api, { ...connection, base: apiUrl }, headers);
  let ahead = Infinity;
  async function ask(asked, path) {
    const begun = clock.now();
    const answer = await opened.ask(asked, { method: "GET", path });
    const served = Date.parse(answer.headers["date"] ?? "");
    if (!Number.isNaN(served)) ahead = Math.min(ahead, served - begun);
    return answer;
  }
  return {
    get: async (asked, path, shape) => opened.read(asked, await ask(asked, path), shape),
    async find(asked, path, shape, denials = [403, 404]) {
      const answer = await ask(asked, path);
      const isDenied = denials.some((each) => each === answer.status) && isObject(answer.json);
      return isDenied ? null : opened.read(asked, answer, shape);
    },
    async *pages(asked, path, item) {
      const mark = path.includes("?") ? "&" : "?";
      let seen = 0;
      for (let page = 1; page <= mostPages; page += 1) {
        const answer = await ask(asked, `${path}${mark}limit=50&page=${page}`);
        const items = opened.read(asked, answer, list(item));
        if (items.length === 0) return;
        yield items;
        seen += items.length;
        const total = answer.headers["x-total-count"] ?? "";
        if (/^\d+$/.test(total) && seen >= Number(total)) return;
      }
      throw endless(asked, `it has more than ${mostPages} pages`);
    },
    async write(asked, method, path, body) {
      opened.read(asked, await opened.ask(asked, { method, path, body }), (answer) => answer);
    },
    get requests() {
      return opened.requests;
    },
    now: () => clock.now() + (Number.isFinite(ahead) ? ahead : 0),
    close: () => opened.close()
  };
}
function pathOf({ owner, name }) {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
}
function requireSame(asked, seen, wanted) {
  if (String(seen).toLowerCase() === String(wanted).toLowerCase()) return;
  throw otherAnswer(asked, JSON.stringify(seen).slice(0, 100));
}
function otherAnswer(asked, seen) {
  return answerFault(`Gitea answers for ${seen}`, api, asked);
}
function endless({ doing }, seen) {
  return new Fault("forge", "forge-endless", `Cannot ${doing}: the list does not end (${seen}).`, {
    remedy: "Check GITHUB_API_URL, and run it again."
  });
}

// src/adapters/gitea/user-shape.ts
var account = nullable(partOf({ id: whole(Number.MIN_SAFE_INTEGER), login: text }));
var user = (value) => {
  const found = account(value);
  if (found === null || found.id === -1) return null;
  const isPerson = found.id > 0 && !isBotName(found.login);
  return { ...found, type: isPerson ? "User" : "Bot" };
};

export {
  openGitea,
  pathOf,
  requireSame,
  otherAnswer,
  endless,
  user
};
