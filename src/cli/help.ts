import type { CommandName } from './arguments.ts';

const shared = `
  --config FILE      the configuration (default: .github/stack-publish.yml)
  --cwd DIR          the checkout to work in (default: here)
  --json             one JSON document on stdout, nothing else
  --quiet            no progress and no notes on stderr, only errors
  --verbose          tell more
  --help, --version`;

const planning = `
  --source KEY…      only these sources
  --full             read every post
  --recompose        compose every source anew, also those that did not change`;

const about: Record<CommandName, { readonly does: string; readonly usage: string }> = {
  check: {
    does: 'check the marked sources of the working tree; needs no token and no network',
    usage: `Exit code: 0, or 1 with any error.`,
  },
  plan: {
    does: 'show what would be published, with the digest to approve',
    usage: `${planning.slice(1)}
  --index FILE       also write the plan's index to FILE
  --strict           exit 5 where something is held

Exit code: 0; 5 with --strict where something is held; 1 failed; 2 usage.`,
  },
  publish: {
    does: 'carry out what was approved, and nothing else',
    usage: `${planning.slice(1)}
  --digest DIGEST    the approved plan, as sha256:… (64 hexadecimal digits)
  --index FILE       the approved plan's index, where the ledger does not hold it

Exit code: 0 done; 3 not approved, or all refused or held; 4 some failed;
5 some held or refused; 1 failed; 2 usage.`,
  },
  status: {
    does: 'show each source, its post, and whether they agree',
    usage: `  --full             read every post`,
  },
  adopt: {
    does: 'link an existing post to a source: adopt SOURCE URL',
    usage: `Changes the ledger, never the post.`,
  },
  resolve: {
    does: 'end a hold: resolve SOURCE source|site|recreate|forget',
    usage: `  source     take what the source says (a step to approve)
  site       keep what the site has
  recreate   post it again (a step to approve)
  forget     leave the source alone from now on`,
  },
  doctor: {
    does: 'try everything that can be wrong, and name the remedy; writes nothing',
    usage: `Looks at the programs, the checkout, the configuration, the ledger, the site and, with
GITHUB_TOKEN, at the environment on GitHub.

Exit code: 0, or 1 where a check failed.`,
  },
  sandbox: {
    does: 'run a local Stack Internal to try things on',
    usage: `  --port N           the port (default: any free one)
  --data FILE        keep the state in FILE (default: in memory)
  --tier TIER        business (default)
  --team SLUG        the team's slug
  --switch NAME=VALUE…  how the site behaves; its control page lists them
  --fault JSON…      a fault to begin with; its control page tells how`,
  },
  demo: {
    does: 'tell the whole story on a sandbox, by itself',
    usage: `  --keep             leave the sandbox running`,
  },
};

/** The text of `--help`, for all commands or for one. */
export function helpText(command: CommandName | null): string {
  if (command === null)
    return `stack-publish publishes curated docs from a repository to Stack Internal,
only after somebody approved exactly what will be posted.

Usage: stack-publish <command> [flags]

${Object.entries(about)
  .map(([name, { does }]) => `  ${name.padEnd(9)} ${does}`)
  .join('\n')}

Flags of all commands:${shared}

Environment:
  STACK_ACCESS_TOKEN   the token of Stack Internal
  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS, NO_COLOR
`;
  const { does, usage } = about[command];
  return `stack-publish ${command}: ${does}

${usage}

Flags of all commands:${shared}
`;
}
