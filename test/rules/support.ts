import { packagedWords } from '../../src/pipeline/rule-words.ts';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkData } from '../../src/pipeline/check-all.ts';
import { checkLayouts } from '../../src/pipeline/check-layouts.ts';
import type { Opened } from '../../src/pipeline/open-and-assess.ts';
import { heldRoot } from '../../src/repository/files.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { runRules } from '../../src/rules/run.ts';

const BASE = new URL('../cases/faults/base/', import.meta.url);

/** File name → text. Names stand for files of the one unit, or of the repository's root. */
export type Files = Readonly<Record<string, string>>;
/** In this file, the first such text becomes another. */
export type Edit = readonly [file: string, from: string, to: string];

/** The faultless repository of `test/cases/faults/base/`: a scheme with a little of everything, one unit. */
export const CLEAN: Files = Object.fromEntries(
  [
    'lianfang.yaml',
    'schemes/own/scheme.yaml',
    ...['unit', 'posts', 'powers', 'risks', 'measures'].map((list) => `${list}.yaml`),
  ].map((name) => [name, readFileSync(new URL(placed(name), BASE), 'utf8')]),
);

/** The clean repository with these edits; a file that it does not have is made by an edit from ''. */
export function edited(edits: readonly Edit[], base: Files = CLEAN): Files {
  const files: Record<string, string> = { ...base };
  for (const [file, from, to] of edits) {
    const text = files[file] ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    files[file] = from === '' ? text + to : text.replace(from, to);
  }
  return files;
}

/** Writes a repository with one unit, `bureau`, and reads it. */
function open(files: Files): Opened {
  return openAssessed(
    heldRoot(
      new Map(Object.entries(files).map(([name, text]) => [placed(name), Buffer.from(text)])),
    ),
  );
}

function placed(name: string): string {
  const ofRoot = name === 'lianfang.yaml' || /^(?:schemes|units)\//.test(name);
  return ofRoot ? name : `units/bureau/${name}`;
}

/** Everything found, as `LF301 posts.yaml 0/name`, and as it would be printed. */
export function checked(files: Files): {
  readonly found: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const opened = open(files);
  const { project } = opened;
  const findings = opened.assessed.flatMap(({ unit, resolved, relations, assessment }) =>
    runRules({
      project,
      unit,
      scheme: resolved.scheme,
      relations,
      assessment,
      words: packagedWords(),
    }),
  );
  const addresses = findings.map(({ code, ref }) => {
    const file = ref.file.replace('units/bureau/', '');
    return `${code} ${file} ${ref.path.join('/')}`.trim();
  });
  return { found: addresses.toSorted(), diagnostics: checkData(opened, {}, checkLayouts(opened)) };
}
