import { clausesOf } from './pieces.ts';

/**
 * Tells a measure that is only a slogan (加强教育管理) from one that says what is done. Three steps for
 * each clause, in this order:
 *   1. set phrases count as an abstract noun (三重一大, 四个意识: their numbers mean nothing);
 *   2. anything concrete saves the clause: a number, a time, a document, somebody who acts, an act;
 *   3. else it is a slogan if it opens with words such as 加强 and ends in an abstract noun, if it
 *      only states an aim (杜绝…), or if nothing but such words stands in it.
 * A text is empty if every clause is. In doubt it is not.
 */
export function isSlogan(text: string): boolean {
  const plain = text.normalize('NFKC').replace(QUOTES, '').replace(SET_PHRASES, '精神');
  const clauses = clausesOf(plain);
  return clauses.length > 0 && clauses.every(isSloganClause);
}

function isSloganClause(clause: string): boolean {
  if (isConcrete(clause)) return false;
  if (AIM.test(clause)) return true;
  return (OPENING.test(clause) && ENDING.test(clause)) || isAllSoft(clause);
}

const QUOTES = /[“”"「」]/gu;
const SET_PHRASES =
  /四个意识|四个自信|两个维护|两个确立|三严三实|(?:中央)?八项规定(?:精神)?|三重一大|一岗双责|四种形态|一把手|第一责任人?|第一道防线|三道防线|三会一课|两学一做|六项纪律|公开[、]?(?=公平|公正|透明)|(?<=公平|公正|透明)[、]?公开/gu;

/** Verbs and adverbs that slogans open with. */
const STRONG = words(
  '加强 强化 增强 提高 提升 严格 严肃 严明 从严 坚持 坚决 坚守 牢固 牢记 树立 树牢 筑牢 绷紧 紧绷 注重 重视',
  '建立健全 健全 完善 规范 优化 落实 贯彻 抓好 抓实 抓紧 做好 搞好 加大 加快 推进 推动 深化 巩固 开展 组织',
  '遵守 恪守 执行 履行 把好 把牢 把严 守住 守牢 压实 夯实 扎紧 营造 弘扬 践行 端正 转变 改进 构建 打造',
  '切实 认真 着力 大力 进一步 不断 持续 深入 扎实 努力 充分 全面 自觉 主动 积极 经常 经常性 定期 不定期 及时',
  '依法依规 依法 依规 按规定 按照规定 按制度 按要求 按程序 时刻 始终 有效 科学 合理 坚定 常态化 广泛 严守 做到 发现问题',
);
/** An aim says what should not happen, not what is done. */
const AIM =
  /^(?:从而|以|坚决|切实|有效)*(?:杜绝|防止|避免|确保|保证|防范|预防|堵塞|消除|降低|减少)/u;

/** Who or what may stand before the opening. */
const BEFORE =
  '(?:(?:对|针对|在|从)[^，]{1,12}?|[^，]{0,6}(?:人员|干部|职工|党员|员工|同志|科室|部门|单位|领导|班子))?(?:要|应当|应|须|必须|都|均|并|同时)*';
const OPENING = new RegExp(`^${BEFORE}(?:${STRONG.join('|')})`, 'u');

/** Nouns that name no act; slogans end in them. */
const ABSTRACT = words(
  '学习 教育 培训 宣传 引导 管理 监督 监管 检查 督查 督导 审查 审核 审批 把关 考核 管控 防控 防范 控制 约束',
  '制约 管教 监察 意识 观念 认识 自律 修养 修为 素质 素养 能力 水平 本领 觉悟 责任 责任心 责任感 使命感 担当',
  '作风 纪律 制度 机制 体系 程序 流程 规定 规范 规章 规程 规矩 要求 办法 措施 力度 建设 沟通 协调 配合 服务',
  '工作 环境 氛围 底线 红线 防线 关口 思想 理念 行为 权力 职责 政策 法规 法律 条例 廉洁 廉政 透明 公正 公平',
  '原则 标准 效率 效能 质量 执行 执行力 落实 到位 履职 尽责 用权 办事 从政 自觉性 积极性 主动性 严肃性 规范性',
  '规范化 制度化 程序化 信念 信仰 道德 操守 文化 精神 关系 细节 过程 环节 方式 方法 手段 渠道 关 弦 事项',
  '业务 知识 公开 公示 监控 预警 问责 追责 追究 查处 惩处 整改 自查 审计 提醒 责任制 思维 观 手续 警惕 办理',
);
const ENDING = new RegExp(`(?:${ABSTRACT.join('|')})(?:等|等工作|工作|力度|建设|性)?$`, 'u');

/** Words of self-discipline: a clause made of them alone says nothing, even without an opening. */
const SOFT = new Set(
  words(
    '学习 教育 培训 宣传 引导 提醒 意识 观念 认识 自律 自重 自省 自警 自励 修养 素质 素养 能力 水平 觉悟 责任心',
    '责任感 作风 廉洁 廉政 从政 用权 思想 政治 理论 道德 职业 法律 法规 法纪 党纪 党性 党风 纪律 业务 警示 理想',
    '信念 自我 约束 警钟长鸣 以案为鉴 以案促改 防微杜渐 洁身自好 秉公办事 秉公用权 公正 公平 透明 严于律己 慎独',
    '慎微 敬畏 心存 拒腐防变 履职 尽责 爱岗敬业 干部 职工 党员 工作人员 人员 全体 的 和 与 及 、 牢记 宗旨 常 抓',
    '不懈 自觉 抵制 诱惑 遵纪守法 依法 办事 行政 规范 服务 态度 正 确 正确 行使 权力 权力观 人生观 价值观 世界观',
  ),
);
const LONGEST_SOFT = 5;

/** Takes the longest known word again and again until nothing, or something unknown, is left. */
function isAllSoft(clause: string): boolean {
  let position = 0;
  while (position < clause.length) {
    let length = Math.min(LONGEST_SOFT, clause.length - position);
    while (length > 0 && !SOFT.has(clause.slice(position, position + length))) length--;
    if (length === 0) return false;
    position += length;
  }
  return true;
}

const COUNT =
  /\d|[一二两三四五六七八九十百千万]+(?:个|名|人|次|日|天|周|月|季|年|级|元|份|项|家|处|成|倍|分之|小时|方|遍|道|本|套|笔|份|种|段|卡|车|档)/u;
const TIME =
  /每(?:日|天|周|旬|月|季|年|半年|次|笔|件|批|项|个|户|单|车|台)|按(?:日|周|月|季|年)|逐(?:笔|项|件|级|人|条|一|月|日|户|份|宗)|当(?:日|天|月|场|面|年)|(?:月|季度|年|周)(?:底|末|初|中)|随时抽|\b前\b|之前|以内|以上/u;
const DOCUMENT = /《[^》]+》/u;
const ACTOR =
  /由[^，]{1,16}(?:审|核|批|签|查|办|抽|负责|组织|牵头|保管|监督|验|登记|录|填|派|定|管|承担|收|发|评)|经[^，]{1,14}(?:批准|审批|同意|签|审核|研究|核|讨论|确认|评审|公示)|(?:报|送|交)[^，]{1,12}(?:备案|批准|审批|审核|同意|审定|审查|研究)|[^，]{2,10}(?:牵头|负责(?!人|制|到底|任|的))/u;

/** What somebody does, so that another can see whether it was done. */
const ACTS = words(
  '双人 双签 双锁 双人双锁 联签 会签 会审 签字 签名 签章 签收 签批 盖章 用印 核对 复核 核验 核定 核查 核实 核销',
  '抽查 抽检 抽取 抽样 暗访 明察 回访 走访 盘点 对账 清点 登记 建档 归档 存档 备案 公示 公告 公布 公开 张贴 通报',
  '轮岗 轮换 轮流 交流任职 回避 分离 分设 审计 集体研究 集体决策 集体讨论 集体审 集体评 会议研究 上会 票决 表决',
  '招标 比价 询价 竞价 竞争性 摇号 随机 录音 录像 摄像 监控 留痕 留存 封存 加密 授权 限额 定额 绑定 锁定 上锁 系统',
  '平台 软件 模块 信息化 电子 扫码 上传 公务卡 转账 预算 报告 汇报 上报 述职 述责 述廉 谈话 约谈 函询 问询 移交 移送',
  '举报 意见箱 投诉 问卷 评议 测评 满意度 聘请 邀请 委托 第三方 专家 交叉 分级 分段 联合 联审 巡查 巡检 旁听 列席',
  '现场 实地 查验 验收 比对 填写 填报 填列 编制 制定 制订 修订 订立 出台 印发 列明 载明 注明 写明 配备 安装 收回 退回',
  '停用 保管 专人 专账 专户 专柜 专车 封签 签订 收集 复印 拍照 打印 台账 清单 登记簿 登记表 审批单 派车单 验收单',
  '入库 出库 日志 纪要 回执 承诺书 责任书 不予 不得 不准 不许 严禁 禁止 限期 停职 调离 扣减 扣除 退还 上交 上缴 报销',
  '实行 推行 采取 采用 设立 设置 指定 安排 建立 分开 隔离 互查 互审 互评 复查 评审 论证 听证 征求 听取 调阅 查阅 抄送',
);
/** An act that only serves as the name of a system or a quality: 公示制度, 登记管理. */
const AS_NOUN =
  '制度|机制|管理|工作|意识|程序|规定|纪律|力度|监督|监管|教育|要求|流程|环节|水平|体系|办法|建设|责任|职责|学习|培训|行为|质量|规范|透明|健全|能力|作用';
/** An act named straight after a slogan's verb is its object: 加强公示, 严格登记. */
const ACT = new RegExp(
  `(?<!加强|强化|严格|严肃|完善|健全|规范|落实|提高|提升|加大|推进|推动|深化|抓好|做好|执行|优化|改进|坚持|、)(?:${ACTS.join('|')})(?!${AS_NOUN})`,
  'u',
);

function isConcrete(clause: string): boolean {
  return [COUNT, TIME, DOCUMENT, ACTOR, ACT].some((sign) => sign.test(clause));
}

function words(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
