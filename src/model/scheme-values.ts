import { z } from 'zod';

/** Who sees a paper: everybody inside, the whole unit, or the public. */
export const AUDIENCES = ['internal', 'unit', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Levels of the unit at which points are found (层面). */
export const SUBJECTS = ['unit', 'department', 'post'] as const;
export type SchemeSubject = (typeof SUBJECTS)[number];

/** A list of words; empty where none is given. */
export const words = z.array(z.string().trim().min(1)).default([]);
export const optionalText = z.string().trim().min(1).optional();

/** Which posts, by what the scheme says of them. Empty: all. */
export const whoSchema = z.strictObject({
  ranks: words,
  tiers: words,
  subjects: z.array(z.enum(SUBJECTS)).default([]),
  keyPosts: z.boolean().optional(),
});
export type Who = z.infer<typeof whoSchema>;
