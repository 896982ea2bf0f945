import { createHash } from 'node:crypto';
import { decode } from 'he';
import { counted } from '../model/counted.ts';
import type { PostContent } from '../model/post.ts';
import { planParts, planSummary, type PlanReport } from './plan-report.ts';
import type { Line } from './line.ts';
import { shownText } from '../model/shown-text.ts';
import { inTag, linkTarget } from './markdown.ts';
import { previewStyle } from './preview-style.ts';
import type { Shown } from './shown.ts';

type Step = Shown<PlanReport>['steps'][number];

/** Makes Markdown what the site shows of it, as HTML in which nothing runs. */
type Render = (markdown: string) => string;

/**
 * A plan as one page that needs no script and no network: each post as readers will see it, beside what
 * is there now, with every byte that would be sent. The page's own policy forbids whatever a text might
 * still want to do.
 */
export function previewPage(report: Shown<PlanReport>, render: Render): string {
  const { target, steps, beside, end } = planParts(report);
  const hash = createHash('sha256').update(previewStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = `Plan for Stack Internal: ${planSummary(report)}`;
  const open = report.steps.length <= 3 ? ' open' : '';
  const contents = report.steps.map(
    (step, n) => `<li><a href="#step-${n + 1}">${step.action} ${code(step.source)}</a></li>`,
  );
  const parts = report.steps.map((step, n) =>
    stepPart(step, n + 1, open, steps[n]?.lines ?? [], render),
  );
  const remarks = [...beside.flat(), ...end];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${shown(title)}</title>
<style>${previewStyle}</style>
</head>
<body>
<header>
<h1>Plan for Stack Internal</h1>
<p>${shown(planSummary(report))}.</p>
<p>${shown(target.text)}${commitPart(report)}</p>
${report.digest ? `<p>The digest to approve: <code class="digest">${report.digest}</code></p>` : ''}
</header>
<nav aria-label="Steps"><ol>${contents.join('\n')}</ol></nav>
<main>
${parts.join('\n')}
<section aria-labelledby="remarks"><h2 id="remarks">What stands beside them</h2>
<pre tabindex="0">${remarks.map(lineOf).join('\n')}</pre></section>
</main>
</body>
</html>
`;
}

function commitPart({ commit }: Shown<PlanReport>): string {
  if (!commit) return '';
  const id = `<code>${inTag(commit.id.slice(0, 12))}</code>`;
  return `, made from commit ${link(commit.page, id)}`;
}

function stepPart(
  step: Step,
  n: number,
  open: string,
  lines: readonly Line[],
  render: Render,
): string {
  const { action, source, url, page, before, after } = step;
  const known = before !== null && action !== 'create';
  const sides = known
    ? [side('Now', before, render), side('As it will be', after, render)]
    : [side('As readers will see it', after, render)];
  const id = `step-${n}`;
  return `<article aria-labelledby="${id}">
<h2 id="${id}"><span class="action">${action}</span> ${shown(after.title)}</h2>
<p>From ${link(page ?? null, code(source))}${url ? `, to ${link(url, 'its post')}` : ', to a new post'}. ${shown(about(after))}</p>
<details${open}><summary>As readers see it</summary><div class="sides">${sides.join('')}</div></details>
<details${open}><summary>Every byte that would be sent</summary><pre tabindex="0">${lines.map(lineOf).join('\n')}</pre></details>
</article>`;
}

function about(content: PostContent): string {
  const tags = `${counted(content.tags.length, 'tag')}: ${content.tags.join(', ')}`;
  return content.kind === 'article'
    ? `An Article (${content.type}), ${tags}.`
    : `A question, ${tags}.`;
}

function side(name: string, content: PostContent, render: Render): string {
  const answer =
    content.kind === 'question'
      ? `<h4 class="part">Accepted answer</h4>${rendered(content.answer, render)}`
      : '';
  return `<section class="side"><h3>${name}</h3><div class="post">${rendered(content.body, render)}${answer}</div></section>`;
}

/** What nobody may fetch is named; headings of a post stand below those of the page. */
function rendered(markdown: string, render: Render): string {
  return render(markdown)
    .replace(/<img(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>/g, imageText)
    .replace(
      /<(\/?)h([1-6])(?=[\s>])/g,
      (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 3)}`,
    );
}

function imageText(tag: string): string {
  const [alt, src] = ['alt', 'src'].map((name) =>
    decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''),
  );
  return `<span class="image">image: ${shown([alt, src].filter(Boolean).join(', '))}</span>`;
}

function lineOf({ text, tone }: Line): string {
  return tone === 'plain' ? shown(text) : `<span class="${tone}">${shown(text)}</span>`;
}

/** A text with what nobody sees in it shown, as HTML. */
function shown(text: string): string {
  return inTag(shownText(text));
}

function code(text: string): string {
  return `<code>${shown(text)}</code>`;
}

function link(address: string | null, shown: string): string {
  const to = address === null ? null : linkTarget(address);
  return to === null
    ? shown
    : `<a href="${inTag(to).replaceAll('"', '&quot;')}" rel="noopener noreferrer">${shown}</a>`;
}
