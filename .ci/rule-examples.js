// Takes the planted faults of the tests over into the build, as the examples that `lianfang explain CODE`
// shows: a fault as its difference to the sound base with what is found, and the near miss as its
// difference to the fault. One that does not trigger its rule ends the build.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { checkData } from '../src/pipeline/check-all.ts';
import { checkLayouts } from '../src/pipeline/check-layouts.ts';
import { openEarlier } from '../src/pipeline/earlier.ts';
import { assessProject } from '../src/pipeline/open-and-assess.ts';
import { resolveScheme } from '../src/pipeline/resolve-scheme.ts';
import { heldRoot } from '../src/repository/files.ts';
import { openProject } from '../src/repository/open-project.ts';

const FAULTS = fileURLToPath(new URL('../test/cases/faults/', import.meta.url));
const OUT = new URL('../dist/rule-examples.json', import.meta.url);

/** A longer difference to the base is of its setting; then that to the near miss says what is wrong. */
const LONGEST = 18;
/** What commands write into reviews.yaml beside who did what and when. */
const SEALED =
  /^ {2}(?:items|basis|levels|chain|kind|role|scheme|previous|digest):.*\n(?: {4}.*\n)*/gm;
const DIGEST = /(sha256-v1:[0-9a-f]{8})[0-9a-f]+/g;
/** Characters that cannot be seen, shown by their number. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

const sound = filesIn(join(FAULTS, 'base'));
const base = linesIn(sound);
const examples = {};
for (const code of readdirSync(FAULTS).filter((name) => name !== 'base')) {
  const folder = join(FAULTS, code);
  const pairs = readdirSync(folder).filter((name) => name.startsWith('fault'));
  const given = existsSync(join(folder, 'case.yaml'))
    ? parse(readFileSync(join(folder, 'case.yaml'), 'utf8'))
    : {};
  examples[code.toUpperCase()] = pairs.toSorted().map((name) => {
    const faulty = filesIn(join(folder, name));
    const fault = { ...base, ...linesIn(faulty) };
    const nearMiss = {
      ...base,
      ...linesIn(filesIn(join(folder, name.replace('fault', 'near-miss')))),
    };
    const told = { ...given, message: messageOf(code.toUpperCase(), faulty, given) };
    const planted = difference(base, fault);
    const isLong = planted.reduce((sum, { lines }) => sum + lines.length, 0) > LONGEST;
    return isLong
      ? { ...told, fault: cut(difference(nearMiss, fault)) }
      : { ...told, fault: planted, nearMiss: cut(difference(fault, nearMiss)) };
  });
}
writeFileSync(OUT, `${JSON.stringify(examples)}\n`);

/** What the rule says of the fault. */
function messageOf(code, files, { asOf, earlier }) {
  const root = heldRoot(new Map(Object.entries({ ...sound, ...files })));
  const opened = assessProject(openProject(root), resolveScheme);
  const options = {
    ...(asOf && { asOf }),
    ...(earlier && { earlier: openEarlier(heldRoot(new Map(Object.entries(sound)))) }),
  };
  const diagnostics = checkData(opened, options, checkLayouts(opened));
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`the fault planted for ${code} is not found`);
  return found.message;
}

/** Files of a folder by path with forward slashes. */
function filesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]),
  );
}

function linesIn(files) {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => !file.endsWith('.head'))
      .map(([file, bytes]) => [file, linesOf(file, bytes)]),
  );
}

function linesOf(file, bytes) {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const written = file.endsWith('reviews.yaml') ? text.replace(SEALED, '') : text;
  return written.replace(DIGEST, '$1…').trimEnd().split('\n');
}

/** Per file the lines that differ, each with what surrounds it. */
function difference(before, after) {
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return files.flatMap((file) => {
    const lines = linesThatDiffer(before[file] ?? [], after[file] ?? []);
    return lines.length === 0 ? [] : [{ file, lines }];
  });
}

function linesThatDiffer(before, after) {
  const shown = [];
  let around = [];
  for (const hunk of hunks(before, after)) {
    const { added, removed, at } = hunk;
    const parents = parentsOf(after, at, (added[0] ?? removed[0]).search(/\S/));
    for (const line of parents.filter((each) => !around.includes(each))) {
      shown.push({ is: 'around', text: after[line] });
    }
    around = parents;
    const isChange = added.length > 0 && removed.length > 0;
    for (const text of removed) shown.push({ is: isChange ? 'was' : 'removed', text });
    for (const text of added) shown.push({ is: isChange ? 'now' : 'added', text });
  }
  return shown.map(({ is, text }) => ({ is, text: text.replace(UNSEEN, numbered) }));
}

function numbered(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Runs of lines that were removed and added, by a longest common subsequence. */
function hunks(before, after) {
  const lengths = before.map(() => after.map(() => 0));
  const common = (i, j) => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const isSame = before[i] === after[j];
      lengths[i][j] = isSame
        ? common(i + 1, j + 1) + 1
        : Math.max(common(i + 1, j), common(i, j + 1));
    }
  }
  const found = [];
  let open;
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && before[i] === after[j]) {
      open = undefined;
      i++;
      j++;
      continue;
    }
    if (open === undefined) found.push((open = { added: [], removed: [], at: j }));
    if (i < before.length && (j >= after.length || common(i + 1, j) >= common(i, j + 1))) {
      open.removed.push(before[i++]);
    } else open.added.push(after[j++]);
  }
  return found;
}

/** Indexes of the lines above under which a line stands, the outermost first. */
function parentsOf(lines, at, indent) {
  const parents = [];
  for (let index = at - 1, inner = indent; index >= 0 && inner > 0; index--) {
    const own = lines[index].search(/\S/);
    if (own < 0 || own >= inner) continue;
    parents.unshift(index);
    inner = own;
  }
  return parents;
}

/** At most so many lines, and how many are left out. */
function cut(files) {
  let room = LONGEST;
  return files.flatMap(({ file, lines }) => {
    const shown = lines.slice(0, Math.max(room, 0));
    room -= lines.length;
    const left = lines.length - shown.length;
    return [{ file, lines: shown, ...(left > 0 && { left }) }];
  });
}
