import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { FieldContext, Holder } from '../fields/field.ts';
import { presentHolders } from '../../scheme/relations.ts';

/** Those in a post today, or its seats where nobody is named. */
export function holdersOf(post: Entity<Post>, { relations }: FieldContext): Holder[] {
  const current = presentHolders(post);
  if (current.length > 0) {
    return current.map(({ person, since, seat }) => ({
      id: person,
      person: relations.personById.get(person),
      since,
      posts: [post],
      seat: seat ?? undefined,
    }));
  }
  return Array.from({ length: post.headcount }, (_, index) => ({
    id: undefined,
    person: undefined,
    since: undefined,
    posts: [post],
    seat: post.headcount > 1 ? index + 1 : undefined,
  }));
}

/** One for each person, with all posts held, and one for each seat that nobody is named for. */
export function holdersOfPosts(posts: readonly Entity<Post>[], context: FieldContext): Holder[] {
  const holders: Holder[] = [];
  const placeById = new Map<string, number>();
  for (const post of posts) {
    for (const holder of holdersOf(post, context)) {
      const place = holder.id === undefined ? undefined : placeById.get(holder.id);
      const known = place === undefined ? undefined : holders[place];
      if (place !== undefined && known !== undefined) {
        holders[place] = { ...known, posts: [...known.posts, post] };
        continue;
      }
      if (holder.id !== undefined) placeById.set(holder.id, holders.length);
      holders.push(holder);
    }
  }
  return holders;
}
