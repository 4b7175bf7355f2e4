import type { Review } from '../../model/kinds/year/review.ts';
import type { Scheme } from '../../model/scheme.ts';

type Proposal = {
  readonly id: string;
  readonly by: Review['by'];
  readonly posts: readonly string[];
  readonly risks: readonly string[];
  readonly subject: string;
  readonly facts: readonly string[];
  readonly matters: readonly string[];
  readonly on: string;
};

/** The letter of a proposal to raise a level, where a duty of the scheme has a paper for proposals. */
export function proposalLetters({ duties, papers }: Scheme, proposal: Proposal): readonly object[] {
  return duties
    .filter(({ record, kinds }) => record.includes('review') && kinds.includes('建议提级'))
    .flatMap(({ to, paper }) => {
      const kind = papers.find(({ id }) => id === paper)?.title;
      if (kind === undefined) return [];
      const { id, ...said } = proposal;
      return [{ id, kind, ...said, ...(to !== undefined && { to: { body: to } }) }];
    });
}
