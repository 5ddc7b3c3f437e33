import NavigatedViewerModule from 'bpmn-js/lib/NavigatedViewer.js';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CaseOverviewView, DiagramView } from '../../client/api.js';
import { markDiagram, showReadably, type Canvas, type Look } from './diagram-marks.js';

/** The library's types are written for CommonJS; what Vite bundles is the ES module with its default export. */
type ViewerClass = typeof NavigatedViewerModule extends { default: infer Class }
  ? Class
  : typeof NavigatedViewerModule;
const NavigatedViewer = NavigatedViewerModule as unknown as ViewerClass;

export interface Drawn {
  readonly view: DiagramView;
  readonly overview: CaseOverviewView;
  readonly look: Look;
}

/** Draws into a box of the page; `isDrawn` is false for a process without a picture, `canvas` answers nothing until it is there. */
export function useDiagram(container: RefObject<HTMLElement | null>, { view, overview, look }: Drawn) {
  const viewer = useRef<InstanceType<ViewerClass>>(undefined);
  const [isDrawn, setDrawn] = useState(true);
  useEffect(() => {
    const box = container.current!;
    const own = new NavigatedViewer({ container: box });
    // Hears the box's size at once, and whenever the window or the letters change it.
    const sized = new ResizeObserver(() => {
      own.get<Canvas>('canvas').resized();
      showReadably(own, view.active[0]);
    });
    let gone = false;
    own.importXML(view.xml).then(
      () => {
        if (gone) return;
        viewer.current = own;
        markDiagram(own, view, overview, look);
        sized.observe(box);
      },
      // BPMN lets a process go without a picture; the steps then stand in the lists alone.
      () => setDrawn(false),
    );
    return () => {
      gone = true;
      sized.disconnect();
      viewer.current = undefined;
      own.destroy();
    };
  }, [container, view, overview, look]);
  return { isDrawn, canvas: () => viewer.current?.get<Canvas>('canvas') };
}
