import { DeadLink } from "../../dead-link";

export default function NotFound() {
  return (
    <DeadLink title="There is no such invitation">
      Perhaps a part of the link is missing. Copy the whole of it, or ask whoever sent it for a new one.
    </DeadLink>
  );
}
