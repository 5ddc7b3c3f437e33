import { useRef } from 'react';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { Icon } from '../../kit/icon.js';
import { caseWords } from '../../words/case.words.js';
import { words } from '../../words/words.js';
import type { Canvas } from './diagram-marks.js';
import { useDiagram, type Drawn } from './use-diagram.js';

/** The process as it was published, with what this case did in it; the bpmn.io mark stays visible, as its licence asks. */
export function ProcessDiagram(drawn: Drawn) {
  const container = useRef<HTMLDivElement>(null);
  const { isDrawn, canvas } = useDiagram(container, drawn);
  if (!isDrawn) return <p className="t3 dg-none">{words.notDrawn}</p>;
  return (
    <div className="dg-c">
      <Zoom canvas={canvas} />
      <div className={`diagram ${drawn.look}`} ref={container} role="group" aria-label={words.diagram} />
    </div>
  );
}

const ZOOM_STEP = 1.25;

function Zoom({ canvas }: { readonly canvas: () => Canvas | undefined }) {
  const zoomBy = (factor: number) => {
    const shown = canvas();
    if (shown) shown.zoom(shown.zoom() * factor);
  };
  const fit = () => canvas()?.zoom('fit-viewport', 'auto');
  return (
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
      <button type="button" className="btn sm" onClick={fit}>
        {caseWords.fit}
      </button>
    </div>
  );
}
