import type { Lifecycle } from '../../../lifecycle/lifecycle.js';
import type { StateChanges } from '../gather/state-changes.js';
import { markup, type Html } from '../html/markup.js';
import { lifecycleWords } from '../words/lifecycle-words.js';
import { counted } from '../words/count-words.js';
import { lifecycleLayout, type Arrow, type StateBox } from './lifecycle-layout.js';

/** Draws a lifecycle: what was observed in strong lines with how often, what was not in thin broken ones. */
export function lifecyclePicture(lifecycle: Lifecycle, changes: StateChanges): Html {
  const { width, height, boxes, arrows } = lifecycleLayout(lifecycle);
  const countOf = ({ transitions }: Pick<Arrow, 'transitions'>): number =>
    transitions.reduce((sum, id) => sum + (changes.of(lifecycle.name, id)?.count ?? 0), 0);
  const reached = new Set(arrows.filter((arrow) => countOf(arrow) > 0).flatMap(({ from, to }) => [from, to]));
  const { name } = lifecycle;
  const seen = lifecycle.transitions.filter(({ id }) => changes.of(name, id) !== undefined).length;
  const size = `0 0 ${width} ${height}`;
  return markup`<svg class="picture lifecycle" role="img" viewBox="${size}" width="${width}" height="${height}" aria-labelledby="picture-${name}">
<title id="picture-${name}">State diagram of ${lifecycleWords[name]}: ${seen} of ${counted(lifecycle.transitions.length, 'transition')} observed. The table below says the same in words.</title>
<defs>${['seen', 'unseen'].map((look) => arrowHead(`${name}-${look}`, look))}</defs>
${arrows.map((arrow) => arrowLine(arrow, countOf(arrow), name))}
${boxes.map((box) => stateBox(box, lifecycle, reached.has(box.name)))}
${arrows.map((arrow) => arrowLabel(arrow, countOf(arrow)))}</svg>
`;
}

function arrowHead(id: string, look: string): Html {
  return markup`<marker id="${id}" class="head ${look}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>`;
}

function arrowLine({ points }: Arrow, count: number, name: string): Html {
  const look = count > 0 ? 'seen' : 'unseen';
  return markup`<path class="arrow ${look}" d="${smooth(points)}" marker-end="url(#${name}-${look})"/>`;
}

/** A curve through every point of the way, so that an arrow passes through its own label. */
function smooth(points: Arrow['points']): string {
  const [first] = points;
  if (first === undefined) return '';
  const curves = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const reach = Math.hypot(to.x - from.x, to.y - from.y) / 3;
    const [out, back] = [direction(points, index), direction(points, index + 1)];
    const controls = [
      { x: from.x + out.x * reach, y: from.y + out.y * reach },
      { x: to.x - back.x * reach, y: to.y - back.y * reach },
    ];
    return `C${[...controls, to].map(place).join(' ')}`;
  });
  return `M${place(first)}${curves.join('')}`;
}

/** Which way a line goes at one of its points, as a step of length 1. */
function direction(points: Arrow['points'], index: number): Arrow['label'] {
  const [before, after] = [points[index - 1] ?? points[index], points[index + 1] ?? points[index]];
  if (before === undefined || after === undefined) return { x: 0, y: 0 };
  const [x, y] = [after.x - before.x, after.y - before.y];
  const length = Math.max(1, Math.hypot(x, y));
  return { x: x / length, y: y / length };
}

function place({ x, y }: Arrow['label']): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function arrowLabel({ label, transitions }: Arrow, count: number): Html | null {
  if (count === 0) return null;
  const title = transitions.join(', ');
  return markup`<g class="count"><title>${title}</title><rect x="${label.x - 18}" y="${label.y - 9}" width="36" height="18" rx="9"/><text x="${label.x}" y="${label.y + 4}">×${count}</text></g>`;
}

function stateBox({ name, x, y, width, height }: StateBox, { states }: Lifecycle, reached: boolean): Html {
  const look = reached ? 'seen' : 'unseen';
  if (name === 'none') return markup`<circle class="start ${look}" cx="${x}" cy="${y}" r="8"/>`;
  const state = states.find((each) => each.name === name);
  const wire = state === undefined ? 'any state' : String(state.value) === name ? null : `value ${state.value}`;
  const end = state?.final === true ? 'final' : '';
  const middle = wire === null ? y + 4 : y - 2;
  return markup`<g class="state ${look} ${end}"><rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="8"/><text x="${x}" y="${middle}">${name}</text>${wire === null ? null : markup`<text class="wire" x="${x}" y="${y + 13}">${wire}</text>`}</g>`;
}
