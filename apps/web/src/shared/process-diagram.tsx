import NavigatedViewerModule from 'bpmn-js/lib/NavigatedViewer.js';
import { useEffect, useRef } from 'react';
import type { DiagramView } from './contract.js';

/** The library's types are written for CommonJS; what Vite bundles is the ES module with its default export. */
type ViewerClass = typeof NavigatedViewerModule extends { default: infer Class }
  ? Class
  : typeof NavigatedViewerModule;
const NavigatedViewer = NavigatedViewerModule as unknown as ViewerClass;

interface Canvas {
  addMarker(elementId: string, marker: string): void;
  zoom(level: 'fit-viewport', center?: 'auto'): void;
}

/** The process as it was published, with the flows that were taken; the bpmn.io mark stays visible, as its licence asks. */
export function ProcessDiagram({ view }: { readonly view: DiagramView }) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const viewer = new NavigatedViewer({ container: container.current! });
    let gone = false;
    void viewer.importXML(view.xml).then(() => {
      if (gone) return;
      const canvas = viewer.get<Canvas>('canvas');
      canvas.zoom('fit-viewport', 'auto');
      for (const flow of Object.keys(view.taken)) canvas.addMarker(flow, 'taken');
      for (const element of view.active) canvas.addMarker(element, 'active');
      for (const element of view.incidents) canvas.addMarker(element, 'incident');
    });
    return () => {
      gone = true;
      viewer.destroy();
    };
  }, [view]);
  return <div className="diagram" ref={container} role="img" aria-label="流程图" />;
}
