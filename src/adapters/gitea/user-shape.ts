import { isBotName } from '../../model/bot-name.ts';
import { partOf } from '../loose-shape.ts';
import { nullable, text, whole, type Shape } from '../shape.ts';

interface GiteaUser {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}

const account = nullable(partOf({ id: whole(Number.MIN_SAFE_INTEGER), login: text }));

/**
 * An account; null where it is gone, which Gitea calls `Ghost` and gives the number -1. Gitea tells of
 * no kinds of accounts: its own, such as that of a job's token, have numbers below 1, and of the others
 * the name alone can say that one is a program.
 */
export const user: Shape<GiteaUser | null> = (value) => {
  const found = account(value);
  if (found === null || found.id === -1) return null;
  const isPerson = found.id > 0 && !isBotName(found.login);
  return { ...found, type: isPerson ? 'User' : 'Bot' };
};
