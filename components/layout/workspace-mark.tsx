/** A workspace's first letter in a square. */
export const WorkspaceMark = ({ name }: { name: string }) => (
  <span
    aria-hidden
    className="grid size-6 shrink-0 place-items-center rounded-md bg-accent text-xs font-semibold text-accent-ink uppercase"
  >
    {[...name][0]}
  </span>
);
