import { type ReactNode, useId } from 'react';
import './settings.css';

/** A control under its label; the control takes the id, so that the label names it. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="setting-field">
      <label className="quiet" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
