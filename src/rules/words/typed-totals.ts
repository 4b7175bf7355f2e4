/** A number that a text gives for the whole unit: 「风险点 35 个」, 「高风险 5 个」. */
export type TypedTotal = {
  readonly what: 'risk' | 'power' | 'post' | 'measure';
  /** For points: only those of this level. */
  readonly level?: string;
  readonly count: number;
  readonly text: string;
};

const TOTAL = /共(?:计|有)?(?!同|性|有制|和)|总计|合计|累计|总数/u;
/** A part, another time, another place: not the whole of this unit in this edition. */
const PART =
  /其他|抽查|抽取|新增|增加|减少|调整|修订|取消|核减|整改|上年|去年|往年|上一?年度|比上|同比|较上|由原|重点|关键|个人|人均|平均|每个|全[县市区镇]|各单位|各乡镇|下属|所属|预警|检查发现|发现问题/u;

/** What may stand before the noun: 查找风险点 35 个, not 领导岗位 5 个. */
const BEFORE =
  '(?<=^|[\\s，,、:(\\d]|共|计|有|查|找|梳理|确定|识别|评定|评估|评|为|制定|落实|建立|明确|设置?|涉及|清理|形成|认定|公布|出|了|[及和与]|其中|单位|我局|本局|各类)';
const AFTER = '(?!职责|人员|责任|清单|目录|库|类|表)';
const COUNTED = '(?<count>\\d+)\\s*[个项条处]';

/**
 * Totals of the whole unit in a text, sentence by sentence: only sentences that say 共, and name no part
 * of the unit (`parts`: its departments and posts) nor another time.
 */
export function typedTotals(
  text: string,
  levels: readonly string[],
  parts: readonly string[],
): TypedTotal[] {
  if (!TOTAL.test(text)) return [];
  const pattern = patternOf(levels);
  return text
    .normalize('NFKC')
    .split(/[。;!\n]/u)
    .filter((sentence) => TOTAL.test(sentence) && !PART.test(sentence))
    .filter((sentence) => !parts.some((part) => sentence.includes(part)))
    .flatMap((sentence) => [...sentence.matchAll(pattern)].map(totalOf));
}

/** 风险点 35 个, or 35 个风险点; level and kind of the noun are named groups. */
function patternOf(levels: readonly string[]): RegExp {
  const words = levels.map((level) => level.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  const level = words.length === 0 ? '(?!)' : words.join('|');
  const noun = [
    `(?<level>${level})(?:等级|级)?(?:(?:廉政|廉洁)?风险)?(?:点)?`,
    '(?<risk>(?:岗位)?(?:廉政|廉洁)?风险点)',
    '(?<power>(?:职权|权力事项|权力))(?:事项)?',
    '(?<measure>(?:防控|防范|管控)?措施)',
    '(?<post>岗位)',
  ].join('|');
  const second = noun.replace(/\(\?<(\w+)>/gu, '(?<$1After>');
  return new RegExp(
    `${BEFORE}(?:${noun})${AFTER}\\s*(?:共计|共有|共|总数为|总数|为|有|合计)?\\s*${COUNTED}|${COUNTED.replace('count', 'countBefore')}(?:的)?(?:${second})${AFTER}`,
    'gu',
  );
}

function totalOf(match: RegExpExecArray): TypedTotal {
  const groups = match.groups!;
  const of = (name: string) => groups[name] ?? groups[`${name}After`];
  const count = Number(groups['count'] ?? groups['countBefore']);
  const text = match[0].trim();
  const level = of('level');
  if (level !== undefined) return { what: 'risk', level, count, text };
  const what = (['risk', 'power', 'measure', 'post'] as const).find(
    (one) => of(one) !== undefined,
  )!;
  return { what, count, text };
}
