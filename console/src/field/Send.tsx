interface Props {
  word: string;
  ready: boolean;
  busy: boolean;
  problem: string | null;
  testid: string;
  onSend: () => void;
}

/** How a sheet ends: why it was not taken, and the button that sends it. */
export function Send({ word, ready, busy, problem, testid, onSend }: Props) {
  return (
    <>
      {problem !== null && (
        <p className="over" role="alert">
          ! {problem}
        </p>
      )}
      <button type="button" className="big sheet-send" disabled={!ready || busy} onClick={onSend} data-testid={testid}>
        {word}
      </button>
    </>
  );
}
