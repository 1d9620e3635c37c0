export * from "../../lib/client";
