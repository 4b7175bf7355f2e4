/** What has taken the place of an abolished law or regulation, and since when. */
export type Abolished = { readonly since: string; readonly by: string };

/**
 * Laws and regulations that lists still name long after they ended, without 中华人民共和国. Only what the
 * text that took their place says itself.
 */
export const ABOLISHED: ReadonlyMap<string, Abolished> = new Map([
  ['行政监察法', { since: '2018-03-20', by: '中华人民共和国监察法' }],
  ['中国共产党党员领导干部廉洁从政若干准则', { since: '2016-01-01', by: '中国共产党廉洁自律准则' }],
  ['中国共产党党内监督条例（试行）', { since: '2016-10-27', by: '中国共产党党内监督条例' }],
  ...[
    '合同法',
    '物权法',
    '担保法',
    '侵权责任法',
    '民法通则',
    '民法总则',
    '婚姻法',
    '继承法',
    '收养法',
  ].map((name) => [name, { since: '2021-01-01', by: '中华人民共和国民法典' }] as const),
  ['党政机关公务用车配备使用管理办法', { since: '2017-12-05', by: '党政机关公务用车管理办法' }],
  ['工程建设项目招标范围和规模标准规定', { since: '2018-06-01', by: '必须招标的工程项目规定' }],
  ['政府采购供应商投诉处理办法', { since: '2018-03-01', by: '政府采购质疑和投诉办法' }],
  ['政府采购信息公告管理办法', { since: '2020-03-01', by: '政府采购信息发布管理办法' }],
  ['城市房屋拆迁管理条例', { since: '2011-01-21', by: '国有土地上房屋征收与补偿条例' }],
]);

/** A title as it is looked up: width, spaces and the state's full name do not count. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/^中华人民共和国/u, '');
}
