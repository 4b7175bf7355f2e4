import { z } from 'zod';
import { day } from './common.ts';

/** The lists of words by which rules tell texts apart (`templates/words`). */
export const WORD_LIST_IDS = [
  'unit-self',
  'unit-dealings',
  'law-forgiven',
  'omission-words',
  'omission-adverbs',
  'omission-acts',
  'bank-card-prefixes',
  'rule-follow-adverbs',
  'rule-follow-verbs',
  'rule-follow-acts',
  'rule-break-verbs',
  'rule-break-acts',
  'rule-owners',
  'rule-words',
  'rule-unnamed',
  'slogan-openings',
  'slogan-subjects',
  'slogan-nouns',
  'slogan-endings',
  'slogan-phrases',
  'slogan-aims',
  'slogan-aim-adverbs',
  'slogan-virtues',
  'concrete-counters',
  'concrete-times',
  'concrete-actors',
  'concrete-actor-exceptions',
  'concrete-acts',
  'concrete-act-nouns',
  'concrete-act-verbs',
  'task-endings',
  'task-wrongs',
  'signed-claims',
  'signed-claim-exceptions',
  'total-words',
  'total-word-exceptions',
  'total-parts',
  'total-before',
  'total-not-after',
] as const;
export type WordListId = (typeof WORD_LIST_IDS)[number];

/** Words of every list; `…` in a word stands for one to sixteen characters other than a comma. */
export const wordListsSchema = z.record(z.enum(WORD_LIST_IDS), z.array(z.string()).readonly());
export type WordLists = Readonly<z.infer<typeof wordListsSchema>>;

const LONGEST = 20;

/** One word: literal, so that no list can make a check slow; at most one gap. */
const word = z
  .string()
  .refine((text) => text.length <= LONGEST && /^[^\s…]*(?:…[^\s…]+)?$/u.test(text) && text !== '', {
    params: { expected: 'word' },
  });

/** A packaged list: every entry of `words` is a line of words with spaces between them. */
export const packagedWordsSchema = z.array(
  z.strictObject({
    id: z.enum(WORD_LIST_IDS),
    title: z.string(),
    note: z.string().optional(),
    words: z.array(z.string()),
  }),
);

const abolishedSchema = z.strictObject({
  titles: z
    .array(z.string())
    .meta({ title: '名称', description: '不加书名号，“中华人民共和国”可以不写' }),
  since: day('废止日期'),
  by: z.string().default('').meta({ title: '现行的文件' }),
});
export const packagedAbolishedSchema = z.array(abolishedSchema);

/** A law or regulation that has ended, what has taken its place, and since when. */
export type Abolished = { readonly since: string; readonly by: string };

/** What a scheme or a repository adds to the packaged lists and takes away from them. */
export const wordChangesSchema = z
  .strictObject({
    add: z
      .partialRecord(z.enum(WORD_LIST_IDS), z.array(word))
      .default({})
      .meta({ title: '增加的词', description: '词表编号 → 词；“…”代表中间 1 至 16 个字' }),
    without: z
      .partialRecord(z.enum(WORD_LIST_IDS), z.array(word))
      .default({})
      .meta({ title: '去掉的词', description: '词表编号 → 原词表里不适用的词' }),
    abolished: z.array(abolishedSchema).default([]).meta({ title: '增加的废止文件' }),
    inForce: z
      .array(z.string())
      .default([])
      .meta({ title: '仍然有效的文件', description: '从废止文件中去掉的名称' }),
  })
  .default({ add: {}, without: {}, abolished: [], inForce: [] })
  .meta({
    title: '词表的增减',
    description: '在随软件的词表（lianfang list words）之外增加或去掉，用于口号、工作名称等检查',
  });
export type WordChanges = z.infer<typeof wordChangesSchema>;
