/** Longest wait when no frame is drawn (a hidden tab draws none). */
const AT_LATEST_MS = 120;

/** However often it is asked, `work` runs once per animation frame: a burst of events is one update of the page. */
export function coalesce(work: () => void): () => void {
  let waiting = false;
  const run = (): void => {
    if (!waiting) return;
    waiting = false;
    work();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(run);
    setTimeout(run, AT_LATEST_MS);
  };
}
