import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../src/renderers/renderer-registry.ts';
import { bureauList, longTextList, personSheet } from './samples.ts';

/** What a person sees on paper, asked of a real office program. Skipped where there is none. */
const OFFICE = 'soffice';
const TO_TEXT = 'pdftotext';
const hasOffice = [OFFICE, TO_TEXT].every((program) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const PAPERS: Readonly<Record<string, Document>> = {
  list: bureauList(20, 10),
  person: personSheet({ draft: true }),
  persons: personSheet({ risks: 6 }),
  long: longTextList(),
};

describe.skipIf(!hasOffice)('printed by LibreOffice', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianfang-office-'));
  const pages: Record<string, string[]> = {};

  beforeAll(async () => {
    const { render } = await loadRenderer('xlsx');
    for (const [name, document] of Object.entries(PAPERS)) {
      const [file] = await render([document], { name, fonts: DEFAULT_FONTS, author: '某县某局' });
      writeFileSync(join(folder, `${name}.xlsx`), file!.bytes);
    }
    const files = Object.keys(PAPERS).map((name) => join(folder, `${name}.xlsx`));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const office = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
    execFileSync(OFFICE, office, { stdio: 'ignore' });
    for (const name of Object.keys(PAPERS)) {
      execFileSync(TO_TEXT, ['-layout', `${folder}/${name}.pdf`, `${folder}/${name}.txt`]);
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
      pages[name] = text
        .split('\f')
        .slice(0, -1)
        .map((page) => page.replace(/\s+/g, ''));
    }
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every page of a list has the head, its number and whole groups', () => {
    const list = pages['list'] ?? [];
    expect(list.length).toBeGreaterThan(10);
    expect(list.length).toBeLessThan(40);
    list.forEach((page, index) => {
      expect(page).toContain('防控措施');
      expect(page).toContain(`第${index + 1}页共${list.length}页`);
      // The merged owner is said again on each page.
      expect(page).toContain('张某');
    });
  });

  test('a form fits one page and says that it is a draft', () => {
    expect(pages['person']).toHaveLength(1);
    expect(pages['person']?.[0]).toContain('草稿');
    expect(pages['person']?.[0]).toContain('填表日期');
  });

  test('opinions stand together, below the head of what they are about', () => {
    const last = pages['persons']?.at(-1) ?? '';
    for (const text of ['风险点及表现形式', '科室意见', '领导小组审定意见', '（盖章）', '填表人']) {
      expect(last).toContain(text);
    }
  });

  test('nothing of a 4,000-character cell is clipped', () => {
    const text = (pages['long'] ?? []).join('');
    // 160 sentences in one column, some more in its neighbour: each ends with the same word.
    expect(text.match(/；/g)?.length ?? 0).toBeGreaterThanOrEqual(160 + 28);
    expect(text).toContain('定额加油');
    expect(text).toContain('=1+1');
  });
});
