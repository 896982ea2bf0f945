import type { LedgerChange } from '../../../model/ledger.ts';
import type { LedgerSnapshot } from '../../../ports/ledger-store.ts';

/** A ledger as it was read from the disk, which can be replaced by a new one. */
export interface LedgerState extends LedgerSnapshot {
  /**
   * Writes the change. `confirm` is called right before the one step that makes it visible. Throws
   * the file system's errors.
   */
  save(change: LedgerChange, confirm: () => Promise<void>): Promise<LedgerState>;
}
