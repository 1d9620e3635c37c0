export * from "../../public/client/carillon.mjs";
