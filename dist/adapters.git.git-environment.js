// src/adapters/git/git-environment.ts
var passed = new RegExp(
  `^(?:${[
    // The system's own, on Windows too.
    "PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ|TMPDIR|TMP|TEMP|LANG|LANGUAGE|LD_LIBRARY_PATH|XDG_\\w+",
    "USERPROFILE|USERNAME|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(?:\\(X86\\))?",
    "SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT",
    // Keys and passwords that agents keep, and the way to a server.
    "SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_SSH|GIT_SSH_COMMAND|GIT_SSH_VARIANT",
    "DBUS_SESSION_BUS_ADDRESS|GNUPGHOME|KRB5CCNAME|KRB5_CONFIG",
    "(?:HTTPS?|ALL|NO)_PROXY|GIT_HTTP_PROXY_AUTHMETHOD",
    "(?:NIX_)?SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|GIT_SSL_(?:CAINFO|CAPATH|CERT|KEY)",
    "GIT_PROXY_SSL_(?:CAINFO|CERT|KEY)",
    // Where git and its settings are.
    "GIT_EXEC_PATH|GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|(?:KEY|VALUE)_\\d+)",
    "GIT_CEILING_DIRECTORIES|GIT_DISCOVERY_ACROSS_FILESYSTEM"
  ].join("|")})$`,
  "i"
);
function gitEnvironment(extra = {}) {
  const own = Object.entries(process.env).filter(([name]) => passed.test(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // Empty, not absent: an absent one falls back on other programs that ask.
    GIT_ASKPASS: "",
    SSH_ASKPASS_REQUIRE: "never",
    GCM_INTERACTIVE: "never",
    // In a partial clone git fetches what it is asked to read. The ways that start any program are shut.
    GIT_ALLOW_PROTOCOL: "https:http:ssh",
    ...extra,
    ...addedSettings(extra)
  };
}
function settingsFor(settings) {
  return Object.fromEntries([
    ["GIT_CONFIG_COUNT", String(settings.length)],
    ...settings.flatMap(([key, value], each) => [
      [`GIT_CONFIG_KEY_${each}`, key],
      [`GIT_CONFIG_VALUE_${each}`, value]
    ])
  ]);
}
function withSettings(env, settings) {
  const all = [...settings, ...listed(env)];
  return all.length === 0 ? env : { ...env, ...settingsFor(all) };
}
function addedSettings(extra) {
  const added = listed(extra);
  return added.length === 0 ? {} : settingsFor([...listed(process.env), ...added]);
}
function listed(from) {
  return Array.from({ length: Number(from["GIT_CONFIG_COUNT"] ?? 0) }, (_, each) => {
    const [key = "", value = ""] = ["KEY", "VALUE"].map(
      (part) => from[`GIT_CONFIG_${part}_${each}`]
    );
    return [key, value];
  });
}

export {
  gitEnvironment,
  settingsFor,
  withSettings
};
