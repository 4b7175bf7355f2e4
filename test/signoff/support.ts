import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { openAssessed } from '../support/open-assessed.ts';
import type { SignOffStates, StateOptions } from '../../src/signoff/states/sign-off-states.ts';
import { signOffStates } from '../../src/signoff/states/sign-off-states.ts';
import type { CliResult } from '../support/run-cli.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const BASE = fileURLToPath(new URL('../cases/faults/base', import.meta.url));

const CHAIN = `
reviews:
  - steps:
      - {stage: 科室审核, by: departmentHead}
      - {stage: 分管领导审核, by: leaderInCharge, returnTo: 科室审核}
      - {stage: 征求意见, by: 群众代表, act: consult}
      - {stage: 局长审核, by: head, returnTo: 科室审核}
      - stage: 党组会审定
        by: 党组会
        collective: true
        parts:
          - {id: 风险点, of: [name, manifestation]}
          - {id: 防控措施, of: [measures]}
          - {id: 责任人, of: [owner, leader]}
`;

/** A small bureau whose scheme has a review chain, with two powers and points at two steps. */
export function bureau(folder: string = tempFolder()): string {
  cpSync(BASE, folder, { recursive: true });
  edit(folder, 'schemes/own/scheme.yaml', (text) => text + CHAIN);
  edit(
    folder,
    `${UNIT}/powers.yaml`,
    (text) =>
      `${text}- id: audit\n  name: 内部审计\n  steps:\n    - {id: check, name: 检查}\n    - {id: tell, name: 通报}\n`,
  );
  editRecord(folder, 'risks', 'r3', (risk) =>
    Object.assign(risk, { power: 'audit', step: 'check' }),
  );
  editRecord(folder, 'risks', 'r4', (risk) => Object.assign(risk, { step: 'apply' }));
  edit(folder, `${UNIT}/people.yaml`, () => '- {id: p01, name: 张某}\n- {id: p02, name: 李某}\n');
  editRecord(folder, 'posts', 'cashier', (post) => Object.assign(post, { holders: ['p01'] }));
  editRecord(folder, 'posts', 'chief', (post) => Object.assign(post, { holders: ['p02'] }));
  return folder;
}

export const UNIT = 'units/bureau';

/** Runs `lianfang` in a folder; one word a text without blanks. */
export function run(folder: string, words: string): Promise<CliResult> {
  return runCli(['-C', folder, ...words.split(' ')]);
}

/** The same, and it must succeed. */
export async function ok(folder: string, words: string): Promise<string> {
  const { code, out, err } = await run(folder, words);
  if (code !== 0) throw new Error(`${words}\n${out}${err}`);
  return out;
}

/** The bureau with every subject signed through the whole chain. */
export async function signedBureau(at?: string): Promise<string> {
  const folder = bureau(at);
  await ok(folder, 'review submit --all --by cashier --on 2026-03-01');
  await ok(folder, 'review approve --all --stage 科室审核 --on 2026-03-02');
  await ok(folder, 'review approve --all --stage 分管领导审核 --on 2026-03-03');
  await ok(folder, 'review approve --all --stage 征求意见 --on 2026-03-04');
  await ok(folder, 'review approve --all --stage 局长审核 --on 2026-03-05');
  await ok(folder, 'review approve --all --stage 党组会审定 --attendance 5/6 --on 2026-03-06');
  return folder;
}

/** The sign-offs of the only unit, or of the one named. */
export function statesOf(folder: string, options: StateOptions = {}, id?: string): SignOffStates {
  const { assessed } = openAssessed(folder);
  const { unit, resolved, relations, assessment } = assessed.find(
    (one) => id === undefined || one.unit.id === id,
  )!;
  return signOffStates({ unit, scheme: resolved.scheme, relations }, assessment, options);
}

export function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // A new file.
  }
  writeFileSync(path, change(text));
}

type AnyRecord = Record<string, unknown> & { id?: string };

/** Changes one record of a list file of the bureau. */
export function editRecord(
  folder: string,
  list: string,
  id: string,
  change: (record: AnyRecord) => unknown,
): void {
  edit(folder, `${UNIT}/${list}.yaml`, (text) => {
    const records = parse(text) as AnyRecord[];
    change(records.find((record) => record.id === id)!);
    return stringify(records);
  });
}
