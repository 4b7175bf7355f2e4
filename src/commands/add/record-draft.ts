import type { CommonArgs } from '../../io.ts';
import type { Kind } from '../../model/kinds.ts';
import type { GivenFlags } from './flag-values.ts';

export type AddArgs = CommonArgs & {
  readonly kind: Kind;
  readonly given: GivenFlags;
  readonly unit?: string;
  /** One record for each of whom the duty is still open. */
  readonly all?: boolean;
  /** The day of today, for a year of work that the repository does not name. */
  readonly today: string;
  readonly input?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
};

/** A record on its way, before it has an id. */
export type Draft = Readonly<Record<string, unknown>>;
