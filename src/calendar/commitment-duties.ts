import type { Entity } from '../model/common.ts';
import type { Post } from '../model/kinds/post.ts';
import type { Who, SchemeCommitment } from '../model/scheme.ts';
import { isOpen, presentHolders } from '../scheme/relations.ts';
import type { Duty } from './duty.ts';
import { duty } from './duty.ts';
import type { CalendarInput } from './calendar-input.ts';
import { earliest, inYear } from './calendar-input.ts';

/** 承诺: one of each holder whom the scheme asks, and of the unit; who has not yet signed up to whom. */
export function commitmentDuties(input: CalendarInput): Duty[] {
  const { scheme, relations } = input;
  // The first entry that fits says to whom; a post signs once.
  const asked = new Set<string>();
  return scheme.commitments.flatMap((one, index) => {
    if (one.unit) return [ofUnit(one, index, input)];
    const posts = relations.posts.filter(
      (post) => !asked.has(post.id) && isAsked(post, one.by, input),
    );
    for (const { id } of posts) asked.add(id);
    return posts.flatMap((post) => ofPost(post, one, input));
  });
}

function ofUnit({ to, clause }: SchemeCommitment, index: number, input: CalendarInput): Duty {
  const signed = input.unit.commitments.filter(
    (one) => isOpen(one) && one.unit === true && inYear(input, one.on),
  );
  return duty({
    key: `commitment/unit/${index + 1}`,
    kind: 'commitment',
    title: `单位向${to}承诺`,
    doneOn: earliest(signed.map(({ on }) => on)),
    who: input.scheme.words.unit,
    ref: input.unit.ref,
    clause,
  });
}

/** A seat that nobody is named for signs as well. */
function ofPost(
  post: Entity<Post>,
  { to, clause }: SchemeCommitment,
  input: CalendarInput,
): Duty[] {
  const { personById } = input.relations;
  const signed = input.unit.commitments.filter(
    (one) => isOpen(one) && one.post === post.id && inYear(input, one.on),
  );
  const inPost = presentHolders(post);
  const about = {
    kind: 'commitment' as const,
    posts: [post.id],
    departments: post.department === undefined ? [] : [post.department],
    who: post.name,
    ref: post.ref,
    clause,
  };
  if (inPost.length === 0) {
    return post.headcount === 0
      ? []
      : [
          duty({
            ...about,
            key: `commitment/${post.id}`,
            title: `${post.name}向${to}承诺`,
            doneOn: earliest(signed.map(({ on }) => on)),
          }),
        ];
  }
  return inPost.map(({ person, since }) => {
    const own = signed.filter(
      (one) => one.person === person || (one.person === undefined && inPost.length === 1),
    );
    // A new holder signs anew: what the one before signed is not theirs.
    const days = own
      .map(({ on }) => on)
      .filter((on) => since === undefined || on === undefined || on >= since);
    return duty({
      ...about,
      key: `commitment/${post.id}/${person}`,
      title: `${post.name}向${to}承诺`,
      from: since !== undefined && inYear(input, since) ? since : undefined,
      doneOn: earliest(days),
      note: inPost.length === 1 ? undefined : (personById.get(person)?.name ?? person),
    });
  });
}

function isAsked(post: Entity<Post>, by: Who, { relations }: CalendarInput): boolean {
  const { ranks, tiers, keyPosts } = by;
  return (
    (ranks.length === 0 || ranks.includes(post.rank ?? '')) &&
    (tiers.length === 0 || tiers.includes(relations.tierOf(post) ?? '')) &&
    (keyPosts === undefined || post.keyPost === keyPosts)
  );
}
