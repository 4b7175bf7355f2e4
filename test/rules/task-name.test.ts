import { packagedWords } from '../../src/pipeline/rule-words.ts';
import { describe, expect, test } from 'vitest';
import { taskNameTest } from '../../src/rules/words/task-name.ts';

const isOnlyTask = taskNameTest(packagedWords().lists);

describe('isOnlyTask', () => {
  test.each(
    '公车管理 工程招标 工程设计 工程款审核及支付 公务接待 物业管理业务 印章使用 干部选拔任用 专项资金分配 行政处罚 项目审批 固定资产管理 办公用品采购 招生录取 财务报销 合同签订 会议费支出 数据发布 设备验收 低保审核 预算编制 车辆维修 人事招聘'.split(
      ' ',
    ),
  )('%s is a task', (name) => expect(isOnlyTask(name)).toBe(true));

  test.each(
    '公车私用 重大经济事项决策制度缺失或未执行 不如实申请 白条抵库 规避公开招标 收受管理服务对象礼品 泄露标底 截留专项资金 审核把关不严 超标准接待 优亲厚友 暗箱操作 擅自更改数据 插手工程项目 重复报销 自由裁量权过大 随意减免 人情执法 以次充好 账实不符 先斩后奏 验收走形式 套取补贴 支出制度过时 先施工后审批 关系网左右评审结果 领导一句话 吃空饷'.split(
      ' ',
    ),
  )('%s tells what goes wrong', (name) => expect(isOnlyTask(name)).toBe(false));
});
