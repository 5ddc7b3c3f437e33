import NavigatedViewerModule from 'bpmn-js/lib/NavigatedViewer.js';
import { useEffect, useRef, useState } from 'react';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import type { CaseOverviewView, DiagramView } from '../../client/api.js';
import { Icon } from '../../kit/icon.js';
import { caseWords } from '../../words/case.words.js';
import { words } from '../../words/words.js';
import { markDiagram, showReadably, type Canvas, type Look } from './diagram-marks.js';

/** The library's types are written for CommonJS; what Vite bundles is the ES module with its default export. */
type ViewerClass = typeof NavigatedViewerModule extends { default: infer Class }
  ? Class
  : typeof NavigatedViewerModule;
const NavigatedViewer = NavigatedViewerModule as unknown as ViewerClass;
type Viewer = InstanceType<ViewerClass>;

const ZOOM_STEP = 1.25;

interface DiagramProps {
  readonly view: DiagramView;
  readonly overview: CaseOverviewView;
  readonly look: Look;
}

/** The process as it was published, with what this case did in it; the bpmn.io mark stays visible, as its licence asks. */
export function ProcessDiagram({ view, overview, look }: DiagramProps) {
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer>(undefined);
  const [isDrawn, setDrawn] = useState(true);
  useEffect(() => {
    const own = new NavigatedViewer({ container: container.current! });
    let gone = false;
    own.importXML(view.xml).then(
      () => {
        if (gone) return;
        viewer.current = own;
        showReadably(own, view.active[0]);
        markDiagram(own, view, overview, look);
      },
      // BPMN lets a process go without a picture; the steps then stand in the lists alone.
      () => setDrawn(false),
    );
    return () => {
      gone = true;
      viewer.current = undefined;
      own.destroy();
    };
  }, [view, overview, look]);
  if (!isDrawn) return <p className="t3">{words.notDrawn}</p>;
  const canvas = () => viewer.current?.get<Canvas>('canvas');
  const zoomBy = (factor: number) => canvas()?.zoom(canvas()!.zoom() * factor);
  return (
    <div className="dg-c">
      <div className="dg-z row g1">
        <button
          type="button"
          className="btn sm"
          aria-label={caseWords.zoomOut}
          onClick={() => zoomBy(1 / ZOOM_STEP)}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          className="btn sm"
          aria-label={caseWords.zoomIn}
          onClick={() => zoomBy(ZOOM_STEP)}
        >
          <Icon name="plus" />
        </button>
        <button type="button" className="btn sm" onClick={() => canvas()?.zoom('fit-viewport', 'auto')}>
          {caseWords.fit}
        </button>
      </div>
      <div className={`diagram ${look}`} ref={container} role="group" aria-label={words.diagram} />
    </div>
  );
}
