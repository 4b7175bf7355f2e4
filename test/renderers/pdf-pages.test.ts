import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from '../../src/renderers/pdf/pages/paginate-strips.ts';
import { strip, type StripMerge, type Strip } from '../../src/renderers/pdf/strips/strip.ts';
import { bare, hasPoppler, readPages, type PdfPage } from '../support/read-pdf.ts';
import { renderPdf } from './render-pdf.ts';
import { bureauList, longTextList, paper, personSheet, row, table, text } from './samples.ts';

const textOf = (page: PdfPage): string =>
  bare([...page.lines, ...page.boxes].map((own) => own.text).join(''));

// --- filling pages ---

const ROOM = 100;
type Plan = { readonly height: number; readonly keep: boolean; readonly merge: boolean };
const plan: fc.Arbitrary<readonly Plan[]> = fc.array(
  fc.record({
    height: fc.integer({ min: 5, max: 40 }),
    keep: fc.boolean(),
    merge: fc.boolean(),
  }),
  { maxLength: 60 },
);

/** Strips with a repeated head; those in a row that ask for it share a merged box. */
function stripsOf(plans: readonly Plan[], need: number): { head: Strip; body: Strip[] } {
  const head = strip(10, [], { keepWithNext: true });
  let open: StripMerge | undefined;
  const body = plans.map(({ height, keep, merge }) => {
    open = merge ? (open ?? ({ need } as StripMerge)) : undefined;
    return strip(height, [], {
      keepWithNext: keep,
      merges: open === undefined ? [] : [open],
      head: [head],
    });
  });
  return { head, body };
}

test('pages hold all strips in order, fit the sheet and repeat the head', () => {
  fc.assert(
    fc.property(plan, fc.integer({ min: 5, max: 45 }), (plans, need) => {
      const { head, body } = stripsOf(plans, need);
      const pages = [...paginate([head, ...body], ROOM)];
      expect(pages.flatMap(({ strips }) => strips.filter((own) => own !== head))).toEqual(body);
      for (const { strips, heights } of pages) {
        expect(strips[0]).toBe(head);
        expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(ROOM + 0.02);
      }
    }),
  );
});

test('a paper without content is an empty page', () => {
  expect([...paginate([], ROOM)]).toEqual([{ strips: [], heights: [] }]);
});

test('a merged box has room for its text on every page that it stands on', () => {
  fc.assert(
    fc.property(plan, fc.integer({ min: 5, max: 45 }), (plans, need) => {
      const { head, body } = stripsOf(plans, need);
      for (const { strips, heights } of paginate([head, ...body], ROOM)) {
        const rooms = new Map<StripMerge, number>();
        strips.forEach(({ merges }, index) => {
          for (const merge of merges) rooms.set(merge, (rooms.get(merge) ?? 0) + heights[index]!);
        });
        for (const [merge, room] of rooms) expect(room).toBeGreaterThanOrEqual(merge.need - 0.01);
      }
    }),
  );
});

test('strips that fit one page together are not parted', () => {
  fc.assert(
    fc.property(plan, (plans) => {
      const { head, body } = stripsOf(
        plans.map((own, index) => ({ ...own, merge: false, keep: index % 3 !== 2, height: 25 })),
        0,
      );
      for (const { strips } of [...paginate([head, ...body], ROOM)].slice(0, -1)) {
        expect(strips.at(-1)?.keepWithNext).toBe(false);
      }
    }),
  );
});

// --- whole papers ---

test.skipIf(!hasPoppler)(
  'every page of a long list has the head, its number and the foot',
  async () => {
    const { bytes } = await renderPdf([bureauList(20, 10)]);
    const pages = readPages(bytes);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(textOf(page)).toContain('序号单位/科室风险类别风险点');
    expect(pages.map(({ foot }) => foot)).toEqual(
      pages.map((_, index) => `2026年版数据摘要9f3c21ab第${index + 1}页共${pages.length}页`),
    );
  },
);

