import type { AssessedUnit } from '../../pipeline/open-and-assess.ts';
import type { OutputFile } from '../write-files.ts';
import type { PrintedPaper } from './print-paper.ts';

/** 目录: which papers a unit's set holds, and in which files. */
export function contentsFile(
  { unit, resolved }: AssessedUnit,
  printed: readonly Pick<PrintedPaper, 'title' | 'files'>[],
): OutputFile {
  const lines = printed.map(({ title, files }, index) => {
    const names = files.map(({ path }) => path.slice(unit.id.length + 1));
    const shown = names.length === 0 ? '本年尚无此项' : names.map(asLink).join('、');
    return `| ${index + 1} | ${title} | ${shown} |\n`;
  });
  const bytes = `# ${unit.info.name}：${resolved.scheme.title}\n\n| 序号 | 名称 | 文件 |\n| --- | --- | --- |\n${lines.join('')}`;
  return { path: `${unit.id}/目录.md`, bytes };
}

function asLink(name: string): string {
  return `[${name}](<${name}>)`;
}
