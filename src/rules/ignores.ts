import { say } from '../diagnostics/message.ts';
import type { Finding, NodeRef } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import type { Unit } from '../model/project.ts';
import { recordsOf } from '../model/unit-records.ts';

/** One entry of a record's `ignore:`. */
export type Ignore = {
  /** The record that carries it: what is found in the record or beneath it is meant. */
  readonly record: NodeRef;
  /** The entry itself. */
  readonly ref: NodeRef;
  readonly code: string;
  readonly reason: string;
  /** Everything was read, so an entry without effect really has none. */
  readonly settled: boolean;
};

export function ignoresOf(unit: Unit): Ignore[] {
  const settled = unit.incomplete.size === 0 && unit.unreadable.size === 0;
  return recordsOf(unit).flatMap(({ records }) =>
    records.flatMap((record) =>
      record.ignore.map(({ code, reason }, index) => ({
        record: record.ref,
        ref: at(record.ref, 'ignore', index),
        code,
        reason,
        settled,
      })),
    ),
  );
}

/** Of the rule with a code: whether it must be heeded, and whether it had what it needs to find all. */
type RuleStanding = (code: string) => { readonly isMandatory: boolean; readonly hasRun: boolean };

/**
 * Takes out what the data says to ignore, and reports entries without a reason (LF504) and without
 * effect (LF505). A mandatory rule cannot be ignored.
 */
export function applyIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  standingOf: RuleStanding,
): Finding[] {
  const byAddress = new Map<string, Ignore[]>();
  for (const ignore of ignores) {
    const key = address(ignore.record.file, ignore.record.path, ignore.code);
    byAddress.set(key, [...(byAddress.get(key) ?? []), ignore]);
  }
  const used = new Set<Ignore>();
  const kept = findings.filter(({ code, ref }) => {
    if (byAddress.size === 0 || standingOf(code).isMandatory) return true;
    let ignored = false;
    for (let length = 0; length <= ref.path.length; length++) {
      for (const ignore of byAddress.get(address(ref.file, ref.path.slice(0, length), code)) ??
        []) {
        used.add(ignore);
        ignored = true;
      }
    }
    return !ignored;
  });
  return [...kept, ...ignores.flatMap((ignore) => faults(ignore, used.has(ignore), standingOf))];
}

function faults(ignore: Ignore, used: boolean, standingOf: RuleStanding): Finding[] {
  const { isMandatory, hasRun } = standingOf(ignore.code);
  const found: Finding[] = [];
  if (ignore.reason === '') {
    found.push({
      code: 'LF504',
      ref: ignore.ref,
      message: say`忽略 ${{ code: ignore.code }} 没有写理由`,
      hint: '在 reason 写明为什么可以忽略，签批的人会看到',
    });
  }
  if (isMandatory) {
    found.push({
      code: 'LF505',
      ref: at(ignore.ref, 'code'),
      message: say`${{ code: ignore.code }} 不能忽略`,
      hint: '它说明数据没有读进来，只能改正',
    });
  } else if (!used && ignore.settled && hasRun) {
    found.push({
      code: 'LF505',
      ref: at(ignore.ref, 'code'),
      message: say`这里没有 ${{ code: ignore.code }} 可忽略`,
      hint: '问题已经没有，删去这一条',
    });
  }
  return found;
}

function address(file: string, path: NodeRef['path'], code: string): string {
  return [code, file, ...path].join('\n');
}
