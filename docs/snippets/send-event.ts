import { createCarillon } from "./carillon.mjs";

const carillon = createCarillon({
  url: process.env.CARILLON_URL ?? "http://127.0.0.1:3000",
  apiKey: process.env.CARILLON_API_KEY ?? "",
});

const { id, duplicate } = await carillon.events.send({
  type: "task.created",
  data: { task: { id: "tsk_207", title: "Follow up with the customer", status: "active" } },
  idempotencyKey: "tsk_207-created",
});
console.log(id, duplicate ? "(known already)" : "");
