import type { Scheme } from '../model/scheme.ts';

/** A role word of the scheme in the unit's own words. */
export function whoDoes(by: string | undefined, { words }: Pick<Scheme, 'words'>): string {
  switch (by) {
    case undefined:
      return '';
    case 'departmentHead':
      return words.departmentHead;
    case 'leaderInCharge':
      return words.leaderInCharge;
    case 'head':
      return '主要负责人';
    default:
      return by;
  }
}
