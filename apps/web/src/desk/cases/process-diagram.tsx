import NavigatedViewerModule from 'bpmn-js/lib/NavigatedViewer.js';
import { useEffect, useRef, useState } from 'react';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import type { DiagramView } from '../../generated/types.gen.js';
import { words } from '../../words/words.js';

/** The library's types are written for CommonJS; what Vite bundles is the ES module with its default export. */
type ViewerClass = typeof NavigatedViewerModule extends { default: infer Class }
  ? Class
  : typeof NavigatedViewerModule;
const NavigatedViewer = NavigatedViewerModule as unknown as ViewerClass;

/** Smallest scale at which the words of a step can be read. */
const READABLE = 0.75;

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Canvas {
  addMarker(elementId: string, marker: string): void;
  zoom(level?: 'fit-viewport', center?: 'auto'): number;
  viewbox(): { readonly outer: Pick<Shape, 'width' | 'height'> };
  viewbox(box: Shape): void;
}

/** The process as it was published, with the flows that were taken; the bpmn.io mark stays visible, as its licence asks. */
export function ProcessDiagram({ view }: { readonly view: DiagramView }) {
  const container = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(true);
  useEffect(() => {
    const viewer = new NavigatedViewer({ container: container.current! });
    let gone = false;
    viewer.importXML(view.xml).then(
      () => {
        if (!gone) mark(viewer, view);
      },
      // BPMN lets a process go without a picture; the steps then stand in the lists alone.
      () => setDrawn(false),
    );
    return () => {
      gone = true;
      viewer.destroy();
    };
  }, [view]);
  if (!isDrawn) return <p className="t3">{words.notDrawn}</p>;
  return <div className="diagram" ref={container} role="group" aria-label={words.diagram} />;
}

function mark(viewer: InstanceType<ViewerClass>, view: DiagramView): void {
  const canvas = viewer.get<Canvas>('canvas');
  showReadably(viewer, view.active[0]);
  for (const flow of Object.keys(view.taken)) canvas.addMarker(flow, 'taken');
  for (const element of view.active) canvas.addMarker(element, 'active');
  for (const element of view.incidents) canvas.addMarker(element, 'incident');
}

/** The whole diagram where it fits readably, else the current step in the middle of the box. */
function showReadably(viewer: InstanceType<ViewerClass>, current: string | undefined): void {
  const canvas = viewer.get<Canvas>('canvas');
  const fitting = canvas.zoom('fit-viewport', 'auto');
  const element =
    current && viewer.get<{ get(id: string): Shape | undefined }>('elementRegistry').get(current);
  if (fitting >= READABLE || !element) return;
  const { outer } = canvas.viewbox();
  const [width, height] = [outer.width / READABLE, outer.height / READABLE];
  const x = element.x + element.width / 2 - width / 2;
  const y = element.y + element.height / 2 - height / 2;
  canvas.viewbox({ x, y, width, height });
}
