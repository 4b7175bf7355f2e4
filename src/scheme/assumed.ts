import type { Sourced } from '../model/rating.ts';

/** Whether a value of a scheme is its own, because the notice is silent; of one key of it, if named. */
export function isAssumed({ assumed }: Pick<Sourced, 'assumed'>, key?: string): boolean {
  if (assumed === undefined) return false;
  return assumed === true || (key !== undefined && assumed.includes(key));
}
