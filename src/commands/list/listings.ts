import { textOf } from '../../diagnostics/message.ts';
import { UsageError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { KINDS } from '../../model/kinds.ts';
import type { SheetSubject } from '../../model/profile.ts';
import { METHODS } from '../../model/rating.ts';
import { listFields } from '../../papers/fields/field-registry.ts';
import { NOT_RATED, UNRATED } from '../../papers/fields/field-values.ts';
import type { AssessedUnit } from '../../pipeline/open-and-assess.ts';
import { registeredRules } from '../../pipeline/registered-rules.ts';
import type { ResolvedScheme } from '../../pipeline/resolved-scheme.ts';
import { loadProfile } from '../../pipeline/load-profile.ts';
import { resolveScheme } from '../../pipeline/resolve-scheme.ts';
import {
  findProjectRoot,
  openPackagedSchemes,
  openProject,
} from '../../repository/open-project.ts';
import { readPackagedLists } from '../../repository/packaged-words.ts';
import { readRuleExamples } from '../../repository/rule-texts.ts';
import type { SchemeLibrary } from '../../repository/scheme-library.ts';
import { shortDigest, unitDigest } from '../../signoff/digests/unit-digest.ts';
import { ruleMarkdown } from '../rule-text.ts';
import { workFolder } from '../work-folder.ts';
import { openHere } from '../open-here.ts';
import type { ListArgs, Listing } from './listing-text.ts';

/** What can be listed. */
export const LISTINGS: Readonly<
  Record<string, (args: ListArgs, io: Io) => Listing | Promise<Listing>>
> = {
  schemes: listSchemes,
  papers: listPapers,
  rules: listRules,
  words: listWords,
  fields: listFieldKeys,
  units: listUnits,
  risks: (args, io) => listRecords(args, io, 'risks'),
  posts: (args, io) => listRecords(args, io, 'posts'),
  powers: (args, io) => listRecords(args, io, 'powers'),
};

const METHOD_WORDS: Readonly<Record<(typeof METHODS)[number], string>> = {
  first: '逐条判断',
  matrix: '矩阵',
  score: '计分',
  consequence: '按后果',
  count: '计数',
  raters: '多方评定',
  gravestOf: '从重',
  triggers: '触发条件',
};
const RATED_WORDS = { riskPoint: '风险点', post: '岗位', power: '职权', leadingPost: '领导岗位' };

function listSchemes(args: ListArgs, io: Io): Listing {
  const rows = schemesWanted(args, io).map(({ scheme }) => {
    const method = METHODS.find((name) => scheme.rating[name] !== undefined);
    return [
      scheme.id,
      scheme.title,
      scheme.levels.map((level) => level.id).join('/'),
      `${RATED_WORDS[scheme.rating.of]}·${method === undefined ? '' : METHOD_WORDS[method]}`,
      scheme.categories.map((category) => category.id).join('、') || '不分类',
      scheme.papers.map((paper) => `《${paper.title}》`).join(''),
      scheme.source ?? '',
    ];
  });
  return {
    columns: [
      { key: 'id', header: '编号' },
      { key: 'title', header: '方案' },
      { key: 'levels', header: '等级' },
      { key: 'rating', header: '评定' },
      { key: 'categories', header: '类别' },
      { key: 'papers', header: '表格' },
      { key: 'source', header: '出处' },
    ],
    rows,
    blocks: true,
  };
}

function sheetWords(per: SheetSubject): string {
  if (per === 'holder') return '每人一张';
  return per === 'none' ? '一张' : (KINDS[per].sheet?.each ?? '');
}

const LAYOUT_WORDS = { form: 'Excel', letter: 'Word' } as const;

function listPapers(args: ListArgs, io: Io): Listing {
  const library = libraryHere(args, io);
  const rows = schemesWanted(args, io).flatMap((resolved) =>
    resolved.scheme.papers.map((paper, index) => {
      const { profile } = loadProfile(paper, ['papers', index], resolved, library);
      const per = profile === undefined ? '' : sheetWords(profile.sheetPer);
      const command = `lianfang report ${paper.id}`;
      const { scheme } = resolved;
      const row = [scheme.id, paper.id, paper.title, per, paper.clause ?? ''];
      // For the guide: which notice, which paper, which command.
      return args.markdown === true
        ? [scheme.title, ...row.slice(1), LAYOUT_WORDS[profile?.style ?? 'form'], `\`${command}\``]
        : row;
    }),
  );
  return {
    columns: [
      { key: 'scheme', header: '方案' },
      { key: 'id', header: '编号' },
      { key: 'title', header: '名称' },
      { key: 'per', header: '张数' },
      { key: 'clause', header: '条款' },
      ...(args.markdown === true
        ? [
            { key: 'format', header: '默认格式' },
            { key: 'command', header: '命令' },
          ]
        : []),
    ],
    rows,
  };
}

const SEVERITY_WORDS = { error: '错误', warning: '提醒', info: '提示', todo: '待填' };

function listRules(): Listing {
  const rules = registeredRules();
  return {
    columns: [
      { key: 'code', header: '编号' },
      { key: 'name', header: '名称' },
      { key: 'severity', header: '级别' },
      { key: 'title', header: '说明' },
    ],
    rows: rules.map(({ meta }) => [
      meta.code,
      meta.name,
      SEVERITY_WORDS[meta.severity],
      meta.title,
    ]),
    details: () => {
      const examples = readRuleExamples();
      return rules.map(({ meta }) => ruleMarkdown(meta, examples[meta.code] ?? []));
    },
  };
}

/** The packaged word lists, by which rules tell texts apart. */
function listWords(): Listing {
  return {
    columns: [
      { key: 'id', header: '编号' },
      { key: 'title', header: '名称' },
      { key: 'note', header: '说明' },
      { key: 'words', header: '词' },
    ],
    rows: readPackagedLists().map(({ id, title, note = '', words }) => [
      id,
      title,
      note,
      words.join(' '),
    ]),
    blocks: true,
  };
}

const AUDIENCE_WORDS = { internal: '内部', unit: '单位内', public: '社会' };

function listFieldKeys(args: ListArgs, io: Io): Listing {
  const scheme = args.scheme === undefined ? undefined : schemesWanted(args, io)[0]?.scheme;
  return {
    columns: [
      { key: 'key', header: '字段' },
      { key: 'header', header: '表头' },
      { key: 'audience', header: '最宽范围' },
      { key: 'personal', header: '个人信息' },
    ],
    rows: listFields(scheme).map(({ key, header, audience, personal }) => [
      key,
      header,
      AUDIENCE_WORDS[audience],
      personal ? '是' : '',
    ]),
  };
}

async function listRecords(
  args: ListArgs,
  io: Io,
  kind: 'risks' | 'posts' | 'powers',
): Promise<Listing> {
  const { assessed } = await openHere(io, args);
  const wanted = assessed.filter(({ unit }) => args.unit === undefined || unit.id === args.unit);
  if (wanted.length === 0)
    throw new UsageError(
      `没有单位「${args.unit ?? ''}」`,
      '用 lianfang check --summary 查看各单位',
    );
  return {
    columns: [
      { key: 'unit', header: '单位' },
      { key: 'id', header: '编号' },
      { key: 'level', header: '等级' },
      { key: 'name', header: '名称' },
    ],
    rows: wanted.flatMap((each) =>
      each.relations[kind].map(({ id, name }) => [each.unit.id, id, levelOf(each, kind, id), name]),
    ),
  };
}

async function listUnits(args: ListArgs, io: Io): Promise<Listing> {
  return {
    columns: [
      { key: 'id', header: '编号' },
      { key: 'name', header: '名称' },
      { key: 'scheme', header: '方案' },
      { key: 'risks', header: '风险点' },
      { key: 'digest', header: '数据摘要' },
    ],
    rows: (await openHere(io, args)).assessed.map(({ unit, resolved, relations }) => [
      unit.id,
      unit.info.name,
      resolved.scheme.id,
      `${relations.risks.length} 个风险点`,
      shortDigest(unitDigest(unit)),
    ]),
  };
}

function levelOf(
  { assessment }: AssessedUnit,
  kind: 'risks' | 'posts' | 'powers',
  id: string,
): string {
  const assessed = assessment[kind].get(id);
  if (assessed === undefined || assessed.status === 'notRated') return NOT_RATED;
  return assessed.level ?? UNRATED;
}

function libraryHere(args: ListArgs, io: Io): SchemeLibrary {
  const root = findProjectRoot(workFolder(io, args));
  return root === undefined ? openPackagedSchemes() : openProject(root).library;
}

function schemesWanted(args: ListArgs, io: Io): ResolvedScheme[] {
  const library = libraryHere(args, io);
  const ids = args.scheme === undefined ? library.schemeIds : [args.scheme];
  return ids.flatMap((id) => {
    const resolved = resolveScheme(id, { file: '', path: [] }, library);
    if (resolved.scheme !== undefined) return [resolved];
    if (args.scheme === undefined) return [];
    const [fault] = resolved.findings;
    throw new UsageError((fault && textOf(fault.message)) ?? `没有方案「${id}」`, fault?.hint);
  });
}
