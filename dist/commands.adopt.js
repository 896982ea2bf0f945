import {
  audienceOfDoctor
} from "./commands.doctor.audience-of-doctor.js";
import {
  planningOptions,
  wholePlan
} from "./commands.planning-options.js";
import {
  line
} from "./report.line.js";
import {
  secretsOf
} from "./wiring.environment.js";
import {
  textFiles
} from "./adapters.text-files.js";
import {
  canVerify,
  openDecision,
  openEvidence
} from "./wiring.evidence.js";
import {
  resolutionNames,
  resolutions
} from "./model.resolution.js";
import {
  canonicalJson
} from "./model.canonical-json.js";
import {
  audienceOf
} from "./commands.audience-of.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:timers/promises?src/adapters/system-clock.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var one = (name) => all[name];
var $setTimeout = /* @__PURE__ */ one("setTimeout");

// src/adapters/system-clock.ts
var systemClock = {
  now: () => Date.now(),
  sleep: (milliseconds) => $setTimeout(milliseconds)
};

// src/commands/telling/told-document.ts
async function toldDocument({ document, tell: tell2 }, telling) {
  const asked = await tell2?.(telling);
  if (!asked || !document || !("requests" in document)) return document;
  const { site, forge } = document.requests;
  const all2 = { total: forge.total + asked.total, writes: forge.writes + asked.writes };
  return { ...document, requests: { site, forge: all2 } };
}

// src/report/audience.ts
function createDisclosure() {
  let audience = "everyone";
  const told = (value) => tell(value, audience);
  return {
    setAudience(known) {
      audience = known;
    },
    view: {
      document: (document) => told(
        "destination" in document ? {
          ...document,
          destination: accountFor(audience, document.destination),
          steps: document.steps.map((step) => namesFor(audience, step)),
          ..."tags" in document && audience !== "team" && { tags: null }
        } : document
      ),
      report: (report) => told(reportFor(audience, report)),
      preview: ({ report, isForTeam, ...more }) => told({
        ...more,
        report: reportFor(audience, report),
        isForTeam: isForTeam && audience === "team"
      }),
      findings: told,
      fault: ({ kind, code, message, remedy, place, forTeam }) => told({ kind, code, message, remedy, place, forTeam }),
      lines: told,
      text: (text) => text
    }
  };
}
function reportFor(audience, report) {
  return {
    ...accountFor(audience, report),
    steps: report.steps.map((step) => overwritesFor(audience, step)),
    people: audience === "team" ? report.people : { users: [], groups: [] },
    tags: audience === "team" ? report.tags : [],
    held: audience === "team" ? report.held : report.held.map(withoutConflicts)
  };
}
function accountFor(audience, value) {
  return audience === "team" ? value : { ...value, account: { ...value.account, name: null } };
}
function overwritesFor(audience, step) {
  if (audience === "team") return step;
  const { adopts } = step;
  return {
    ...step,
    overwrites: null,
    ...adopts && { adopts: { ...adopts, by: null, owner: null, agrees: null } }
  };
}
function namesFor(audience, step) {
  const told = overwritesFor(audience, step);
  if (audience === "team" || !told.editors) return told;
  const nameless = (named) => named.map(({ id }) => ({ id, name: null }));
  const { by, users, groups } = told.editors;
  return { ...told, editors: { by, users: nameless(users), groups: nameless(groups) } };
}
function withoutConflicts(held) {
  return { ...held, conflicts: [] };
}
function tell(value, audience) {
  if (Array.isArray(value)) return value.map((each) => tell(each, audience));
  if (typeof value !== "object" || value === null) return value;
  const { forTeam, ...members } = value;
  const told = Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, tell(member, audience)])
  );
  if (audience === "team" && forTeam) told["message"] = `${String(told["message"])} ${forTeam}`;
  return told;
}

