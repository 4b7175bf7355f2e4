import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../model/project.ts';
import { compareNatural } from '../../util/natural-order.ts';
import { defineRule } from '../rule.ts';

/** Something that hangs under another: id, name, what it hangs under, and where that is written. */
type Link = {
  readonly id: string;
  readonly name: string;
  readonly above: string | undefined;
  readonly ref: NodeRef;
};

export const circle = defineRule({
  meta: {
    code: 'LF204',
    name: 'circle',
    title: '上下级关系成圈',
    severity: 'error',
    rationale: '甲的上级是乙、乙的上级又是甲，审核和汇总都找不到头。',
  },
  check({ project, unit, report }) {
    const chains: readonly [string, readonly Link[]][] = [
      ['岗位的上级', unit.posts.map((post) => link(post, post.reportsTo, 'reportsTo'))],
      [
        '机构的上级',
        unit.departments.map((department) => link(department, department.parent, 'parent')),
      ],
    ];
    for (const [what, links] of chains) {
      for (const ring of circles(links)) {
        report(ring.first.ref, say`${{ what }}成圈：${{ circle: spelled(ring) }}`, {
          hint: '改正其中一个的上级',
        });
      }
    }
    for (const ring of circlesOfUnits(project)) {
      // One finding for a circle of several units, at the unit that comes first.
      if (ring.first.id !== unit.id) continue;
      report(ring.first.ref, say`单位的上级成圈：${{ circle: spelled(ring) }}`, {
        hint: '改正其中一个的上级',
      });
    }
  },
});

/** The link that comes first, and those after it on the way back to it. */
type Circle = { readonly first: Link; readonly others: readonly Link[] };

const unitCircles = new WeakMap<Project, readonly Circle[]>();

/** Looked for once, not once for each unit. */
function circlesOfUnits(project: Project): readonly Circle[] {
  let known = unitCircles.get(project);
  if (known === undefined) {
    known = circles(
      project.units.map(({ id, info }) => link({ ...info, id }, info.parent, 'parent')),
    );
    unitCircles.set(project, known);
  }
  return known;
}

function link(
  record: { readonly id: string; readonly name: string; readonly ref: NodeRef },
  above: string | undefined,
  key: string,
): Link {
  return { id: record.id, name: record.name || record.id, above, ref: at(record.ref, key) };
}

/** Every circle once, beginning with its first id in natural order. */
function circles(links: readonly Link[]): Circle[] {
  const linkById = new Map(links.map((each) => [each.id, each]));
  const settled = new Set<string>();
  const found: Circle[] = [];
  for (const start of links) {
    const walked: Link[] = [];
    const onWay = new Set<string>();
    let next: Link | undefined = start;
    while (next !== undefined && !settled.has(next.id) && !onWay.has(next.id)) {
      onWay.add(next.id);
      walked.push(next);
      next = next.above === undefined ? undefined : linkById.get(next.above);
    }
    if (next !== undefined && onWay.has(next.id)) found.push(...fromFirst(walked, next.id));
    for (const { id } of walked) settled.add(id);
  }
  return found;
}

/** The circle that a walk ends in, entered where it was entered first. */
function fromFirst(walked: readonly Link[], entry: string): Circle[] {
  const ring = walked.slice(walked.findIndex(({ id }) => id === entry));
  const [first] = ring.toSorted((a, b) => compareNatural(a.id, b.id));
  if (first === undefined) return [];
  const start = ring.indexOf(first);
  return [{ first, others: [...ring.slice(start + 1), ...ring.slice(0, start)] }];
}

function spelled({ first, others }: Circle): string {
  return [first, ...others, first].map(({ name }) => `「${name}」`).join('→');
}
