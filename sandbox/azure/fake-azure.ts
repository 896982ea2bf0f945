import { createHash } from 'node:crypto';
import { LocalService } from '../exchange/local-service.ts';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';

export interface AzureRecord {
  readonly id: string;
  readonly parentId: string | null;
  readonly type: string;
  readonly name: string;
  readonly state: 'pending' | 'inProgress' | 'completed';
  readonly attempt: number;
  readonly startTime: string | null;
  readonly finishTime: string | null;
}

export interface AzureIdentity {
  readonly id: string;
  readonly displayName: string;
  readonly uniqueName: string;
  readonly descriptor: string;
  readonly isContainer?: boolean;
}

export interface AzureApproval {
  readonly id: string;
  readonly status: string;
  readonly minRequiredApprovers: number;
  readonly steps: readonly {
    readonly assignedApprover: AzureIdentity;
    readonly actualApprover?: AzureIdentity;
    readonly status: string;
    readonly lastModifiedOn: string;
  }[];
}

export interface AzureRun {
  readonly id: number;
  readonly status: string;
  readonly reason: string;
  readonly sourceBranch: string;
  readonly sourceVersion: string;
  readonly repository: { readonly id: string; readonly type: string; readonly url?: string };
  readonly records: readonly AzureRecord[];
}

/** One project of an Azure DevOps organization: everything that requests read and change. */
export class FakeAzure extends LocalService {
  readonly organization = 'acme';
  readonly project = this.uuid('project');
  readonly runs = new Map<number, AzureRun>();
  readonly approvals = new Map<string, AzureApproval>();
  /** The token of the jobs that run. */
  readonly token = `${this.uuid('token')}${this.uuid('more')}`.replaceAll('-', '');
  readonly #repository: string;
  #next = 1;

  constructor(repository: string, clock: SandboxClock) {
    super(clock);
    this.#repository = repository;
  }

  /** The same for the same name. */
  uuid(name: string): string {
    const hash = createHash('sha256').update(`sandbox azure ${name}`).digest('hex');
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  }

  /** Somebody of the organization; `kind` as the descriptor has it: `aad`, `aadgp`, `svc`, … */
  identity(name: string, kind = 'aad'): AzureIdentity {
    const isContainer = kind.endsWith('gp');
    return {
      id: this.uuid(name),
      displayName: name,
      uniqueName: isContainer ? `[acme]\\${name}` : `${name.toLowerCase()}@acme.example`,
      descriptor: `${kind}.${Buffer.from(name).toString('hex')}`,
      ...(isContainer && { isContainer }),
    };
  }

  start(commit: string): AzureRun {
    const run: AzureRun = {
      id: this.#next++,
      status: 'inProgress',
      reason: 'individualCI',
      sourceBranch: 'refs/heads/main',
      sourceVersion: commit,
      repository: { id: this.uuid('repository'), type: 'TfsGit', url: this.#repository },
      records: [],
    };
    this.runs.set(run.id, run);
    return run;
  }

  run(id: number): AzureRun {
    const run = this.runs.get(id);
    if (!run) throw new TypeError(`there is no run ${id}`);
    return run;
  }

  /** Adds a stage with a job, and gives the ids of both. */
  stage(run: number, name: string): { readonly stage: string; readonly job: string } {
    const stage = this.add(run, 'Stage', null, name);
    const phase = this.add(run, 'Phase', stage, name);
    return { stage, job: this.add(run, 'Job', phase, name) };
  }

  /** Lets a stage wait for an approval, and gives its id. */
  check(run: number, stage: string, approvers: readonly AzureIdentity[], required = 1): string {
    const checkpoint = this.add(run, 'Checkpoint', stage, 'Checkpoint');
    const id = this.add(run, 'Checkpoint.Approval', checkpoint, 'Checkpoint.Approval');
    const lastModifiedOn = this.#time();
    const steps = approvers.map((assignedApprover) => ({
      assignedApprover,
      status: 'pending',
      lastModifiedOn,
    }));
    this.approvals.set(id, { id, status: 'pending', minRequiredApprovers: required, steps });
    return id;
  }

  /** Answers an approval in the place of who was asked first and has not answered yet. */
  answer(id: string, by: AzureIdentity, status = 'approved'): void {
    const approval = this.approvals.get(id);
    const place = approval?.steps.findIndex((step) => step.status === 'pending') ?? -1;
    if (!approval || place < 0) throw new TypeError('nobody is asked');
    const lastModifiedOn = this.#time();
    const steps = approval.steps.map((step, index) =>
      index === place ? { ...step, status, actualApprover: by, lastModifiedOn } : step,
    );
    const yes = steps.filter((step) => step.status === 'approved').length;
    const isDone = yes >= (approval.minRequiredApprovers || steps.length);
    const whole = status === 'rejected' ? status : isDone ? 'approved' : 'pending';
    this.approvals.set(id, { ...approval, steps, status: whole });
  }

  begin(run: number, id: string): void {
    this.force(run, id, { state: 'inProgress', startTime: this.#time() });
  }

  finish(run: number, id: string): void {
    this.force(run, id, { state: 'completed', finishTime: this.#time() });
  }

  add(run: number, type: string, parentId: string | null, name: string): string {
    const { records } = this.run(run);
    const id = this.uuid(`record ${run} ${records.length}`);
    const record: AzureRecord = {
      id,
      parentId,
      type,
      name,
      state: 'pending',
      attempt: 1,
      startTime: null,
      finishTime: null,
    };
    this.runs.set(run, { ...this.run(run), records: [...records, record] });
    return id;
  }

  /** Changes what Azure DevOps knows, as no request can. */
  force(run: number, id: string, change: Partial<AzureRecord>): void {
    const records = this.run(run).records.map((each) =>
      each.id === id ? { ...each, ...change } : each,
    );
    this.runs.set(run, { ...this.run(run), records });
  }

  #time(): string {
    return new Date(this.clock.tick(null, false)).toISOString();
  }
}
