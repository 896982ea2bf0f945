import { personById } from '../people.ts';
import type { Method } from './call.ts';
import { userModel } from './models.ts';
import { idsOf } from './reads.ts';

/** Who there is. */
export const directory: readonly Method[] = [
  {
    method: 'GET',
    path: 'me',
    needs: 'user',
    run: ({ stack, token }) => {
      const items = token === null ? [] : [userModel(stack, token.person)];
      return { type: 'user', items, total: items.length, page: 1, pageSize: 30 };
    },
  },
  {
    method: 'GET',
    path: 'users/*',
    needs: 'reader',
    run: (call) => {
      const { page, pageSize } = call.parameters.paging();
      const people = idsOf(call).flatMap((id) => personById(id) ?? []);
      const shown = people.slice((page - 1) * pageSize, page * pageSize);
      const items = shown.map((person) => userModel(call.stack, person));
      return { type: 'user', items, total: people.length, page, pageSize };
    },
  },
];
