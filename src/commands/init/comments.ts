import type { Scheme } from '../../model/scheme.ts';
import type { CommentOf } from '../../source/write/write-yaml.ts';
import type { Scaffold } from './scaffold.ts';
import { TO_FILL } from './scaffold.ts';

/** What may be written behind a key that is still to be filled in: the scheme's own words. */
export function commentsFor(scheme: Scheme, file: keyof Scaffold): CommentOf {
  const { lines, aspects, kinds } = scheme.measures;
  const choices: Readonly<Record<string, readonly string[]>> = {
    category: scheme.categories.map(({ id }) => id),
    foundBy: scheme.identification.methods.map(({ id }) => id),
    handles: scheme.handles,
    line: lines,
    aspect: aspects,
    type: scheme.powerTypes,
    nature: scheme.powerNatures,
  };
  return (key, value) => {
    if (value !== TO_FILL) return undefined;
    const factor = scheme.factors[key];
    if (factor !== undefined) return `${factor.label}：${factor.scale.join('、')}`;
    if (key === 'kind') return listed(file === 'unit' ? scheme.departmentKinds : kinds);
    const words = choices[key];
    return words === undefined ? HINTS[`${file}.${key}`] : listed(words);
  };
}

function listed(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : `可选：${words.join('、')}`;
}

const HINTS: Readonly<Record<string, string>> = {
  'risks.manifestation': '会怎样出问题，一项一条',
  'risks.leader': '责任领导的岗位编号',
  'risks.owner': '责任人的岗位编号',
  'measures.executor': '执行人的岗位编号',
  'measures.due': '日期，或长期坚持、每季度等',
  'unit.supervision': '公开的办公电话，不写手机',
};
