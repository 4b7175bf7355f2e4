import type { Vocabulary } from './vocabulary.ts';

const LETTERS = 'ABCDEFGH';

/** Rows `questions`: 知识测试, drawn from the scheme and the unit's own powers, points and measures. */
export const questionFields: Vocabulary<'question'> = {
  subject: 'question',
  unit: ['number', 'kind', 'text', 'options', 'answer'],
  widths: { number: 6, kind: 12, answer: 8 },
  special: {
    number: { header: '题号', value: ({ number }) => number },
    kind: { header: '题型', inline: true, value: ({ kind }) => kind },
    text: { header: '题目', inline: true, value: ({ text }) => text },
    options: {
      header: '选项',
      value: ({ options }) => options.map((option, index) => `${LETTERS[index]}. ${option}`),
    },
    answer: {
      header: '答案',
      inline: true,
      value: ({ kind, options, right }) => (kind === '判断题' ? options[right] : LETTERS[right]),
    },
  },
};
