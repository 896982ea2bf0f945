import type { Command, CommandOptions } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { plainOptions, sharedOptions } from './shared-options.ts';

const plain = Object.keys(plainOptions).map((name) => `--${name}`);
const shared = [...optionLines(sharedOptions), `  ${plain.join(', ')}`].join('\n');

/** The text of `--help`, for all commands or for one. */
export function helpText(command: Command | null): string {
  if (command === null)
    return `stack-publish publishes curated docs from a repository to Stack Internal,
only after somebody approved exactly what will be posted.

Usage: stack-publish <command> [flags]

${commands.map((each) => `  ${each.name.padEnd(9)} ${summaryOf(each)}`).join('\n')}

Flags of all commands:
${shared}

Environment:
  STACK_ACCESS_TOKEN   the token of Stack Internal
  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS, NO_COLOR
`;
  const parts = [
    `stack-publish ${command.name}: ${summaryOf(command)}`,
    optionLines(command.options).join('\n'),
    command.notes,
    `Flags of all commands:\n${shared}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What a command does, with the words that it takes. */
function summaryOf({ name, summary, operands }: Command): string {
  return operands.length === 0 ? summary : `${summary}: ${[name, ...operands].join(' ')}`;
}

function optionLines(options: CommandOptions): string[] {
  return Object.entries(options).map(([name, { value, multiple, about }]) => {
    const taken = value === undefined ? '' : ` ${value}${multiple ? '…' : ''}`;
    return `  ${`--${name}${taken}`.padEnd(17)}  ${about}`;
  });
}