// src/report/error-document.ts
function errorDocument(command, { code, message, remedy, place }) {
  return {
    schema: 1,
    command,
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

// src/wiring/connections.ts
function connectionsOf(environment) {
  return {
    ...textFiles(environment.cwd),
    async connect({ approvalFirst } = { approvalFirst: false }) {
      const { connect } = await import("./wiring.connect.js");
      return connect(environment, { ask: !(approvalFirst && canVerify(environment)) });
    },
    openEvidence: (context, given) => openEvidence(environment, context, given),
    openDecision: (context) => openDecision(environment, context),
    async openCheckout(options) {
      const { openCheckout } = await import("./wiring.configuration.js");
      return openCheckout(environment, options);
    },
    async openDoctorContext() {
      const { openDoctorContext } = await import("./wiring.doctor-context.js");
      return openDoctorContext(environment);
    },
    async openInit() {
      const { openInit } = await import("./wiring.init-context.js");
      return openInit(environment);
    },
    async openFleet(organisation) {
      const { openFleet } = await import("./wiring.fleet.js");
      return openFleet(environment, organisation);
    },
    async openSignIn(wish) {
      const { signInAt } = await import("./wiring.sign-in.js");
      return signInAt(environment, wish);
    },
    async openSecretFile(name) {
      const { openWholeFile } = await import("./adapters.whole-file.js");
      return openWholeFile(environment.cwd, name, { isSecret: true });
    },
    async openPage(name) {
      const [{ openWholeFile }, { createPageText }] = await Promise.all([
        import("./adapters.whole-file.js"),
        import("./adapters.log.create-sanitizer.js")
      ]);
      const file = await openWholeFile(environment.cwd, name, { isSecret: false });
      const safe = createPageText(secretsOf(environment));
      return { write: async (make) => file.write(await make(safe)) };
    },
    async openComments() {
      const { openCommentPlace } = await import("./wiring.comment-place.js");
      return openCommentPlace(environment);
    }
  };
}

// src/commands/command.ts
function defineCommand(command) {
  return command;
}
function optionValues(options, given) {
  const values = Object.entries(options).map(([name, { type, multiple }]) => {
    const absent = type === "boolean" ? false : multiple ? [] : null;
    return [name, given[name] ?? absent];
  });
  return Object.fromEntries(values);
}

// src/commands/at-site.ts
async function atSite(session, work, options) {
  var _stack = [];
  try {
    const context = __using(_stack, await session.connect(options), true);
    try {
      const result = await work(context);
      session.disclosure.setAudience(await audienceOf(context));
      return result;
    } catch (error) {
      if (!(error instanceof Fault) || error.forTeam !== null)
        session.disclosure.setAudience(await audienceOf(context).catch(() => "everyone"));
      throw error;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/commands/plan/present-plan.ts
var planFiles = {
  index: { type: "string", value: "FILE", about: "also write the plan's index to FILE" },
  markdown: {
    type: "string",
    value: "FILE",
    about: "also write to FILE what a job summary shows"
  },
  preview: {
    type: "string",
    value: "FILE",
    about: "also write a page to FILE (.html): each post as its readers will see it"
  }
};
async function presentPlan(session, options) {
  const open = async (name) => name === null ? null : session.openPage(name);
  const [page, summary] = [await open(options.preview), await open(options.markdown)];
  const { planned, preview, approval, planLines } = await atSite(session, async (context) => {
    const [{ makePlan }, { planLines: planLines2 }] = await Promise.all([
      import("./commands.plan.make-plan.js"),
      import("./report.plan-lines.js")
    ]);
    const planned2 = await makePlan(context, options);
    const preview2 = page && await planned2.preview();
    return { planned: planned2, preview: preview2, approval: context.config.approval, planLines: planLines2 };
  });
  if (options.index !== null)
    await session.writeFile(options.index, `${canonicalJson(planned.index)}
`);
  const { document, report, waited, waitedSteps, origins } = planned;
  const place = await session.approvalPlace(approval);
  if (page && preview) {
    const { previewPage } = await import("./report.preview.preview-page.js");
    const shown = session.disclosure.view.preview(preview);
    await page.write((safe) => previewPage(shown, place, safe));
  }
  if (summary) {
    const [{ planSummaryMarkdown }, { rendererFor }] = await Promise.all([
      import("./report.plan-summary.js"),
      import("./report.summary.renderer-for.js")
    ]);
    const shown = session.disclosure.view.report(report());
    const render = await rendererFor(shown);
    await summary.write((safe) => planSummaryMarkdown(shown, place, safe.line, render));
  }
  return {
    document,
    report,
    waited,
    waitedSteps,
    origins,
    place,
    lines(view) {
      const { digest } = document;
      const isNone = options.adopting && digest === null;
      return [
        ...planLines(view.report(report())),
        ...isNone ? [line("No source without a post has the title of just one post.")] : [],
        ...digest && place.ways.includes("asserted") ? [line(`Approve it with: stack-publish publish --digest ${digest}`)] : []
      ];
    },
    exitCode: options.strict && document.counts.held > 0 ? 5 : 0
  };
}

// src/commands/adopt.ts
var adopt = defineCommand({
  name: "adopt",
  summary: "link an existing post to a source; --all proposes which",
  operands: ["SOURCE", "URL"],
  alone: "all",
  options: {
    all: {
      type: "boolean",
      about: "propose for each source without a post the one with its title"
    },
    source: { type: "string", multiple: true, value: "KEY", about: "with --all: only these" },
    ...planFiles
  },
  notes: `Changes the ledger, never the post. With --all it takes no words: it looks through everybody's
posts, and what it proposes is a plan, to be approved as any other.`,
  needs: "a token, read access",
  async run(session, { operands, options, verbose }) {
    if (options.all)
      return presentPlan(session, {
        ...wholePlan,
        ...options,
        strict: false,
        verbose,
        adopting: true
      });
    const idle = ["index", "markdown", "preview"].find((name) => options[name] !== null);
    if (idle !== void 0 || options.source.length > 0)
      throw new Fault(
        "usage",
        "usage",
        `Cannot take --${idle ?? "source"}: it goes with \`adopt --all\` only.`,
        { remedy: "Run `stack-publish adopt --help`." }
      );
    const [source = "", url = ""] = operands;
    const { document, by } = await atSite(
      session,
      async (context) => {
        var _stack = [];
        try {
          const decision = __using(_stack, await session.openDecision(context), true);
          const { linkPost } = await import("./commands.adopt.link-post.js");
          const done = await decision.answered(async () => {
            const document2 = await linkPost(context, { source, url, decision });
            return { document: document2, exitCode: 0 };
          });
          return { ...done, by: decision.by };
        } catch (_) {
          var _error = _, _hasError = true;
        } finally {
          var _promise = __callDispose(_stack, _error, _hasError);
          _promise && await _promise;
        }
      },
      { approvalFirst: true }
    );
    return {
      document,
      by,
      lines(view) {
        const { post } = view.document(document);
        return [
          line(`${source} is linked to ${post?.url ?? url}.`),
          line("Plan to see whether their texts agree.")
        ];
      },
      exitCode: 0
    };
  }
});

// src/commands/check.ts
var check = defineCommand({
  name: "check",
  summary: "check the marked sources of the working tree; needs no token and no network",
  operands: [],
  options: {
    release: {
      type: "string",
      value: "TAG",
      about: "show a release's Article; `next`: what has none yet (asks the forge)"
    }
  },
  notes: "Exit code: 0, or 1 with any error.",
  needs: "the repository",
  async run(session, { options: { release } }) {
    const [checkout, { checkSources, checkRelease }, { checkLines }] = await Promise.all([
      session.openCheckout({ alone: true }),
      import("./commands.check.check-sources.js"),
      import("./report.check-report.js")
    ]);
    const checked = release === null ? await checkSources(checkout) : await checkRelease(checkout, release);
    const { document, findings, drafts, pull } = checked;
    return {
      document,
      findings,
      drafts,
      pull,
      lines: (view) => checkLines(view.document(document), view.findings(findings)),
      exitCode: document.counts.errors > 0 ? 1 : 0,
      async tell(telling) {
        const { commentOnChecked } = await import("./commands.telling.comment-on.js");
        return commentOnChecked(checked, telling);
      }
    };
  }
});

// src/commands/doctor.ts
var doctor = defineCommand({
  name: "doctor",
  summary: "try everything that can be wrong, and name the remedy; changes nothing",
  operands: [],
  options: {
    "try-write": {
      type: "boolean",
      about: "also send one write, which the site has to refuse"
    }
  },
  notes: `Looks at the programs, the checkout, the configuration, the ledger, the site and, with
GITHUB_TOKEN, at pull requests, labels and the environment on GitHub. At most 12 requests are
sent, each once. Whether a token writes only a write tells: --try-write sends an Article without
title and text.

Exit code: 0, or 1 where a check failed.`,
  needs: "what there is",
  async run(session, { options }) {
    var _stack = [];
    try {
      const [context, { examine }, { doctorLines }] = await Promise.all([
        session.openDoctorContext(),
        import("./commands.doctor.examine.js"),
        import("./report.doctor-report.js")
      ]);
      const open = __using(_stack, context, true);
      const document = await examine(open, { tryWrite: options["try-write"] });
      session.disclosure.setAudience(await audienceOfDoctor(open).catch(() => "everyone"));
      return {
        document,
        lines: (view) => doctorLines(view.document(document)),
        exitCode: document.checks.some(({ state }) => state === "failed") ? 1 : 0
      };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
});

// src/commands/plan.ts
var plan = defineCommand({
  name: "plan",
  summary: "show what would be published, with the digest to approve",
  operands: [],
  options: {
    ...planningOptions,
    ...planFiles,
    strict: { type: "boolean", about: "exit 5 where something is held" }
  },
  notes: "Exit code: 0; 5 with --strict where something is held; 1 failed; 2 usage.",
  needs: "a token, read access",
  async run(session, { options, verbose }) {
    const planned = await presentPlan(session, { ...options, verbose });
    return {
      ...planned,
      async tell(telling) {
        const { commentOnPlanned } = await import("./commands.telling.comment-on.js");
        return commentOnPlanned(planned, telling);
      }
    };
  }
});

// src/commands/publish.ts
var publish = defineCommand({
  name: "publish",
  summary: "carry out what was approved, and nothing else",
  operands: [],
  options: {
    ...planningOptions,
    digest: {
      type: "string",
      value: "DIGEST",
      about: "the approved plan, as sha256:… (64 hexadecimal digits)"
    },
    except: {
      type: "string",
      multiple: true,
      value: "KEY",
      about: "leave the approved step of this source undone"
    },
    index: {
      type: "string",
      value: "FILE",
      about: "the approved plan's index, where the ledger does not hold it"
    }
  },
  notes: `Exit code: 0 done; 3 not approved, or all refused or held; 4 some failed;
5 some held or refused; 1 failed; 2 usage.`,
  needs: "a token, write access",
  async run(session, { options }) {
    const { digest } = options;
    const index = options.index === null ? null : await (await import("./commands.publish.read-index.js")).readIndex(session, options.index);
    const published = async (context) => {
      var _stack = [];
      try {
        const evidence = __using(_stack, await session.openEvidence(context, {
          digest,
          index,
          file: options.index
        }), true);
        const [{ publishApproved }, { planLines }, { planQuestion }, { publishLines }] = await Promise.all([
          import("./commands.publish.publish-approved.js"),
          import("./report.plan-lines.js"),
          import("./report.plan-report.js"),
          import("./report.publish-report.js")
        ]);
        const { ask } = session;
        const { document, origins, exitCode } = await evidence.answered(
          () => publishApproved(context, {
            ...options,
            digest: digest ?? evidence.digest,
            index,
            evidence,
            ask: ask && (async (report) => {
              session.disclosure.setAudience(await audienceOf(context));
              let question = "";
              session.print((view) => {
                question = planQuestion(view.report(report));
                return planLines(view.report(report));
              });
              return ask(question);
            })
          })
        );
        return {
          document,
          origins,
          lines: (view) => publishLines(view.document(document)),
          exitCode,
          async tell(telling) {
            const { commentOnPublished } = await import("./commands.telling.comment-on.js");
            return commentOnPublished({ document, origins }, telling);
          }
        };
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    };
    return atSite(session, published, { approvalFirst: true });
  }
});

// src/commands/resolve.ts
var resolve = defineCommand({
  name: "resolve",
  summary: "end a hold",
  operands: ["SOURCE", resolutionNames.join("|")],
  options: {},
  notes: resolutionNames.map((name) => `  ${name.padEnd(10)} ${resolutions[name].about}`).join("\n"),
  needs: "a token, read access",
  async run(session, { operands }) {
    const [source = "", wanted = ""] = operands;
    const resolution = resolutionNames.find((known) => known === wanted);
    if (!resolution)
      throw new Fault(
        "usage",
        "usage",
        `Cannot resolve by ${JSON.stringify(wanted)}, expected one of ${resolutionNames.join(", ")}.`,
        { remedy: "Run `stack-publish resolve --help`." }
      );
    const { document, by } = await atSite(
      session,
      async (context) => {
        var _stack = [];
        try {
          const decision = __using(_stack, await session.openDecision(context), true);
          const { endHold } = await import("./commands.resolve.end-hold.js");
          const done = await decision.answered(async () => {
            const document2 = await endHold(context, { source, resolution, decision });
            return { document: document2, exitCode: 0 };
          });
          return { ...done, by: decision.by };
        } catch (_) {
          var _error = _, _hasError = true;
        } finally {
          var _promise = __callDispose(_stack, _error, _hasError);
          _promise && await _promise;
        }
      },
      { approvalFirst: true }
    );
    return {
      document,
      by,
      lines: () => [
        line(`${source} is resolved by ${resolution}.`),
        line(
          resolutions[resolution].needsApproval ? "The next plan has a step for it, to be approved." : "Nothing is left to approve for it."
        )
      ],
      exitCode: 0
    };
  }
});

// src/commands/status.ts
var status = defineCommand({
  name: "status",
  summary: "show each source, its post, and whether they agree",
  operands: [],
  options: {
    full: { type: "boolean", about: "read every post" },
    approvals: { type: "boolean", about: "tell whose approval each post's text rests on" }
  },
  notes: "",
  needs: "a token, read access",
  async run(session, { options }) {
    return atSite(session, async (context) => {
      const [{ sourceStates }, { statusLines }] = await Promise.all([
        import("./commands.status.source-states.js"),
        import("./report.status-report.js")
      ]);
      const document = await sourceStates(context, options);
      return { document, lines: (view) => statusLines(view.document(document)), exitCode: 0 };
    });
  }
});

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
  function set(next) {
    if (next === text) return;
    hide();
    text = next;
    show();
  }
  return { set, hide, show };
}

// src/adapters/log/track-progress.ts
var unnoticed = 500;
var betweenDraws = 100;
var leastMeasured = 2e3;
var betweenLines = 1e4;
function trackProgress({ now, draw, write }) {
  let began = 0;
  let phase = null;
  let state = null;
  let told = 0;
  let drawn = -Infinity;
  let timer = null;
  const show = () => {
    timer = null;
    drawn = now();
    if (state && phase) draw?.(progressText(state, drawn - phase.began));
  };
  return (next) => {
    const at = now();
    state = next;
    if (next === null) {
      if (timer) clearTimeout(timer);
      timer = phase = null;
      draw?.(null);
      return;
    }
    if (phase === null) began = told = at;
    if (phase?.label !== next.label) phase = { label: next.label, began: at };
    if (draw) {
      const wait = Math.max(began + unnoticed, drawn + betweenDraws) - at;
      if (wait <= 0) show();
      else timer ??= setTimeout(show, wait).unref();
    } else if (!next.writing && at - told >= betweenLines) {
      told = at;
      write(progressText(next, at - phase.began));
    }
  };
}
function progressText({ label, done, total }, elapsed) {
  if (total === null) return done > 0 ? `${label}: ${done}` : label;
  const isMeasured = elapsed >= leastMeasured && done > 0 && done < total;
  const left = isMeasured ? `, about ${timeText(elapsed / done * (total - done))} left` : "";
  return `${label}: ${done} of ${total}${left}`;
}
function timeText(ms) {
  const seconds = ms / 1e3;
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}

// src/adapters/log/create-log.ts
function createLog(options) {
  const line2 = options.progress === void 0 ? null : createProgressLine(options.progress);
  const { sanitize, now = () => performance.now() } = options;
  const track = trackProgress({
    now,
    draw: line2 && ((text) => line2.set(text === null ? null : sanitize(text))),
    write: (text) => write("", text)
  });
  function write(prefix, text) {
    line2?.hide();
    options.write(options.sanitize(prefix + text));
    line2?.show();
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
      if (options.level !== "quiet") track(state);
    }
  };
}

export {
  systemClock,
  toldDocument,
  createDisclosure,
  errorDocument,
  connectionsOf,
  defineCommand,
  optionValues,
  adopt,
  check,
  doctor,
  plan,
  publish,
  resolve,
  status,
  createLog
};
