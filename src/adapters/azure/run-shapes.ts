import type { RunIdentity } from '../../ports/run-forge.ts';
import { instant, partOf, withDefaultsForNull } from '../loose-shape.ts';
import { flag, list, matching, nullable, text, whole, type Shape } from '../shape.ts';

const uuid = matching('a UUID', (value): value is string =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
);

export const runShape = withDefaultsForNull(
  { reason: '' },
  partOf({
    id: whole(1),
    status: text,
    reason: text,
    sourceBranch: text,
    sourceVersion: text,
    project: partOf({ id: uuid }),
    repository: withDefaultsForNull(
      { url: null },
      partOf({ id: text, type: text, url: nullable(text) }),
    ),
  }),
);

export const timelineShape = partOf({
  records: list(
    withDefaultsForNull(
      { parentId: null, type: '', state: '', startTime: null, finishTime: null, attempt: 1 },
      partOf({
        id: uuid,
        parentId: nullable(uuid),
        type: text,
        state: text,
        attempt: whole(0),
        startTime: nullable(instant),
        finishTime: nullable(instant),
      }),
    ),
  ),
});

/** Nobody's place has none at all, or an empty one. */
const identity: Shape<RunIdentity | null> = (value) => {
  const found = nullable(
    withDefaultsForNull(
      { descriptor: '', uniqueName: '', isContainer: false },
      partOf({
        id: uuid,
        displayName: text,
        descriptor: text,
        uniqueName: text,
        isContainer: flag,
      }),
    ),
  )(value);
  if (found === null) return null;
  const { id, displayName: name, descriptor, uniqueName, isContainer } = found;
  const isGroup = isContainer || /^(?:vssgp|aadgp)\./.test(descriptor);
  // People are of Microsoft Entra, of a Microsoft account, or of the company's own Windows.
  const isPerson =
    descriptor === ''
      ? /^[^\\@]+@[^\\@]+$/.test(uniqueName)
      : /^(?:aad|msa|win)\./.test(descriptor);
  return { id, name, type: isGroup ? 'Group' : isPerson ? 'User' : 'Bot' };
};

export const approvalShape = withDefaultsForNull(
  // 0: everyone who was asked.
  { steps: [], minRequiredApprovers: 0 },
  partOf({
    id: uuid,
    status: text,
    minRequiredApprovers: whole(0),
    steps: list(
      withDefaultsForNull(
        { actualApprover: null, lastModifiedOn: null },
        partOf({ status: text, actualApprover: identity, lastModifiedOn: nullable(instant) }),
      ),
    ),
  }),
);
