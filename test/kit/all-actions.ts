import { createCheckout } from './checkout.ts';
import { commandsOf } from './commands-of.ts';
import { configFor } from './config-for.ts';
import { page } from './page.ts';
import { testSandbox } from './test-sandbox.ts';

const lines = (...texts: string[]) => texts.map((text) => `${text}\n\n`).join('');
/** No two pages may say the same. */
const long = (what: string) =>
  lines(
    `## To ${what} the first`,
    'One.',
    `## To ${what} the second of them`,
    'Two.',
    `## At last, to ${what} the third`,
    'Three.',
  );

/** A picture that a browser can show: red, of four pixels. */
export const redPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);

/** What stands on the site alone: whatever shows it, shows a text of the site. */
export const planted = 'Planted-by-a-colleague';

/**
 * A checkout whose next plan has a step of each action, and a held source. `visibility` says who may
 * read what is told of it.
 */
export async function allActions(visibility: 'private' | 'public') {
  const sandbox = await testSandbox();
  const configured = (more: string) => configFor(sandbox, more);
  const config = '.github/stack-publish.yml';
  const checkout = await createCheckout({
    'docs/update.md': page('How to update the things', long('update')),
    'docs/merge.md': page('How to merge the things', long('merge')),
    'docs/overwrite.md': page('How to overwrite the things', long('overwrite')),
    'docs/held.md': page('How to hold the things', long('hold')),
    'docs/adopt.md': page('How to adopt the things', lines('Nothing of it is written.')),
    [config]: configured('visibility: private'),
  });
  const commands = commandsOf(checkout, sandbox);
  const first = await commands.publishAll();
  if (first.code !== 0) throw new Error(first.stdout);
  const ids = new Map(
    (await sandbox.site.posts()).map((post) => ['title' in post ? post.title : '', post.id]),
  );
  const edit = (what: string, change: (body: string) => string) =>
    sandbox.site.edit(ids.get(`How to ${what} the things`) ?? 0, {
      body: change(long(what)),
      by: 'colleague',
    });
  await edit('merge', (body) => body.replace('Three.', `Three. ${planted}`));
  await edit('overwrite', (body) => body.replace('Two.', `Two. ${planted}`));
  await edit('hold', (body) => body.replace('One.', `One. ${planted}`));
  await checkout.git('mv', 'docs/adopt.md', 'docs/renamed.md');
  await checkout.write({
    'docs/update.md': page(
      'How to update the things',
      long('update').replace('One.', 'One, *changed*.'),
    ),
    'docs/merge.md': page(
      'How to merge the things',
      long('merge').replace('One.', 'One, changed.'),
    ),
    'docs/overwrite.md': page(
      'How to overwrite the things',
      long('overwrite').replace('Two.', 'Number two.'),
    ),
    'docs/held.md': page('How to hold the things', long('hold').replace('One.', 'Another one.')),
    'docs/create.md': page(
      'How to create the things',
      '# A heading\n\n![A red square](../img/red.png)\n\nSee [the questions](faq.md#who-may-create-it-all).\n',
    ),
    'docs/faq.md':
      '---\nstack: faq\ntags: [docs]\n---\n\n## Who may create it all?\n\nThe *team*, and [they](create.md).\n',
    'img/red.png': redPicture,
  });
  await checkout.commit();
  await commands.plan();
  await checkout.cli(['resolve', 'docs/overwrite.md', 'source'], commands.variables);
  await checkout.write({ [config]: configured(`visibility: ${visibility}`) });
  await checkout.commit();
  return { sandbox, checkout, ...commands };
}