test.skipIf(!hasPoppler)('a merged cell says its text again on every page', async () => {
  const rows = Array.from({ length: 80 }, (_, index) =>
    row([text('某某管理服务中心'), text(`第${index}项`)], [index === 0 ? 80 : 0, 1]),
  );
  const pages = readPages((await renderPdf([paper([table([['科室'], ['事项']], rows)])])).bytes);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(textOf(page)).toContain('某某管理服务中心');
});

test.skipIf(!hasPoppler)('the mark of a draft stands on every page', async () => {
  const { bytes } = await renderPdf([personSheet({ draft: true, risks: 14 })]);
  for (const page of readPages(bytes)) expect(textOf(page)).toMatch(/^草稿/);
});

test.skipIf(!hasPoppler)('opinion boxes are whole, signatures never alone', async () => {
  for (let risks = 0; risks < 24; risks += 1) {
    const pages = readPages((await renderPdf([personSheet({ risks })])).bytes);
    const last = pages.at(-1)!;
    for (const [title, sign] of [
      ['科室意见', '负责人（签字）：年月日'],
      ['分管领导审核意见', '同意。签字：年月日'],
      ['领导小组审定意见', '组长（签字）：（盖章）年月日'],
    ]) {
      const label = last.boxes.find((box) => bare(box.text) === title);
      const beside = last.boxes.find((box) => bare(box.text) === sign);
      expect([beside?.top, beside?.bottom]).toEqual([label?.top, label?.bottom]);
      expect(label, `${risks} ${title}`).toBeDefined();
    }
    expect(textOf(last)).toContain('填表人：');
    // With the boxes goes at least a row of the table, below its head.
    expect(textOf(last)).toContain('风险点及表现形式');
  }
});

test.skipIf(!hasPoppler)('rows are cut only where they are higher than a page', async () => {
  const [long, short] = ['长'.repeat(1500), '短'.repeat(300)];
  const rows = Array.from({ length: 12 }, () => row([text(short), text('乙')]));
  const whole = readPages((await renderPdf([paper([table([['甲'], ['乙']], rows)])])).bytes);
  for (const page of whole) {
    for (const box of page.boxes) {
      if (bare(box.text).startsWith('短')) expect(bare(box.text)).toBe(short);
    }
  }
  const cut = readPages(
    (
      await renderPdf([
        paper([table([['甲'], ['乙'], ['丙']], [row([text(long), text(''), text('')])])]),
      ])
    ).bytes,
  );
  expect(cut.length).toBeGreaterThan(1);
});

test.skipIf(!hasPoppler)('no text is smaller than 小五', async () => {
  const { bytes } = await renderPdf([bureauList(), longTextList(), personSheet()]);
  for (const { sizes } of readPages(bytes)) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
});

test.skipIf(!hasPoppler)('every block is printed, in order', async () => {
  const { bytes } = await renderPdf([
    paper([
      { kind: 'heading', level: 1, text: '一、总体' },
      { kind: 'paragraph', role: 'body', text: '第一段。\n第二段。' },
      { kind: 'list', items: ['甲项', '乙项'] },
      { kind: 'paragraph', role: 'note', text: '注：说明。' },
      { kind: 'pageBreak' },
      { kind: 'heading', level: 2, text: '二、另页' },
      { kind: 'signatures', items: ['填表人：', '审核人：'] },
    ]),
  ]);
  expect(readPages(bytes).map(textOf)).toEqual([
    '样表一、总体第一段。第二段。甲项乙项注：说明。',
    '二、另页填表人：审核人：',
  ]);
});

test('several papers have bookmarks, one has none', async () => {
  const titles = (bytes: Uint8Array): string[] => {
    const file = Buffer.from(bytes).toString('latin1');
    return [...file.matchAll(/\/Title \(\xFE\xFF((?:[^()\\]|\\[^])*)\)/g)].map(([, raw = '']) => {
      const units = Buffer.from(raw.replace(/\\([^])/g, '$1'), 'latin1');
      return units.swap16().toString('utf16le');
    });
  };
  const { bytes } = await renderPdf([personSheet(), bureauList()]);
  expect(titles(bytes)).toEqual(['张某', '清单']);
  expect(titles((await renderPdf([personSheet()])).bytes)).toEqual([]);
});
