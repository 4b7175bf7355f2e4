import type { Audience, Scheme, SchemePaper } from '../../model/scheme.ts';
import { AUDIENCE_WIDTH } from './visibility.ts';

/** Why a paper does not go to an audience: the scheme neither makes it for that one nor posts it there. */
export function notMeantFor(
  audience: Audience,
  { id, audience: own }: SchemePaper,
  { duties }: Scheme,
): string | undefined {
  const posting = duties.filter(
    ({ record, of }) => record.includes('notice') && of.papers.includes(id),
  );
  const widest = [own, ...posting.flatMap((duty) => duty.audience ?? [])].reduce((wide, next) =>
    AUDIENCE_WIDTH[next] > AUDIENCE_WIDTH[wide] ? next : wide,
  );
  if (AUDIENCE_WIDTH[widest] >= AUDIENCE_WIDTH[audience]) return undefined;
  return widest === 'unit'
    ? '按方案只在单位内公布，用 --audience unit 生成'
    : `供内部使用，方案没有要求${audience === 'public' ? '向社会' : '在单位内'}公布`;
}
