import type { SchemeLibrary } from '../../repository/scheme-library.ts';

/** What must be known before anything is written. */
export type InitAnswers = { readonly scheme: string; readonly unit: string; readonly id: string };

type Known = {
  readonly scheme?: string | undefined;
  readonly unit?: string | undefined;
  readonly id?: string | undefined;
  readonly suggestedId: string;
  readonly usualScheme: string | undefined;
  readonly units: readonly string[];
};

/** Asks at the terminal for what the options did not say; undefined if the person gave up. */
export async function askWhatIsMissing(
  known: Known,
  library: SchemeLibrary,
): Promise<InitAnswers | undefined> {
  const prompts = await import('@clack/prompts');
  prompts.intro('新建廉政风险防控数据');
  const scheme =
    known.scheme ??
    (await prompts.select({
      message: '按哪个方案开展？（↑↓ 选择，回车确认）',
      showInstructions: false, // they are in English
      options: library.schemeIds.map((id) => ({ value: id, label: titleOf(id, library) })),
      ...(known.usualScheme === undefined ? {} : { initialValue: known.usualScheme }),
    }));
  if (prompts.isCancel(scheme)) return undefined;
  const unit =
    known.unit ??
    (await prompts.text({
      message: '单位名称？',
      validate: (value) => ((value ?? '').trim() === '' ? '请填写单位名称' : undefined),
    }));
  if (prompts.isCancel(unit)) return undefined;
  const id =
    known.id ??
    (await prompts.text({
      message: '单位编号（文件夹名）？',
      initialValue: known.suggestedId,
      validate: (value) => faultOfId(value ?? '', known.units),
    }));
  if (prompts.isCancel(id)) return undefined;
  return { scheme, unit: unit.trim(), id };
}

function faultOfId(id: string, units: readonly string[]): string | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return '只用小写字母、数字和连字符';
  return units.includes(id) ? '这个编号已经用过' : undefined;
}

function titleOf(id: string, library: SchemeLibrary): string {
  const title = (library.scheme(id)?.value as { title?: unknown } | undefined)?.title;
  return typeof title === 'string' ? `${title}（${id}）` : id;
}
