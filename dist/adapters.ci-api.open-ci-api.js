import {
  defaultBranchOf,
  ledgerRemote,
  requireDefaultBranch
} from "./adapters.ledger.branch.ledger-remote.js";
import {
  forgePolicy
} from "./adapters.http.forge-policy.js";
import {
  originOf
} from "./wiring.origin.js";
import {
  isSameRepository
} from "./wiring.ci.gitlab-place.js";
import {
  refused
} from "./approval.policy.js";
import {
  Misfit
} from "./adapters.shape.js";
import {
  createHttp
} from "./adapters.http.create-http.js";
import {
  HttpFailure,
  certificateRemedy
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
import {
  Fault
} from "./model.error.js";

// src/wiring/ci/run-of-checkout.ts
async function requireRunOfCheckout(environment, { config, repository }, { word, ...run }) {
  if (!isSameRepository(run.repository, await repository.remote("origin")))
    throw refused(
      "approval-missing",
      `the ${word} is of another repository than the remote \`origin\``,
      "Publish from the pipeline of this repository, and leave `origin` as the agent cloned it."
    );
  if (run.commit !== repository.commit)
    throw refused(
      "approval-missing",
      `the ${word} is for ${JSON.stringify(run.commit.slice(0, 40))}, and ${repository.commit} is checked out`,
      `Check out the commit of the ${word}; where one is started by hand, with a whole commit.`
    );
  if (run.isOfPullRequest || !run.ref.startsWith("refs/heads/"))
    throw new Fault(
      "usage",
      "not-default-branch",
      `Cannot run here: the ${word} is for a pull request or a tag, expected one for the default branch.`,
      { remedy: "Run the command `check` there, and publish for the default branch." }
    );
  if ("file" in config.ledger) return;
  const origin = await originOf(environment, repository, await repository.routes("origin"));
  const head = await defaultBranchOf(ledgerRemote(origin, config.ledger.branch, repository.commit));
  const { root } = repository;
  await requireDefaultBranch({ root, head, here: run.ref });
  await requireDefaultBranch({ root, head, here: null });
}

// src/adapters/ci-api/api-fault.ts
var doing = "Cannot look for the approval";
function statusFault(status, words, api) {
  const { name } = api;
  const seen = words === "" ? `status ${status}` : `status ${status}: ${words}`;
  if (status === 401 || status === 203)
    return refusedFault(`${doing}: ${name} does not accept the token (${seen}).`, api.token);
  if (status === 403 || status === 404)
    return refusedFault(`${doing}: ${name} does not show it to this token (${seen}).`, api.needs);
  if (status === 429)
    return refusedFault(
      `${doing}: ${name} takes no more requests for now (${seen}).`,
      "Run it again later."
    );
  if (status >= 500)
    return new Fault("forge", "forge-unreachable", `${doing}: ${name} failed (${seen}).`, {
      remedy: "Run it again later.",
      outcome: "unknown"
    });
  if (status >= 300 && status < 400)
    return refusedFault(
      `${doing}: ${name} answers with a redirect, which is not followed.`,
      "Look at what a proxy may answer in between."
    );
  return refusedFault(
    `${doing}: ${name} refuses the request (${seen}).`,
    "Report this, with the command that was run."
  );
}
function answerFault(seen) {
  return new Fault("forge", "forge-unreachable", `${doing}: ${seen}.`, {
    remedy: "Look at what a proxy may answer in between."
  });
}
function failureFault(failure, host) {
  const message = `${doing}: cannot reach ${host} (${failure.code}: ${failure.message}).`;
  const remedy = failure.certificate ? certificateRemedy : "Check the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.";
  return new Fault("forge", "forge-unreachable", message, { remedy, cause: failure });
}
function refusedFault(message, remedy) {
  return new Fault("forge", "forge-refused", message, { remedy });
}

// src/adapters/ci-api/open-ci-api.ts
var longestAnswer = 16e6;
function openCiApi(api, { token, ...connection }) {
  const http = createHttp({
    ...connection,
    policy: forgePolicy(api.name),
    maxBytes: longestAnswer
  });
  async function ask(path) {
    try {
      const headers = { authorization: `Bearer ${token}` };
      return await http.send({ method: "GET", path, headers });
    } catch (error) {
      if (error instanceof HttpFailure) throw failureFault(error, new URL(http.base).host);
      throw error;
    }
  }
  return {
    async get(path, shape) {
      const { status, body } = await ask(path);
      const answer = jsonOf(body.toString("utf8"));
      const words = isObject(answer) ? answer["message"] : void 0;
      if (status !== 200)
        throw statusFault(status, typeof words === "string" ? words.slice(0, 200) : "", api);
      if (answer === void 0)
        throw answerFault(`expected JSON of ${api.name}'s API, got something else`);
      try {
        return shape(answer);
      } catch (error) {
        if (!(error instanceof Misfit)) throw error;
        const at = error.place === "" ? "" : ` at ${error.place}`;
        throw answerFault(
          `expected ${error.expected}${at} in ${api.name}'s answer, got ${error.seen}`
        );
      }
    },
    get requests() {
      return http.requests;
    },
    close: () => http.close()
  };
}
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

export {
  answerFault,
  openCiApi,
  requireRunOfCheckout
};
