import type { CommandLine } from './line.ts';
import { command } from './line.ts';
import { collect, today } from './options.ts';

/** 审核: what writes sign-offs down, and what verifies them. */
export function addReviewCommands({ program, io, common, end }: CommandLine): void {
  const reviews = program.command('review').description('报送、审核、退回：每一步都与内容绑定');
  const dated = (on: string): string => (on === 'today' ? today(io) : on);
  for (const [action, description, examples] of REVIEW_ACTS) {
    command(reviews, action, description, examples)
      .argument('[subjects...]', '岗位、机构或风险点的编号，或 unit、list/表格编号')
      .option('-u, --unit <id>', '单位编号')
      .option('--department <id>', '该机构和其中各岗位')
      .option('--all', '全部对象')
      .option('--stage <name>', '环节（默认下一环节）')
      .requiredOption('--on <date>', '日期，如 2026-03-31，或 today', dated)
      .option(
        '--by <post>',
        '办理人的岗位编号（默认方案规定的那个岗位；成批报送时，个人的由本人报送）',
      )
      .option('--person <id>', '办理人的人员编号')
      .option('--body <name>', '办理机构（默认方案规定的机构）')
      .option('--attendance <n/m>', '集体研究的到会情况：到会/应到，如 7/9')
      .option('--opinion <text>', '意见；退回时须写明理由')
      .option('--minutes <number>', '会议纪要编号')
      .option('--part <name>', '退回的是哪一项内容，可重复', collect())
      .option('--form <paper>', '所签表格的编号')
      .option('--scan <file>', '签字扫描件，可重复', collect())
      .option('--dry-run', '只说明将记下什么')
      .action(async (subjects, options) => {
        const { review } = await import('../commands/review/act-on-subjects.ts');
        end(await review({ ...common(), ...options, action, subjects }, io));
      });
  }
  command(reviews, 'list', '各对象走到哪一步，哪些须重新评定', [
    'lianfang review list --unit finance-bureau',
    'lianfang review list cashier --unit finance-bureau --as-of 2026-06-01 --json',
  ])
    .argument('[subjects...]', '只列这些对象')
    .option('-u, --unit <id>', '单位编号')
    .option('--as-of <date>', '以此日判断逾期，如 2026-06-01，或 today', dated)
    .option('--json', '输出 JSON')
    .action(async (subjects, options) => {
      const { reviewList } = await import('../commands/review/review-list.ts');
      end(await reviewList({ ...common(), ...options, subjects }, io));
    });
  command(reviews, 'file', '备案：把审核通过的内容报给方案规定的机关', [
    'lianfang review file cashier --by office-head --on 2026-03-31 --unit finance-bureau',
    'lianfang review file cashier --to 市纪委监委 --receipt 备〔2026〕12号 --on today --unit finance-bureau',
  ])
    .argument('[subjects...]', '只报这些对象的（默认全部）')
    .option('-u, --unit <id>', '单位编号')
    .option('--duty <id>', '办的是方案 duties 中的哪一项（只有一项合适时可省略）')
    .option('--to <office>', '备案机关（方案只有一个时可省略）')
    .requiredOption('--on <date>', '报送日期', dated)
    .option('--by <post>', '报送人的岗位编号')
    .option('--receipt <number>', '回执编号')
    .option('--dry-run', '只说明将记下什么')
    .action(async (subjects, options) => {
      const { reviewFile } = await import('../commands/review/hand-on.ts');
      end(await reviewFile({ ...common(), ...options, subjects }, io));
    });
  command(reviews, 'publish', '公示：把审核通过的内容按方案规定公开', [
    'lianfang review publish --unit womens-federation --on 2026-08-21 --until 2026-08-31',
    'lianfang review publish --unit womens-federation --title 风险点公示 --on 2026-08-21 --until 2026-08-31 --dry-run',
  ])
    .argument('[subjects...]', '只公示这些对象的（默认全部）')
    .option('-u, --unit <id>', '单位编号')
    .requiredOption('--on <date>', '开始日期', dated)
    .option('--until <date>', '结束日期（默认按方案的天数）', dated)
    .option('--duty <id>', '办的是方案 duties 中的哪一项（只有一项合适时可省略）')
    .option('--title <text>', '公示名称')
    .option('--place <text>', '公示地点（默认方案规定的）')
    .option('--by <post>', '签发人的岗位编号')
    .option('--dry-run', '只说明将记下什么')
    .action(async (subjects, options) => {
      const { reviewPublish } = await import('../commands/review/hand-on.ts');
      end(await reviewPublish({ ...common(), ...options, subjects }, io));
    });
  command(reviews, 'propose', '纪检机构建议提高等级，列入重评清单', [
    'lianfang review propose q-01 --level 一级 --body 镇纪委 --opinion 近期信访集中 --on 2026-05-06 --unit town',
    'lianfang review propose trustee --level 一级 --body 镇纪委 --opinion 职权扩大 --on today --unit town',
  ])
    .argument('<subject>', '风险点或岗位的编号')
    .option('-u, --unit <id>', '单位编号')
    .requiredOption('--level <name>', '建议的等级')
    .requiredOption('--opinion <text>', '理由')
    .requiredOption('--on <date>', '日期', dated)
    .option('--by <post>', '建议人的岗位编号')
    .option('--body <name>', '建议的机构')
    .option('--dry-run', '只说明将记下什么')
    .action(async (subject, options) => {
      const { propose } = await import('../commands/review/propose.ts');
      end(await propose({ ...common(), ...options, subject }, io));
    });

  command(program, 'verify', '核验审核记录：链条、摘要、次序、日期、主体和扫描件', [
    'lianfang verify',
    'lianfang verify --unit finance-bureau --git --json',
  ])
    .option('-u, --unit <id>', '只核验此单位')
    .option('--git', '列出每条记录由谁提交')
    .option('--json', '输出 JSON')
    .action(async (options) => {
      const { verify } = await import('../commands/verify.ts');
      end(await verify({ ...common(), ...options }, io));
    });
}

const REVIEW_ACTS = [
  [
    'submit',
    '报送：填好的内容交付审核',
    [
      'lianfang review submit budget-head --unit finance-bureau --on 2026-03-02',
      'lianfang review submit --department budget --by budget-head --on 2026-03-02 --unit finance-bureau --dry-run',
    ],
  ],
  [
    'approve',
    '办理一个环节：同意、反馈意见或登记',
    [
      'lianfang review approve treasury-head --unit finance-bureau --on 2026-03-31',
      'lianfang review approve treasury account-clerk --stage 派驻机构审核 --on 2026-03-31 --unit finance-bureau --dry-run',
    ],
  ],
  [
    'return',
    '退回：写明理由，回到方案规定的环节',
    [
      'lianfang review return procurement-head --opinion 表现形式不具体 --on 2026-03-31 --unit finance-bureau',
      'lianfang review return treasury-head --part 防控措施 --opinion 措施空泛 --on 2026-03-31 --unit finance-bureau',
    ],
  ],
] as const;
