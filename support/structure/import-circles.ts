/** One import between two modules, by their paths. */
export interface ImportArrow {
  readonly from: string;
  readonly to: string;
}

/**
 * Modules that import each other in a circle, however long: each group is the largest set in which every module is reached
 * from every other one. Sorted, groups by their first module.
 */
export function importCircles(imports: readonly ImportArrow[]): readonly (readonly string[])[] {
  const imported = new Map<string, string[]>();
  for (const { from, to } of imports) imported.set(from, [...(imported.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path = new Set<string>();
  const circles: string[][] = [];
  // Tarjan's strongly connected components.
  const visit = (module: string): number => {
    const own = order.size;
    order.set(module, own);
    lowest.set(module, own);
    path.add(module);
    for (const next of imported.get(module) ?? []) {
      const seen = order.get(next);
      if (seen !== undefined && !path.has(next)) continue;
      lowest.set(module, Math.min(lowest.get(module) ?? own, seen ?? visit(next)));
    }
    const low = lowest.get(module) ?? own;
    if (low === own) {
      const circle = [...path].slice([...path].indexOf(module));
      for (const one of circle) path.delete(one);
      if (circle.length > 1 || (imported.get(module) ?? []).includes(module)) circles.push(circle.sort());
    }
    return low;
  };
  for (const module of imported.keys()) if (!order.has(module)) visit(module);
  return circles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
