import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";

// src/report/error-document.ts
function errorDocument(command2, { code, message, remedy, place }) {
  return {
    schema: 1,
    command: command2,
    error: {
      code,
      message,
      remedy,
      file: place?.file ?? null,
      line: place?.line ?? null,
      column: place?.column ?? null
    }
  };
}

// builtin-import:node:timers/promises?src/adapters/system-clock.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var one = (name) => all[name];
var $setTimeout = /* @__PURE__ */ one("setTimeout");

// src/adapters/system-clock.ts
var systemClock = {
  now: () => Date.now(),
  sleep: async (milliseconds) => {
    await $setTimeout(milliseconds);
  }
};

// src/adapters/log/progress-line.ts
function createProgressLine(output) {
  let text = null;
  let drawn = 0;
  function hide() {
    if (drawn === 0) return;
    output.write(output.color ? "\r\x1B[2K" : `\r${" ".repeat(drawn)}\r`);
    drawn = 0;
  }
  function show() {
    if (text === null) return;
    const shown = Array.from(text).slice(0, Math.max(0, output.columns - 1));
    if (shown.length === 0) return;
    output.write(output.color ? `\x1B[2m${shown.join("")}\x1B[22m` : shown.join(""));
    drawn = shown.length;
  }
  return {
    set(next) {
      if (next === text) return;
      hide();
      text = next;
      show();
    },
    hide,
    show
  };
}

// src/adapters/log/create-log.ts
function createLog(options) {
  const line = options.progress === void 0 ? null : createProgressLine(options.progress);
  function write(prefix, text) {
    line?.hide();
    options.write(options.sanitize(prefix + text));
    line?.show();
  }
  return {
    debug(text) {
      if (options.level === "verbose") write("debug: ", text);
    },
    info(text) {
      if (options.level !== "quiet") write("", text);
    },
    warn(text) {
      write("warning: ", text);
    },
    error(text) {
      write("error: ", text);
    },
    progress(state) {
      if (line === null || options.level === "quiet") return;
      line.set(
        state === null ? null : `${options.sanitize(state.label)} ${String(state.done)}/${String(state.total)}`
      );
    }
  };
}

// src/adapters/log/safe-line.ts
var hidden = /[\p{Cc}\p{Cs}\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
var named = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
var skipped = String.raw`[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]*`;
var command = new RegExp(
  String.raw`^((?:[\s\p{Z}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}])*:${skipped}):`,
  "u"
);
var oldCommand = new RegExp(`(#${skipped}#${skipped})\\[`, "gu");
function safeLine(text) {
  return text.replace(hidden, visible).replace(oldCommand, "$1\\[").replace(command, "$1\\:");
}
function visible(char) {
  return named[char] ?? `\\u{${char.codePointAt(0)?.toString(16) ?? ""}}`;
}

// src/adapters/log/create-sanitizer.ts
function createSanitizer(secrets) {
  const mask = maskSecrets(secrets);
  return (text) => mask(safeLine(mask(text)));
}

export {
  errorDocument,
  systemClock,
  safeLine,
  createLog,
  createSanitizer
};
