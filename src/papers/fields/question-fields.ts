import type { Specials } from './vocabulary.ts';

const LETTERS = 'ABCDEFGH';

/** Rows `questions`: 知识测试, drawn from the scheme and the unit's own powers, points and measures. */
export const questionFields: Specials<'question'> = {
  number: { audience: 'unit', width: 6, header: '题号', value: ({ number }) => number },
  kind: { audience: 'unit', width: 12, header: '题型', inline: true, value: ({ kind }) => kind },
  text: { audience: 'unit', header: '题目', inline: true, value: ({ text }) => text },
  options: {
    audience: 'unit',
    header: '选项',
    value: ({ options }) => options.map((option, index) => `${LETTERS[index]}. ${option}`),
  },
  answer: {
    audience: 'unit',
    width: 8,
    header: '答案',
    inline: true,
    value: ({ kind, options, right }) => (kind === '判断题' ? options[right] : LETTERS[right]),
  },
};
