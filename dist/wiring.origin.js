import {
  gitHubToken
} from "./wiring.forge.shared.js";
import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  settingsFor
} from "./adapters.git.git-environment.js";

// src/adapters/git/remote-access.ts
function remoteAccess(options) {
  const { addresses, token } = options;
  const server = URL.parse(options.server);
  const secure = server?.protocol === "https:" || isLoopback(server?.hostname ?? "");
  const ofForge = addresses.every((address) => URL.parse(address)?.origin === server?.origin);
  const local = addresses.every((address) => folder.test(address));
  if (!token || !server || !secure || !ofForge || addresses.length === 0) return { env: {}, local };
  const key = `http.${server.origin}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const env = {
    GIT_ALLOW_PROTOCOL: server.protocol.slice(0, -1),
    ...settingsFor([
      // An empty value clears what the checkout may have left: two headers are refused by the forge.
      [key, ""],
      [key, `AUTHORIZATION: basic ${basic}`],
      ["credential.helper", ""]
    ])
  };
  return { env, local };
}
var folder = /^(?:file:|[a-z]:[\\/]|[^:]*(?:\/|$))/i;

// src/wiring/origin.ts
async function originOf(environment, repository, addresses) {
  const token = gitHubToken(environment) ?? void 0;
  const access = remoteAccess({ addresses, server: environment.github.serverUrl, token });
  const sshCommand = await repository.sshCommand();
  return { root: repository.root, name: "origin", ...access, sshCommand };
}

export {
  originOf
};
