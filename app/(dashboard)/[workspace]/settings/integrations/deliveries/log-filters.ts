import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { DELIVERY_STATUSES } from "@/lib/delivery/status";

/** What the log keeps in its address. */
export const logParsers = {
  status: parseAsArrayOf(parseAsStringLiteral(DELIVERY_STATUSES)).withDefault([]),
  channel: parseAsString,
  type: parseAsString,
  cursor: parseAsString,
};

export const loadLogParams = createLoader(logParsers);
export const serializeLogParams = createSerializer(logParsers);
