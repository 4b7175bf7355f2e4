import { say } from '../../diagnostics/message.ts';
import type { Section } from '../../model/profile.ts';
import type { LayoutLoader } from '../binder.ts';
import { ROLES } from '../../signoff/steps/chain.ts';
import { suggest } from '../../util/suggest.ts';
import type { ProfileCheck } from './check-field.ts';
import { checkField } from './check-field.ts';
import { checkMarkdown, checkText } from './check-text.ts';
import type { FieldSubject } from '../fields/field.ts';
import type { KeyPath } from '../../diagnostics/diagnostic.ts';

export type SheetOfTexts = {
  readonly sheet: FieldSubject;
  readonly layoutOf: LayoutLoader | undefined;
};

/** Faults of the texts, charts and parts of a section. */
export function checkTexts(
  section: Section,
  path: KeyPath,
  { sheet, layoutOf }: SheetOfTexts,
  check: ProfileCheck,
): void {
  for (const { text, at } of textsOf(section)) checkText(text, [...path, ...at], sheet, check);
  for (const [index, { stage }] of (section.opinions ?? []).entries()) {
    checkStages(stage, [...path, 'opinions', index, 'stage'], check);
  }
  const { markdown, chart, parts } = section;
  if (markdown !== undefined) checkMarkdown(markdown, [...path, 'markdown'], sheet, check);
  if (chart?.title !== undefined) checkText(chart.title, [...path, 'chart', 'title'], sheet, check);
  if (chart !== undefined) {
    // What a chart says of points and steps must be for this audience to see.
    const key = chart.kind === 'flow' ? 'step.name' : 'risk.level';
    checkField(key, [...path, 'chart'], new Set(['step', 'risk']), check);
  }
  if (chart?.kind === 'flow' && sheet !== 'power') {
    check.report(
      'LF625',
      [...path, 'chart', 'kind'],
      '流程图只能画在每项职权一张的表上',
      '在开头写 sheetPer: power',
    );
  }
  for (const [place, part] of (parts ?? []).entries()) {
    checkPart(part, [...path, 'parts', place], { sheet, layoutOf }, check);
  }
}

/** A box must be tied to a step that some chain of the scheme has; words for posts fit any scheme. */
function checkStages(
  stages: readonly string[],
  path: KeyPath,
  { scheme, report }: ProfileCheck,
): void {
  const steps = scheme.reviews.flatMap((chain) => chain.steps);
  const known = new Set([...steps.flatMap(({ stage, by }) => [stage, by]), ...ROLES]);
  if (stages.length === 0 || stages.some((stage) => known.has(stage))) return;
  const near = suggest(stages[0] ?? '', [...known]);
  report(
    'LF625',
    path,
    say`方案的审核链没有环节「${{ stages: stages.join('、') }}」`,
    near === undefined
      ? `写方案的审核环节：${[...new Set(steps.map(({ stage }) => stage))].join('、')}`
      : `您是否要写「${near}」`,
  );
}

function checkPart(
  part: NonNullable<Section['parts']>[number],
  path: KeyPath,
  { sheet, layoutOf }: SheetOfTexts,
  check: ProfileCheck,
): void {
  if (part.title !== undefined) checkText(part.title, [...path, 'title'], sheet, check);
  if (layoutOf === undefined) return;
  const [key, name] =
    'table' in part ? (['table', part.table] as const) : (['document', part.document] as const);
  const profile = layoutOf('table' in part ? { table: name } : { document: name });
  if (profile === undefined) {
    const what = key === 'table' ? '表格版式' : '文稿';
    check.report(
      'LF610',
      [...path, key],
      say`找不到${{ what }}「${{ name }}」`,
      '改正名称，或补上这个版式',
    );
  } else if (profile.sections.some(({ parts }) => parts !== undefined)) {
    check.report(
      'LF625',
      [...path, key],
      say`「${{ name }}」自己也是汇订的材料`,
      '把其中的材料直接列在这里',
    );
  }
}

function textsOf(section: Section): { text: string; at: KeyPath }[] {
  const { list = [], signatures = [], notes = [], opinions = [], attachments = [] } = section;
  const { closing, cover } = section;
  const one = (
    ['heading', 'text', 'addressee', 'number', 'center', 'attachmentMark'] as const
  ).flatMap((key) => {
    const text = section[key];
    return text === undefined ? [] : [{ text, at: [key] }];
  });
  const many = (key: string, texts: readonly string[]) =>
    texts.map((text, index) => ({ text, at: [key, index] }));
  return [
    ...one,
    ...many('list', list),
    ...many('signatures', signatures),
    ...many('notes', notes),
    ...many('attachments', attachments),
    ...opinions.flatMap(({ title, text, signs }, index) => [
      { text: title, at: ['opinions', index, 'title'] },
      { text, at: ['opinions', index, 'text'] },
      ...signs.map((sign, place) => ({ text: sign, at: ['opinions', index, 'signs', place] })),
    ]),
    ...(closing === undefined
      ? []
      : [
          ...closing.by.map((text, index) => ({ text, at: ['closing', 'by', index] })),
          { text: closing.on, at: ['closing', 'on'] },
        ]),
    ...(cover === undefined
      ? []
      : [
          { text: cover.title, at: ['cover', 'title'] },
          ...cover.lines.map((text, index) => ({ text, at: ['cover', 'lines', index] })),
        ]),
  ];
}
