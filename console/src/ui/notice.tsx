import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import './notice.css';

/** One line about what just happened; `bad` stays longer and is read out at once. */
interface Notice {
  id: number;
  text: string;
  bad: boolean;
}
const store = createStore<{ notices: readonly Notice[] }>()(() => ({ notices: [] }));
let next = 1;
const GOOD_MS = 4_000;
const BAD_MS = 10_000;

const drop = (id: number): void =>
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

export function notify(text: string, bad = false): void {
  const notice = { id: next++, text, bad };
  store.setState(({ notices }) => ({ notices: [...notices.slice(-2), notice] }));
  setTimeout(() => drop(notice.id), bad ? BAD_MS : GOOD_MS);
}

/** Where notices appear. */
export function Notices() {
  const notices = useStore(store, (state) => state.notices);
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice) => (
        <button
          type="button"
          key={notice.id}
          className={notice.bad ? 'notice bad' : 'notice'}
          role={notice.bad ? 'alert' : undefined}
          data-testid={notice.bad ? 'notice-bad' : 'notice'}
          onClick={() => drop(notice.id)}
        >
          {notice.bad ? '! ' : '✓ '}
          {notice.text}
        </button>
      ))}
    </div>
  );
}
