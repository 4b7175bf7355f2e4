/**
 * Breaks a long title where its phrases end, into lines of like length: 排列应当使用梯形或菱形，回行时
 * 做到词意完整 (GB/T 9704-2012, 7.3.1).
 * @param widthOf width of a text on one line, in the unit of `room`
 */
export function titleLines(
  title: string,
  room: number,
  widthOf: (text: string) => number,
): readonly string[] {
  return title.split('\n').flatMap((part) => breakTitle(part.trim(), room, widthOf));
}

/** Words as the language has them; the locale is fixed, so that the machine's own makes no difference. */
const SEGMENTER = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
/** Terms of such titles that a dictionary takes apart (廉|政): no line ends inside one. */
const WORDS =
  /廉政|廉洁|廉能|风险点?|防控|防范|管理|岗位|职责|职权|权力|运行|流程图?|工作|实施|方案|办法|细则|通知书?|通报|报告表?|情况|提醒函?|督办函?|问询函?|预警|处置|关于|公示牌?|清单|承诺书?|目录|领导|小组|成立|建设|监督|检查|整改|落实|登记表|汇总表?|一览表|审批|评议|评估|考核|教育|谈话|记录|制度|汇编|总结|成效|对比|单位|部门|科室|个人|干部|职工|年度|季度|约谈|备案|排查|识别|措施|责任|调整|开展|加强|进一步|推进|机制|委员会|办公室|\d+年|〔\d+〕|[\p{Script=Latin}\d.%]+/gu;
/** After these a phrase has ended, before those one begins. */
const ENDS = /[的和与及、，；：》”）]$/u;
const BEGINS = /^[《“（]/u;
const HANGS = /关于$/u;
const NEVER_FIRST = /^[、，。；：》”）〕的和与及]/u;
const NEVER_LAST = /[《“（〔]$/u;

function breakTitle(title: string, room: number, widthOf: (text: string) => number): string[] {
  if (widthOf(title) <= room || title === '') return [title];
  const characters = Array.from(title);
  const penalties = penaltiesOf(title, characters);
  const target = widthOf(title) / Math.ceil(widthOf(title) / room);
  /** Least cost of the title up to each character, and where its last line then begins. */
  const costs: number[] = [0];
  const starts: number[] = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    costs[end] = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start -= 1) {
      const width = widthOf(characters.slice(start, end).join(''));
      if (width > room && end - start > 1) break;
      const ragged = ((target - width) / target) ** 2 * 6;
      const broken = end === characters.length ? 0 : (penalties[end] ?? 0);
      const cost = (costs[start] ?? 0) + ragged + broken + 0.5;
      if (cost < (costs[end] ?? 0)) {
        costs[end] = cost;
        starts[end] = start;
      }
    }
  }
  const lines: string[] = [];
  for (let end = characters.length; end > 0; end = starts[end] ?? 0) {
    lines.unshift(characters.slice(starts[end], end).join('').trim());
  }
  return lines;
}

/** How ill a break before each character reads. */
function penaltiesOf(title: string, characters: readonly string[]): number[] {
  const inside = new Set<number>();
  const keep = (index: number, word: string): void => {
    for (let offset = index + 1; offset < index + word.length; offset += 1) inside.add(offset);
  };
  for (const { index, segment } of SEGMENTER.segment(title)) keep(index, segment);
  for (const { index, 0: word } of title.matchAll(WORDS)) keep(index, word);
  for (const { index, 0: name } of title.matchAll(/《[^》]*》/gu)) keep(index, name);
  let offset = 0;
  return characters.map((character) => {
    const [before, after] = [title.slice(0, offset), title.slice(offset)];
    const own = offset;
    offset += character.length;
    if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return 9;
    if (inside.has(own) || HANGS.test(before)) return 4;
    if (ENDS.test(before) || BEGINS.test(after)) return 0;
    return 0.6;
  });
}
