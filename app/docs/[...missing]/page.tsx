import { notFound } from "next/navigation";

/** Keeps readers of a mistyped address inside the documentation. */
export default function MissingPage(): never {
  notFound();
}
