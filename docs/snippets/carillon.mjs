// Stands for the file that services download from /client/carillon.mjs.
export * from "../../public/client/carillon.mjs";
