import { expect, test } from 'vitest';
import { loadRenderer, DEFAULT_FONTS } from '../../src/renderers/renderer-registry.ts';
import { items, paper, row, table, text } from './samples.ts';

test('a letter and a table as plain text', async () => {
  const document = paper(
    [
      { kind: 'paragraph', role: 'number', text: '某纪函〔2026〕3号' },
      { kind: 'paragraph', role: 'addressee', text: '某县财政局：' },
      { kind: 'paragraph', role: 'body', text: '现将有关事项函告如下。\n请研究。' },
      { kind: 'heading', level: 1, text: '一、发现的问题' },
      { kind: 'list', from: 2, items: ['二项', '三项\n又一行'] },
      { kind: 'list', items: ['不编号'] },
      table(
        [['风险点'], ['措施']],
        [
          { kind: 'group', text: '一、许可' },
          row([text('甲'), items('一', '二')]),
          row([text('乙'), text('')]),
          { kind: 'spare' },
        ],
      ),
      { kind: 'paragraph', role: 'attachment', text: '附件：1. 清单' },
      { kind: 'closing', by: ['某县纪委监委'], on: '2026年3月5日', seal: true },
    ],
    { title: '关于整改的提醒函', style: 'letter' },
  );
  const { render } = await loadRenderer('txt');
  const [file] = await render([document], { name: '函', fonts: DEFAULT_FONTS, author: '' });
  expect(file?.name).toBe('函.txt');
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  await expect(decoder.decode(file?.bytes)).toMatchFileSnapshot('txt-letter.txt');
});
