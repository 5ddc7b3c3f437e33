import type { CaseOverviewView, CaseStepView, DiagramView } from '../../client/api.js';
import { caseWords } from '../../words/case.words.js';
import { heatOf } from './heat-of.js';

/** The way that the case took, or where it stayed how long. */
export type Look = 'path' | 'heat';

/** Smallest scale at which the words of a step can be read. */
const READABLE = 0.75;

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Canvas {
  addMarker(elementId: string, marker: string): void;
  zoom(level?: 'fit-viewport' | number, center?: 'auto'): number;
  resized(): void;
  viewbox(): { readonly outer: Pick<Shape, 'width' | 'height'> };
  viewbox(box: Shape): void;
}

interface Overlays {
  add(elementId: string, overlay: { readonly position: object; readonly html: HTMLElement }): void;
}

interface Registry {
  get(id: string): (Shape & { readonly children?: readonly unknown[] }) | undefined;
}

/** What of the viewer is used here. */
interface Services {
  get<Service>(name: string): Service;
}

/** Colours by the style sheet; counts and names as text of the page and never as markup. */
export function markDiagram(
  viewer: Services,
  view: DiagramView,
  overview: CaseOverviewView,
  look: Look,
): void {
  const canvas = viewer.get<Canvas>('canvas');
  const drawn = viewer.get<Registry>('elementRegistry');
  const mark = (id: string, marker: string) => drawn.get(id) && canvas.addMarker(id, marker);
  if (look === 'path') {
    for (const flow of Object.keys(view.taken))
      mark(flow, overview.returned.includes(flow) ? 'returned' : 'taken');
    for (const element of Object.keys(view.completed)) mark(element, 'completed');
    for (const { elementId } of overview.steps.filter(({ isLate }) => isLate)) mark(elementId, 'was-late');
  } else for (const step of overview.steps) mark(step.elementId, heatOf(step) ?? 'heat-none');
  // What holds other steps is as large as all of them: only the steps in it tell where the case is.
  const holdsOthers = (id: string) => (drawn.get(id)?.children?.length ?? 0) > 0;
  for (const element of view.active) if (!holdsOthers(element)) mark(element, 'active');
  for (const element of view.incidents) mark(element, 'incident');
  for (const step of overview.steps)
    if (drawn.get(step.elementId)) label(viewer.get<Overlays>('overlays'), step);
}

function label(overlays: Overlays, { elementId, visits, handlers }: CaseStepView): void {
  if (visits > 1)
    overlays.add(elementId, {
      position: { top: -11, right: 11 },
      html: chip('dg-n', caseWords.times(visits)),
    });
  if (handlers.length > 0)
    overlays.add(elementId, { position: { bottom: 9, left: 4 }, html: chip('dg-h', handlers.join('、')) });
}

function chip(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** The whole diagram where it fits readably, else the current step in the middle of the box. */
export function showReadably(viewer: Services, current: string | undefined): void {
  const canvas = viewer.get<Canvas>('canvas');
  const fitting = canvas.zoom('fit-viewport', 'auto');
  const element = current && viewer.get<Registry>('elementRegistry').get(current);
  if (fitting >= READABLE || !element) return;
  const { outer } = canvas.viewbox();
  const [width, height] = [outer.width / READABLE, outer.height / READABLE];
  const x = element.x + element.width / 2 - width / 2;
  const y = element.y + element.height / 2 - height / 2;
  canvas.viewbox({ x, y, width, height });
}
