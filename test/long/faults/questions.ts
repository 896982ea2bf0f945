import type { StoredAnswer } from '../../../sandbox/index.ts';
import { repeated, type Scenario } from './scenario.ts';
import { stepsOfQuestionWrite } from './steps-of-question-write.ts';

const file = 'docs/faq.md';
const filler =
  'It runs in every region.\n\n```sh\nservicectl status gateway --format "a & b <c>"\n```\n\nWe look for the steps, in order.';

interface Asked {
  readonly title: string;
  /** Empty: the heading is all that the file says of the question. */
  readonly body: string;
  /** To the byte, as it is to be sent. */
  readonly answer: string;
}

const published: Asked = {
  title: 'How do I restart the gateway?',
  body: `The gateway hangs after a deployment.\n\n${filler}`,
  answer: 'Drain it, then run `servicectl restart gateway`.\n',
};
const changed: Asked = {
  ...published,
  body: `The gateway hangs, or answers slowly.\n\n${filler}`,
  answer:
    'Drain it for a minute, then run `servicectl restart gateway && servicectl check <region>`.\n',
};
const added: Asked = {
  title: 'Who may restart it at night?',
  body: '',
  answer: 'Whoever is on call, with a second pair of eyes.\n',
};

/** By source key. */
const newest: Readonly<Record<string, Asked>> = {
  [`${file}#how-do-i-restart-the-gateway`]: changed,
  [`${file}#who-may-restart-it-at-night`]: added,
};

function fileOf(questions: readonly Asked[]): string {
  const sections = questions.map(({ title, body, answer }) =>
    [`## ${title}`, ...(body === '' ? [] : [body, '### Answer']), answer.trim()].join('\n\n'),
  );
  return `---\nstack: faq\n---\n\n${sections.join('\n\n')}\n`;
}

/** A FAQ with a new question, and one that changed here, with its answer, and on the site. */
export const questions: Scenario = {
  name: 'questions',
  // A site that refuses a second question would hide that it was sent.
  switches: { duplicateQuestions: 'accepted' },
  files: { [file]: { before: fileOf([published]), after: fileOf([changed, added]) } },
  titles: Object.fromEntries(Object.entries(newest).map(([key, { title }]) => [key, title])),
  edited: `${file}#how-do-i-restart-the-gateway`,
  laterEdited: `${file}#how-do-i-restart-the-gateway`,
  restingRequests: 4,
  look(all, account) {
    const alive = all.filter(({ deleted }) => deleted === null);
    const posts = alive.filter((post) => post.kind === 'question');
    const answers = alive.filter((post) => post.kind === 'answer');
    const answered = answers
      .filter(({ owner }) => owner === account)
      .map(({ question }) => `answers to question ${question}`);
    const showsWhole = (source: string, { title, body, accepted }: (typeof posts)[number]) => {
      const asked = newest[source];
      if (asked?.title !== title) return false;
      const isNewest = ({ id, ...answer }: StoredAnswer) =>
        id === accepted && answer.body === asked.answer;
      return (
        body.includes((asked.body || title).split('\n', 1)[0] ?? title) && answers.some(isNewest)
      );
    };
    return {
      posts,
      duplicates: [...repeated(posts.map(({ title }) => title)), ...repeated(answered)],
      shows: (source) => posts.some((post) => showsWhole(source, post)),
      agrees(source, { post, title, complete }) {
        const found = posts.find(({ id }) => id === post?.id);
        return (
          complete &&
          found?.title === title &&
          found.accepted === post?.answer &&
          showsWhole(source, found)
        );
      },
    };
  },
  stepsOf: (write, known) =>
    stepsOfQuestionWrite(write, known, (title) => {
      const found = Object.entries(newest).find(([, asked]) => asked.title === title);
      return found ? { source: found[0], answer: found[1].answer } : null;
    }),
};
