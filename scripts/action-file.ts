import { stringify } from 'yaml';
import { inputs, outputs } from '../src/action/surface.ts';
import { markdownTable } from './markdown-table.ts';

/** `action.yml`, by which GitHub knows the Action. */
export function actionFile(): string {
  const action = {
    name: 'stack-publish',
    description:
      'Publish curated docs and notes to Stack Internal, only after a maintainer approved exactly what will be posted.',
    branding: { icon: 'send', color: 'orange' },
    inputs,
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, description]) => [name, { description }]),
    ),
    runs: { using: 'node24', main: 'dist/action.js' },
  };
  const head = '# Made by `npm run generate` from src/action/surface.ts. Change it there.\n';
  return head + stringify(action, { lineWidth: 0, singleQuote: true });
}

/** The tables of inputs and outputs, in Markdown as the formatter leaves it. */
export function actionTables(): string {
  const given = Object.entries(inputs).map(([name, { description, default: preset }]) => [
    `\`${name}\``,
    preset === '' ? description : `${description} Default: \`${preset}\`.`,
  ]);
  const told = Object.entries(outputs).map(([name, about]) => [`\`${name}\``, about]);
  return `${markdownTable(['Input', 'What it is for'], given)}\n${markdownTable(['Output', 'What it says'], told)}`;
}
