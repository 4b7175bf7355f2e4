/**
 * Sets of names that reach each other by arrows, each in order (Tarjan 1972).
 * @param arrows from a name to others; names without arrows of their own need not be keys
 */
export function circlesIn(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  /** @returns the number of the earliest open name that this one reaches */
  const enter = (name: string): number => {
    const number = order.size;
    order.set(name, number);
    open.push(name);
    let earliest = number;
    for (const next of arrows.get(name) ?? []) {
      const known = order.get(next);
      if (known === undefined) earliest = Math.min(earliest, enter(next));
      else if (open.includes(next)) earliest = Math.min(earliest, known);
    }
    if (earliest === number) {
      const circle = open.splice(open.indexOf(name));
      if (circle.length > 1) circles.push(circle.toSorted());
    }
    return earliest;
  };
  for (const name of arrows.keys()) if (!order.has(name)) enter(name);
  return circles;
}
